import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { civilDay } from '../../src/domain/calendar/civil-date.ts';
import { isDrawer } from '../../src/sync/records/drawer.ts';
import { jsonBytes } from '../db/database.ts';
import type { Hub } from '../hub.ts';
import type { Feed } from './feed.ts';
import { monthsToCompute } from './months.ts';
import type { Cell } from './tallies.ts';
import type { AskedShelf } from './thread-codec.ts';

/** Cells written in one statement: some ms of the thread that also answers phones. */
const cellsAtOnce = 500;

export interface CellsBench {
  readonly hub: Hub;
  readonly shelf: AskedShelf;
  readonly feed: Feed;
  /** The hub closes: what is left stays dirty, and goes on with the next start. */
  isClosed(): boolean;
}

/** Where a hub was stopped before all cells followed. */
export async function booksLeftDirty(hub: Hub): Promise<readonly string[]> {
  const rows = await hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('dirty').select('book').distinct().execute(),
  );
  return rows.map(({ book }) => book);
}

interface Marks {
  readonly dirty: readonly { readonly month: string; readonly number: number }[];
  /** For each month, at which number of the book's sequence its cells stand. */
  readonly done: ReadonlyMap<string, number>;
}

/** Works out what is dirty in a book, the newest month first; a month whose cells stand behind all its marks is left. */
export async function refreshCells({ hub, shelf, feed, isClosed }: CellsBench, book: string): Promise<void> {
  const { dirty, done } = await readMarks(hub, book);
  const [first] = dirty;
  if (first === undefined) return;
  const { places } = await hub.wholeBook(book);
  const units = places.filter((place) => !isDrawer(place));
  for (const month of monthsToCompute(first.month, civilDay(hub.now()))) {
    if (isClosed()) return;
    const needed = Math.max(...dirty.filter((mark) => mark.month <= month).map(({ number }) => number));
    if ((done.get(month) ?? 0) >= needed) continue;
    // After the marks were read, so it holds at least what made them.
    const number = await feed.bring(book);
    if (number === undefined) return;
    try {
      await saveCells(hub, { book, month, number }, await shelf.cells(book, month, units));
    } catch (error) {
      // The shelf believes that what it answered stands in the tables.
      await shelf.forget(book);
      throw error;
    }
  }
  await removeMarks(hub, book, dirty);
}

function readMarks(hub: Hub, book: string): Promise<Marks> {
  return hub.database.transaction(undefined, async (tx) => {
    const dirty = await tx
      .selectFrom('dirty')
      .select(['month', 'number'])
      .where('book', '=', book)
      .orderBy('month')
      .execute();
    const done = await tx.selectFrom('cell_month').select(['month', 'number']).where('book', '=', book).execute();
    return { dirty, done: new Map(done.map(({ month, number }) => [month, number])) };
  });
}

/** Only marks that nothing newer has made anew meanwhile. */
async function removeMarks(hub: Hub, book: string, dirty: Marks['dirty']): Promise<void> {
  await hub.database.transaction(undefined, (tx) =>
    sql`
      delete from dirty using json_to_recordset(${jsonBytes(dirty)}::json) as done (month text, number bigint)
      where dirty.book = ${book} and dirty.month = done.month and dirty.number = done.number`.execute(tx),
  );
}

interface Standing {
  readonly book: string;
  readonly month: string;
  /** At which number of the book's sequence these cells stand. */
  readonly number: number;
}

/** Piece by piece; that the month stands is said last. */
async function saveCells(hub: Hub, { book, month, number }: Standing, cells: readonly Cell[]): Promise<void> {
  for (let at = 0; at < cells.length; at += cellsAtOnce) {
    const json = jsonBytes(cells.slice(at, at + cellsAtOnce));
    await hub.database.transaction(undefined, (tx) =>
      sql`
        insert into cell (book, period, place, indicator, value)
        select ${book}, ${month}, place, indicator, value
        from json_to_recordset(${json}::json) as r (place text, indicator text, value float8)
        on conflict (book, period, place, indicator) do update set value = excluded.value
        where cell.value is distinct from excluded.value`.execute(tx),
    );
    // Phones wait for nobody's figures.
    await setImmediate();
  }
  await hub.database.transaction(undefined, (tx) =>
    sql`
      insert into cell_month (book, month, number) values (${book}, ${month}, ${number})
      on conflict (book, month) do update set number = excluded.number`.execute(tx),
  );
}
