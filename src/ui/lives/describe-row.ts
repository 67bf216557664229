import type { InterfaceWords } from '../../i18n/vi.ts';

/** What a found row tells of itself; the worker's fuller answer fits it. */
export interface DescribedRow {
  readonly kind: 'household' | 'person';
  /** Blank for who has none. */
  readonly household: string;
  readonly householdNumber: string;
  readonly villageName: string;
  readonly birthYear: string;
  readonly sex: string;
}

/** "Hộ 42 · Thôn Đông", for a person with sex and year: "Nữ, 1996 · Hộ 42 · Thôn Đông". Nothing a neighbour must not see. */
export function describeRow(row: DescribedRow, words: InterfaceWords): string {
  const sex = row.sex === 'male' ? words.household.male : row.sex === 'female' ? words.household.female : '';
  const self = row.kind === 'person' ? [sex, row.birthYear].filter((part) => part !== '').join(', ') : '';
  const sheet = row.household === '' ? words.household.none : words.household.household(row.householdNumber);
  return [self, sheet, row.villageName].filter((part) => part !== '').join(' · ');
}
