import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import { recordProblems } from '../../../domain/record.ts';
import { columnOf } from '../file/columns.ts';
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
