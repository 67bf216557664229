import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { HubPort, NetworkFailure } from '../ports.ts';
import type { BookSummary, Changes } from '../wire/changes.ts';
import type { PullOptions } from './pull.ts';

/** How far a first load is. */
export interface LoadMark {
  readonly hubEpoch: number;
  /** The book's last number when the load began: what changed behind it comes on top. */
  readonly last: number;
  /** Places that are here. */
  readonly done: readonly string[];
  /** The one whose pages come now, and the number of its last row that is here. */
  readonly place: string;
  readonly after: number;
  /** How many are here. */
  readonly records: number;
}

/** Where a page stands in the load. */
export interface PageTurn {
  readonly place: string;
  /** Number behind which it begins: no other page of the place has that. */
  readonly after: number;
  /** Something was written since the load began: what stands on it may be here already, as of another place. */
  readonly isMoved: boolean;
  /** One's own village is looked at as it comes, the others when all of them are there. */
  readonly isAmongMany: boolean;
  readonly hubEpoch: number;
  /** How far the load is behind it; `undefined` behind the last: the book is here up to number `last`. */
  readonly mark: LoadMark | undefined;
  readonly last: number;
}

/** The store's hand for pages. */
export interface PageShelf<Page extends { readonly records: number }> {
  /** Where a load was cut off. */
  mark(): Promise<LoadMark | undefined>;
  /** @param page as `Changes` has it */
  read(page: string): Promise<Outcome<Page, 'malformed'>>;
  /** One transaction: page and mark. */
  take(page: Page, turn: PageTurn): Promise<void>;
  /** No more comes for now: who was told of one among many is told of all. */
  end(): void;
}

/**
 * The first load of a phone: place by place, in pages that are stored as they come. It begins with one's own village, which
 * can be worked in while the rest is on its way. Cut off, it goes on behind the last page.
 * @returns whole: all is here but for what changed meanwhile · rows: the book must come row by row, from its beginning,
 * since the hub is of before, or was restored in the middle of it
 */
export async function pullPages<Page extends { readonly records: number }>(
  hub: Pick<HubPort, 'changes'>,
  shelf: PageShelf<Page>,
  first: string,
  options: Pick<PullOptions, 'told' | 'onPage'>,
): Promise<Outcome<'whole' | 'rows', NetworkFailure>> {
  try {
    return await pullAll(hub, shelf, first, options);
  } finally {
    shelf.end();
  }
}

async function pullAll<Page extends { readonly records: number }>(
  hub: Pick<HubPort, 'changes'>,
  shelf: PageShelf<Page>,
  first: string,
  { told, onPage }: Pick<PullOptions, 'told' | 'onPage'>,
): ReturnType<typeof pullPages> {
  let mark = await shelf.mark();
  for (;;) {
    const answer = await hub.changes(mark?.after ?? 0, told, mark?.place ?? first);
    if (!answer.ok) return answer;
    const found = await pageIn(answer.value, shelf, mark, first);
    if (!found.ok) return found;
    if (found.value === 'rows') return good('rows');
    const { page, turn, here, of } = found.value;
    await shelf.take(page, turn);
    onPage?.(here, Math.max(of, here));
    mark = turn.mark;
    if (mark === undefined) return good('whole');
  }
}

interface Found<Page> {
  readonly page: Page;
  readonly turn: PageTurn;
  /** Records that are here with it, of how many. */
  readonly here: number;
  readonly of: number;
}

/** What an answer brings, if it is one to go on with. */
async function pageIn<Page extends { readonly records: number }>(
  changes: Changes,
  shelf: PageShelf<Page>,
  mark: LoadMark | undefined,
  first: string,
): Promise<Outcome<Found<Page> | 'rows', NetworkFailure>> {
  const { page, book, hubEpoch } = changes;
  if (page === undefined || book === undefined) return good('rows');
  const begun: LoadMark = mark ?? { hubEpoch, last: book.last, done: [], place: first, after: 0, records: 0 };
  if (begun.hubEpoch !== hubEpoch) return good('rows');
  const { place, after, last } = begun;
  if (changes.more && changes.cursor <= after) return bad({ why: 'answer', status: 200 });
  const read = await shelf.read(page);
  if (!read.ok) return bad({ why: 'foreign' });
  const records = begun.records + read.value.records;
  const behind = markBehind({ ...begun, records }, changes, book);
  const turn = {
    place,
    after,
    isMoved: book.last !== last,
    isAmongMany: begun.done.length > 0,
    hubEpoch,
    mark: behind,
    last,
  };
  return good({ page: read.value, turn, here: records, of: totalOf(book) });
}

function markBehind(here: LoadMark, { more, cursor }: Changes, { places }: BookSummary): LoadMark | undefined {
  if (more) return { ...here, after: cursor };
  const done = [...here.done, here.place];
  const next = places.find(([place]) => !done.includes(place));
  return next === undefined ? undefined : { ...here, done, place: next[0], after: 0 };
}

function totalOf({ places }: BookSummary): number {
  return places.reduce((sum, [, records]) => sum + records, 0);
}
