import { setImmediate } from 'node:timers/promises';
import type { Database, Scope } from './database.ts';

/** Numbers read at a time: some ms of the one thread that also answers phones. */
const numbersAtOnce = 1_000;

/** Records of a book that changed behind `number`, as they stand now, and the last number that they cover. */
export interface RecordPage {
  /** JSON texts of the merged records, voided ones too. */
  readonly states: readonly string[];
  readonly number: number;
}

/**
 * Reads a book in the order of its sequence, piece by piece: by windows of numbers, which no plan of the database's has to
 * sort, and with a breath between them.
 */
export async function* readRecords(database: Database, scope: Scope, after: number): AsyncGenerator<RecordPage> {
  const { book } = scope;
  for (let from = after; ; ) {
    const page = await database.transaction(scope, async (tx) => {
      const known = await tx.selectFrom('book').select('last_number').where('book', '=', book).executeTakeFirst();
      const until = Math.min(from + numbersAtOnce, known?.last_number ?? 0);
      if (until <= from) return undefined;
      const rows = await tx
        .selectFrom('record')
        .select('state')
        .where('book', '=', book)
        .where('number', '>', from)
        .where('number', '<=', until)
        .orderBy('number')
        .execute();
      return { states: rows.map(({ state }) => state), number: until };
    });
    if (page === undefined) return;
    yield page;
    from = page.number;
    await setImmediate();
  }
}
