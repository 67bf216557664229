import type { RecordState } from '../../../src/sync/records/record-state.ts';
import type { Hub } from '../../hub.ts';

/** Records read at a time: a commune of 60,000 people must not stand in memory twice as text. */
const pageRows = 5_000;

/** Every merged record of a book, voided ones too, in the order of its sequence. */
export async function readStates(hub: Hub, book: string): Promise<readonly RecordState[]> {
  const scope = await hub.wholeBook(book);
  const states: RecordState[] = [];
  for (let after = 0; ; ) {
    const rows = await hub.database.transaction(scope, (tx) =>
      tx
        .selectFrom('record')
        .select(['state', 'number'])
        .where('book', '=', book)
        .where('number', '>', after)
        .orderBy('number')
        .limit(pageRows)
        .execute(),
    );
    for (const { state } of rows) states.push(JSON.parse(state) as RecordState);
    after = rows.at(-1)?.number ?? after;
    if (rows.length < pageRows) return states;
  }
}
