import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import { recordProblems } from '../../../domain/record.ts';
import type { Remarks } from '../file/remark.ts';
import type { Wanted } from './write-drafts.ts';

/**
 * Whether every hub would take the record. What the readers let through and the catalogue does not know is refused with
 * its row, before anything is written: never in the middle of an import.
 */
export function isWritable(
  { kind, fields }: Wanted,
  table: 'households' | 'persons' | 'events' | 'stock',
  row: number,
  remarks: Remarks,
): boolean {
  const definition = definitionOf(catalogue, kind);
  const problems = definition === undefined ? [{ field: 'kind' }] : recordProblems(definition, fields, false);
  for (const { field } of problems) remarks.refuse(table, row, columnOf(field), 'not_writable');
  return problems.length === 0;
}

/** Fields whose column is called otherwise than they are. */
const columns: { readonly [field: string]: string } = {
  number: 'household_no',
  household: 'household_key',
  toHousehold: 'to_household_key',
  person: 'person_key',
  mother: 'mother_key',
  spouse: 'spouse_key',
};

/** "birth_date" for birthDate: as the file has it. */
function columnOf(field: string): string {
  return columns[field] ?? field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
