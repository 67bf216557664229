import { type Columns, wholeStates } from '../../sync/records/columns/columns.ts';
import { mergePages } from '../../sync/records/columns/merging/merge-pages.ts';
import { toColumns } from '../../sync/records/columns/written-columns.ts';
import { isAlive, shown } from '../../sync/records/merge.ts';
import type { Head, RecordState } from '../../sync/records/record-state.ts';

/*
 * What records that several ops wrote come to: a page keeps them whole, for merging and for proof, and to read them was a
 * third of the time between the PIN and a book in memory. So each fold writes beside the pages what they show, in columns.
 */

/** Of each kind of fact the field that says when: by whose op a fact is told of. */
export type DateFields = { readonly [kind: string]: string };

export interface WholeShown {
  readonly living: Columns;
  /** Facts that were taken back: they exist for nobody but whoever asks what became of them. */
  readonly takenBack: Columns;
}

/** @param pause behind each page: somebody may be typing meanwhile */
export async function wholeShown(
  pages: readonly Columns[],
  dateFields: DateFields,
  pause: () => Promise<void>,
): Promise<WholeShown> {
  const isFact = ({ kind }: RecordState) => Object.hasOwn(dateFields, kind);
  const flatten = (state: RecordState) => flattened(state, dateFields[state.kind]);
  const living: Columns[] = [];
  const takenBack: Columns[] = [];
  for (const page of pages) {
    const states = wholeStates(page);
    living.push(toColumns(states.filter(isAlive).map(flatten)));
    takenBack.push(toColumns(states.filter((state) => isFact(state) && !isAlive(state)).map(flatten)));
    await pause();
  }
  return { living: mergePages(living), takenBack: mergePages(takenBack) };
}

/** As if one op had written what shows: the one that wrote a fact's date. */
function flattened(state: RecordState, dateField: string | undefined): RecordState {
  const { stamp, user } = (dateField === undefined ? undefined : state.fields[dateField]?.[0]) ?? state.place;
  const head = { op: state.id, stamp, user };
  const values = Object.keys(state.fields).flatMap((field): [string, readonly Head[]][] => {
    const value = shown(state, field);
    return value === undefined || value === null ? [] : [[field, [{ ...head, value }]]];
  });
  const { kind, id, place } = state;
  return { kind, id, place: { ...head, value: String(place.value) }, fields: Object.fromEntries(values), life: [] };
}
