import type { RecordState } from '../../../src/sync/records/record-state.ts';
import { readRecords } from '../../db/book-records.ts';
import type { Hub } from '../../hub.ts';

/** Every merged record of a book, voided ones too, in the order of its sequence. */
export async function readStates(hub: Hub, book: string): Promise<readonly RecordState[]> {
  const states: RecordState[] = [];
  for await (const page of readRecords(hub.database, await hub.wholeBook(book), 0)) {
    for (const text of page.states) states.push(JSON.parse(text) as RecordState);
  }
  return states;
}

/** Those of one kind, in any order. */
export async function readKind(hub: Hub, book: string, kind: string): Promise<readonly RecordState[]> {
  const rows = await hub.database.transaction(await hub.wholeBook(book), (tx) =>
    tx.selectFrom('record').select('state').where('book', '=', book).where('kind', '=', kind).execute(),
  );
  return rows.map(({ state }) => JSON.parse(state) as RecordState);
}
