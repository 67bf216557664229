import { catalogue } from '../../src/catalogue/index.ts';
import type { FrozenMoves, FrozenReport } from '../../src/domain/figure/closing/closing.ts';
import { indicatorsOn } from '../../src/domain/figure/indicator.ts';
import { indicatorOfRow, type ReportCase, type ReportTable, reportNamed } from '../../src/domain/figure/report.ts';
import { basisOf } from '../../src/register/figures/closing/frozen-report.ts';
import type { StockAnswer } from '../../src/sync/console-api.ts';
import type { Hub } from '../hub.ts';
import { type Log, traceOf } from '../log.ts';
import { booksLeftDirty, refreshCells } from './cells.ts';
import { lateWrites } from './closing/late-writes.ts';
import { findFrozen, readNames } from './closing/read-closings.ts';
import { booksToFetch, makeFeed } from './feed.ts';
import { startShelf } from './thread.ts';

/** Figures of communes, for the console and the upper level. `undefined`: no such book, form or period here. */
export interface Figures {
  /**
   * @param place unit id; the commune unless said
   * @param isWhole with every other number of the programme behind the form's rows
   */
  report(
    book: string,
    form: string,
    period: string,
    place?: string,
    isWhole?: boolean,
  ): Promise<ReportTable | undefined>;
  /** With names: who shows them answers for it. */
  cases(book: string, form: string, row: string, period: string): Promise<readonly ReportCase[] | undefined>;
  /** The stores of a book's commune and their orders, as they stand today. */
  stock(book: string): Promise<StockAnswer | undefined>;
  /** A frozen report reconciled with the ops that the hub holds; with names. `undefined`: none of that id in this book. */
  closing(book: string, id: string): Promise<FrozenReport | undefined>;
  /**
   * What a number of a frozen report of stores was added up from. `undefined`: no such report here, or no such number.
   * @param most only so many, the latest
   */
  frozenMoves(book: string, id: string, row: string, most: number): Promise<FrozenMoves | undefined>;
  /** Whether a row's cases say of people what stands in their own panels only. */
  isPrivate(form: string, row: string, period: string): boolean;
  /** Something changed in a book: its cells follow within 2 s. */
  wake(book: string): void;
  /** At start: whatever was left dirty; then registers come into memory, before somebody asks for them. */
  wakeAll(): void;
  /** Resolves when nothing waits to be worked out. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** Many envelopes of one rush are one computation. */
const gatherMs = 300;

export function makeFigures(hub: Hub, log: Log): Figures {
  const shelf = startShelf();
  const feed = makeFeed(hub, shelf);
  const bench = { hub, shelf, feed, isClosed: () => isClosed };
  const woken = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> = Promise.resolve();
  let begun: Promise<void> = Promise.resolve();
  let isClosed = false;

  const work = () => {
    clearTimeout(timer);
    timer = undefined;
    const books = [...woken];
    woken.clear();
    working = working.then(() => refreshAll(books));
    return working;
  };
  const refreshAll = async (books: readonly string[]) => {
    for (const book of books) {
      if (isClosed) return;
      try {
        await refreshCells(bench, book);
      } catch (error) {
        // The marks stay, so the next envelope or start tries again.
        fail(error);
      }
    }
  };
  const wake = (book: string) => {
    if (isClosed) return;
    woken.add(book);
    timer ??= setTimeout(() => void work(), gatherMs);
  };

  const fail = (error: unknown) => {
    // A hub that closes ends the thread under its questions.
    if (!isClosed) log({ event: 'failed', route: 'cells', error: traceOf(error) });
  };
  const begin = async () => {
    shelf.begin();
    for (const book of await booksLeftDirty(hub)) wake(book);
    for (const book of await booksToFetch(hub)) if (!isClosed) await feed.bring(book);
  };

  /** The book up to its last number. @returns its commune */
  const bring = async (book: string) => ((await feed.bring(book)) === undefined ? undefined : communeOf(hub, book));

  return {
    async report(book, form, period, place, isWhole = false) {
      if (!isAnswerable(form, period)) return undefined;
      const commune = await bring(book);
      return commune === undefined ? undefined : shelf.report({ book, form, period, place: place ?? commune, isWhole });
    },
    async cases(book, form, row, period) {
      if (!isAnswerable(form, period)) return undefined;
      const commune = await bring(book);
      return commune === undefined ? undefined : shelf.cases({ book, form, period, place: commune }, row);
    },
    async stock(book) {
      return (await feed.bring(book)) === undefined ? undefined : shelf.stock(book);
    },
    async closing(book, id) {
      const frozen = await findFrozen(hub, book, id);
      if (frozen === undefined || (await bring(book)) === undefined) return undefined;
      const late = await lateWrites(hub, book, basisOf(frozen));
      return shelf.closing(book, id, { late, names: await readNames(hub, book) });
    },
    async frozenMoves(book, id, row, most) {
      return (await bring(book)) === undefined ? undefined : shelf.frozenMoves(book, id, row, most);
    },
    isPrivate(form, row, text) {
      const found = reportNamed(catalogue.reports, form, text);
      if (found === undefined) return false;
      const indicators = indicatorsOn(catalogue.indicators, found.period.last);
      return indicatorOfRow(found.form, row, indicators)?.isSensitive === true;
    },
    wake,
    wakeAll() {
      begun = begin().catch(fail);
    },
    settle: work,
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await shelf.end();
      await Promise.all([begun, working]);
    },
  };
}

function isAnswerable(form: string, text: string): boolean {
  return reportNamed(catalogue.reports, form, text) !== undefined;
}

async function communeOf(hub: Hub, book: string): Promise<string | undefined> {
  const row = await hub.database.transaction(undefined, (tx) =>
    tx.selectFrom('book').select('commune').where('book', '=', book).executeTakeFirst(),
  );
  return row?.commune;
}
