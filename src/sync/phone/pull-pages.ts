import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { HubPort, NetworkFailure } from '../ports.ts';
import { recordsIn, recordsOf } from '../records/book-summary.ts';
import { mostPlacesAsked, mostRecordsPaged } from '../wire/bounds.ts';
import type { BookSummary, Changes, PlacePage } from '../wire/changes.ts';
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

/** Where pages stand in the load. */
export interface PageTurn {
  /** Number behind which the first begins: no other page of its place has that. */
  readonly after: number;
  /** Something was written since the load began: what stands on them may be here already, as of another place. */
  readonly isMoved: boolean;
  /** One's own village is looked at as it comes, the others when all of them are there. */
  readonly isAmongMany: boolean;
  readonly hubEpoch: number;
  /** How far the load is behind them; `undefined` behind the last: the book is here up to number `last`. */
  readonly mark: LoadMark | undefined;
  readonly last: number;
}

/** The store's hand for pages. */
export interface PageShelf<Page extends { readonly records: number }> {
  /** Where a load was cut off. */
  mark(): Promise<LoadMark | undefined>;
  read(page: PlacePage): Promise<Outcome<Page, 'malformed'>>;
  /** One transaction: pages and mark. */
  take(pages: readonly Page[], turn: PageTurn): Promise<void>;
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
  { told, onPage }: Pick<PullOptions, 'told' | 'onPage'>,
): Promise<Outcome<'whole' | 'rows', NetworkFailure>> {
  const begin = await shelf.mark();
  const asking = createAsking(hub, told);
  let underway: readonly Asked[] = asking.begin(begin, first);
  let records = begin?.records ?? 0;
  // What is asked together may be answered in another order: what one answer knows, those behind it may not.
  let isMoved = false;
  for (;;) {
    const [now, ...ahead] = underway;
    if (now === undefined) return good('whole');
    const answer = await now.answer;
    const found = answer.ok ? turnOf(answer.value, now) : answer;
    if (!found.ok) return found;
    if (found.value === 'rows') return good('rows');
    const { turn, pages, isAllAsked, book } = found.value;
    // The next answers are on their way while this one is read and written.
    underway = asking.goOn(isAllAsked ? ahead : [], turn.mark, book);
    const read = await readPages(pages, shelf);
    if (!read.ok) return read;
    records = read.value.reduce((sum, page) => sum + page.records, records);
    isMoved ||= turn.isMoved;
    await shelf.take(read.value, { ...turn, isMoved, mark: turn.mark && { ...turn.mark, records } });
    onPage?.(records, Math.max(recordsOf(book), records));
  }
}

interface Asked {
  /** Where the load is when this is answered, if what was asked before it comes whole. */
  readonly mark: LoadMark | undefined;
  readonly asked: readonly string[];
  readonly answer: ReturnType<HubPort['changes']>;
}

/** While the phone works on one answer, the hub works on the second, and the line never rests. */
const mostUnderway = 2;

function createAsking(hub: Pick<HubPort, 'changes'>, told: PullOptions['told']) {
  const ask = (mark: LoadMark | undefined, asked: readonly string[]): Asked => {
    const answer = hub.changes(mark?.after ?? 0, told, asked);
    // One that is on its way when the load ends is nobody's failure.
    answer.catch(() => undefined);
    return { mark, asked, answer };
  };
  /** @param mark behind what was answered; `undefined`: nothing is left to ask */
  const goOn = (underway: readonly Asked[], mark: LoadMark | undefined, book: BookSummary): readonly Asked[] => {
    if (mark === undefined) return [];
    const last = underway.at(-1);
    const behind = last?.mark === undefined ? mark : markBehind(last.mark, allThatWasAsked, last.asked, book);
    if (behind === undefined || underway.length === mostUnderway) return underway;
    return goOn([...underway, ask(behind, nextPlaces(behind, book))], mark, book);
  };
  const begin = (mark: LoadMark | undefined, first: string) => [ask(mark, [mark?.place ?? first])];
  return { begin, goOn };
}

const allThatWasAsked = { more: false, cursor: 0 };

interface Found {
  readonly pages: readonly PlacePage[];
  readonly turn: PageTurn;
  /** Else what was asked ahead begins elsewhere. */
  readonly isAllAsked: boolean;
  readonly book: BookSummary;
}

/** What an answer brings, if it is one to go on with; its records are not counted yet. */
function turnOf(changes: Changes, { mark, asked }: Asked): Outcome<Found | 'rows', NetworkFailure> {
  const { pages, book, hubEpoch, more } = changes;
  const [place = ''] = asked;
  if (pages === undefined || book === undefined) return good('rows');
  const begun: LoadMark = mark ?? { hubEpoch, last: book.last, done: [], place, after: 0, records: 0 };
  if (begun.hubEpoch !== hubEpoch) return good('rows');
  const { after, last } = begun;
  const isAsked = pages.length > 0 && pages.every(([one], at) => one === asked[at]);
  if (!isAsked || (more && (pages.length > 1 || changes.cursor <= after))) return bad({ why: 'answer', status: 200 });
  const came = pages.map(([one]) => one);
  const behind = markBehind(begun, changes, came, book);
  const isAmongMany = begun.done.length > 0;
  const turn = { after, isMoved: book.last !== last, isAmongMany, hubEpoch, mark: behind, last };
  return good({ pages, turn, isAllAsked: !more && came.length === asked.length, book });
}

async function readPages<Page extends { readonly records: number }>(
  pages: readonly PlacePage[],
  shelf: PageShelf<Page>,
): Promise<Outcome<readonly Page[], NetworkFailure>> {
  const read = await Promise.all(pages.map((page) => shelf.read(page)));
  const sound = read.flatMap((one) => (one.ok ? [one.value] : []));
  return sound.length < read.length ? bad({ why: 'foreign' }) : good(sound);
}

function markBehind(
  here: LoadMark,
  { more, cursor }: Pick<Changes, 'more' | 'cursor'>,
  came: readonly string[],
  { places }: BookSummary,
): LoadMark | undefined {
  if (more) return { ...here, after: cursor };
  const done = [...here.done, ...came];
  const next = places.find(([place]) => !done.includes(place));
  return next === undefined ? undefined : { ...here, done, place: next[0], after: 0 };
}

/** The place of the mark, and those behind it that come with it. */
function nextPlaces({ place, done }: LoadMark, book: BookSummary): string[] {
  const asked = [place];
  let room = mostRecordsPaged - recordsIn(book, place);
  for (const [one, records] of book.places) {
    if (one === place || done.includes(one)) continue;
    room -= records;
    if (room < 0 || asked.length === mostPlacesAsked) break;
    asked.push(one);
  }
  return asked;
}
