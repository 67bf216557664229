import { civilDay } from '../../src/domain/calendar/civil-date.ts';
import { listUnits } from '../auth/activation.ts';
import { readRecords } from '../db/book-records.ts';
import type { Hub } from '../hub.ts';
import { listOthers } from '../sync/units/move/shared-places.ts';
import type { AskedShelf } from './thread-codec.ts';

/** Brings registers up to their books' last numbers. */
export interface Feed {
  /** @returns the number at which the book's register stands then, `undefined` for a book that is not here */
  bring(book: string): Promise<number | undefined>;
}

export function makeFeed(hub: Hub, shelf: AskedShelf): Feed {
  const last = new Map<string, Promise<unknown>>();
  return {
    bring(book) {
      // One after the other for a book: each goes on where the one before it stopped.
      const before = last.get(book) ?? Promise.resolve();
      const next = before.catch(() => {}).then(() => bringOne(hub, shelf, book));
      last.set(book, next);
      return next;
    },
  };
}

async function bringOne(hub: Hub, shelf: AskedShelf, book: string): Promise<number | undefined> {
  const units = await hub.database.transaction(undefined, async (tx) => {
    const known = await tx.selectFrom('book').select('book').where('book', '=', book).executeTakeFirst();
    return known && { own: await listUnits(tx, book), others: await listOthers(tx, book) };
  });
  if (units === undefined) {
    // It went into another, or never was.
    await shelf.forget(book);
    return undefined;
  }
  let number = await shelf.open(book, units.own, civilDay(hub.now()), units.others);
  let applied: Promise<void> = Promise.resolve();
  for await (const page of readRecords(hub.database, await hub.wholeBook(book), number)) {
    // The next page is read while this one is taken in, and no more than that waits in memory.
    await applied;
    applied = shelf.apply(book, page.states, page.number);
    // Heard above or below; but a thread that ends while a page is read must not end the hub.
    applied.catch(() => {});
    number = page.number;
  }
  await applied;
  return number;
}

/** Records that a start fetches into memory unasked: the largest commune of the country, or a dozen others. */
const mostFetched = 250_000;

/** The smallest first, as many as may be. */
export async function booksToFetch(hub: Hub): Promise<readonly string[]> {
  const rows = await hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('book').select(['book', 'last_number']).orderBy('last_number').execute(),
  );
  let total = 0;
  return rows.flatMap(({ book, last_number: last }) => {
    total += last;
    return total > mostFetched ? [] : [book];
  });
}
