import type { FieldError } from '../../../ui/error-summary.tsx';
import type { SheetMapping } from '../../../workers/api/transfer-api.ts';
import { transferWords } from '../words.ts';

/** What a list must tell to be of use: for the register also of which household somebody is. */
export type ListUse = 'import' | 'compare';

/** Columns that nobody named and without which no row could be taken, and what two columns were said to be. */
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
  return [
    ...asked.filter(({ isMissing }) => isMissing).map(({ control, text }) => ({ control, text })),
    ...twice(columns),
  ];
}

/** Only one of the two would be read; a name alone may stand in several. */
function twice(columns: readonly string[]): readonly FieldError[] {
  const { needs, facts } = transferWords.value.wizard;
  return Object.entries(facts).flatMap(([fact, label]) => {
    const [first = -1, second] = columns.flatMap((one, index) => (one === fact ? [index] : []));
    if (fact === 'full_name' || second === undefined) return [];
    return [{ control: `column-${second}`, text: needs.twice(label, first + 1, second + 1) }];
  });
}
