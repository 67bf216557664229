import { marital } from '../../../catalogue/codes/marital.ts';
import { residence } from '../../../catalogue/codes/residence.ts';
import { records } from '../../../catalogue/records/index.ts';
import type { Fields } from '../../../domain/value.ts';
import { tableColumns } from '../file/columns.ts';
import type { RowReader } from './row-reader.ts';
import { withoutBlanks } from './without-blanks.ts';

/** Columns of persons.csv and households.csv by which a change names what changed, as the register names it. */
const changedFields: { readonly [column: string]: string } = {
  full_name: 'fullName',
  birth_date: 'birthDate',
  insurance_no: 'insuranceNo',
  national_id: 'nationalId',
  mother_key: 'mother',
  spouse_key: 'spouse',
  household_key: 'household',
  household_no: 'number',
};
const codeFields = { residence, marital } as const;

/** What may have changed, by column or as the register names it: an export says it so. */
const changeable: ReadonlySet<string> = new Set([
  ...tableColumns.persons,
  ...tableColumns.households,
  ...records.filter(({ nature }) => nature === 'state').flatMap(({ fields }) => fields.map(({ key }) => key)),
]);

/** What changed, from what to what. */
export function readChange(reader: RowReader): Fields {
  const given = reader.cell('field');
  const field = changedFields[given] ?? given;
  if (!changeable.has(given)) reader.refuse('field', 'unknown_code', given);
  const list = field === 'residence' || field === 'marital' ? codeFields[field] : undefined;
  const [old, now] = ['old', 'new'].map((column) =>
    list === undefined ? reader.text(column, 200) : reader.code(column, list),
  );
  return withoutBlanks({ field, old, new: now });
}
