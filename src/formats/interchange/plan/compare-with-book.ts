import { catalogue } from '../../../catalogue/index.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import { canonicalText } from '../../../domain/value.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { isAlive, shown } from '../../../sync/records/merge.ts';
import type { Remarks } from '../file/remark.ts';
import type { Known } from '../known.ts';
import { draftState, type Wanted } from './write-drafts.ts';

/** Where the record stands in the file, whether the file tells events about it, and any that the book does not hold yet. */
export interface FromFile {
  readonly row: number;
  readonly hasFacts: boolean;
  readonly bringsFacts: boolean;
}

/**
 * A household or person against the book. A known key with other values is asked about, and taken as told; of the dated
 * values only those that no fact explains: the opening values change when the file brings earlier events.
 */
export function compareWithBook(
  record: Wanted,
  { row, hasFacts, bringsFacts }: FromFile,
  known: Known,
  remarks: Remarks,
): readonly OpDraft[] {
  const state = known.state(record.id);
  if (state === undefined || Object.keys(state.fields).length === 0) return draftState(record, state, []);
  const table = record.kind === 'household' ? 'households' : 'persons';
  const isOther = (field: string) =>
    canonicalText(record.fields[field] ?? null) !== canonicalText(shown(state, field) ?? null);
  const dated = new Set(
    definitionOf(catalogue, record.kind)?.fields.flatMap(({ key, isDated }) => (isDated ? key : [])),
  );
  const plain = Object.keys(record.fields).filter((field) => !dated.has(field) && isOther(field));
  const openings = [...dated].filter((field) => field !== 'method' && isOther(field));
  // What somebody begins with is told by the file, or follows from events that it brings; it is never just emptied.
  const said = openings.filter((field) => record.fields[field] !== undefined);
  const mended = said.length > 0 && !hasFacts && isAsOpened(record, known, said) ? said : [];
  const differing = [...plain, ...(bringsFacts ? openings : mended)];
  const told = [...plain, ...(bringsFacts ? [] : mended)];
  const moved = record.place !== state.place.value && record.kind === 'household' ? ['village_code'] : [];
  if (told.length + moved.length > 0)
    remarks.ask(table, row, `${record.kind}_key`, 'other_values', [...told, ...moved].join(', '));
  return draftState(record, state, differing);
}

/** No fact has moved what the book opened with: then a new value is a mended one. */
function isAsOpened({ id }: Wanted, known: Known, fields: readonly string[]): boolean {
  const [state, today] = [known.state(id), known.today(id)];
  if (state === undefined || today === undefined || !isAlive(state)) return false;
  return fields.every((field) => canonicalText(shown(state, field) ?? null) === canonicalText(today[field] ?? null));
}
