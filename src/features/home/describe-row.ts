import type { InterfaceWords } from '../../i18n/vi.ts';
import type { PhoneApi } from '../../workers/api/phone-api.ts';

type SearchRow = Awaited<ReturnType<PhoneApi['search']>>['rows'][number];

/** "Hộ 42 · Thôn Đông", for a person with sex and year: "Nữ, 1996 · Hộ 42 · Thôn Đông". Nothing a neighbour must not see. */
export function describeRow(row: SearchRow, words: InterfaceWords): string {
  const sex = row.sex === 'male' ? words.household.male : row.sex === 'female' ? words.household.female : '';
  const self = row.kind === 'person' ? [sex, row.birthYear].filter((part) => part !== '').join(', ') : '';
  return [self, words.household.household(row.householdNumber), row.villageName]
    .filter((part) => part !== '')
    .join(' · ');
}
