import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import { canonicalText } from '../../../domain/value.ts';
import { isOwnRecord } from '../../../sync/op.ts';
import { isAlive, shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import type { Remarks } from '../file/remark.ts';
import { fieldNames } from '../file/spoken.ts';
import type { Wanted } from './write-drafts.ts';

/** The village is no field of a household: it is where the household stands. */
const places = { village_code: { vi: 'Thôn', en: 'Village' } };

/**
 * Fields in which a household or person of the file differs from the book. Dated values are told apart before: of them
 * only `changed` count; of a record of a file that was taken back, all.
 */
export function differsFromBook(
  record: Wanted,
  row: number,
  state: RecordState,
  changed: readonly string[],
  remarks: Remarks,
): readonly string[] {
  const isOther = (field: string) =>
    canonicalText(record.fields[field] ?? null) !== canonicalText(shown(state, field) ?? null);
  const dated = new Set(
    definitionOf(catalogue, record.kind)?.fields.flatMap(({ key, isDated }) => (isDated ? key : [])),
  );
  const plain = Object.keys(record.fields).filter((field) => !dated.has(field) && isOther(field));
  if (!isAlive(state)) return isOwnRecord(state.id) ? plain : [...plain, ...[...dated].filter(isOther)];
  const moved = record.kind === 'household' && record.place !== state.place.value ? ['village_code'] : [];
  const table = record.kind === 'household' ? 'households' : 'persons';
  if (plain.length + moved.length > 0)
    remarks.ask(
      table,
      row,
      `${record.kind}_key`,
      'other_values',
      fieldNames(record.kind, [...plain, ...moved], places),
    );
  return [...plain, ...changed.filter(isOther)];
}
