import type { FieldError } from '../../../ui/error-summary.tsx';
import type { SheetMapping } from '../../../workers/api/transfer-api.ts';
import { transferWords } from '../words.ts';

/** What a list must tell to be of use: for the register also of which household somebody is. */
export type ListUse = 'import' | 'compare';

/** Columns that nobody named and without which no row could be taken. */
export function missingColumns(
  { columns, village }: Pick<SheetMapping, 'columns' | 'village'>,
  use: ListUse,
): readonly FieldError[] {
  const { needs } = transferWords.value.wizard;
  const unused = `column-${Math.max(0, columns.indexOf(''))}`;
  const name = { control: unused, text: needs.name, isMissing: !columns.includes('full_name') };
  const where = { control: 'village', text: needs.village, isMissing: village === '' && !columns.includes('village') };
  const household = { control: unused, text: needs.household, isMissing: !columns.includes('household_no') };
  const asked = use === 'import' ? [where, name, household] : [name];
  return asked.filter(({ isMissing }) => isMissing).map(({ control, text }) => ({ control, text }));
}
