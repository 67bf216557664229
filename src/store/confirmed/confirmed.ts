import {
  type Columns,
  countIn,
  findInColumns,
  fromColumns,
  idsIn,
  noColumns,
} from '../../sync/records/columns/columns.ts';
import { sumInColumns } from '../../sync/records/columns/columns-sum.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { sha256 } from '../../sync/records/sha256.ts';
import { createPageFinder, type PageFinder } from './page-finder.ts';
import { modulo, sumAbove } from './page-sum.ts';

/*
 * The confirmed records in memory, and which page of storage each belongs to. Pages stay columns, as they were stored:
 * a record becomes an object only when somebody asks for it, or a commune would not fit a cheap phone.
 */

/** A page as the directory names it. `revision` is the number of the fold that wrote it: an older copy does not open. */
export interface PageEntry {
  readonly id: string;
  readonly place: string;
  readonly revision: number;
  /** What its records add to the book's digest, where they were counted. */
  readonly sum?: bigint | undefined;
}

export interface PageContent {
  readonly entry: PageEntry;
  readonly columns: Columns;
}

export interface Confirmed {
  has(id: string): boolean;
  get(id: string): RecordState | undefined;
  ids(): Iterable<string>;
  all(): Iterable<RecordState>;
  put(state: RecordState): void;
  remove(id: string): void;
  clear(): void;
  /** Takes a page in as it stands in storage. */
  adopt(page: PageContent): void;
  /** By id, for a fold. */
  readonly pages: Map<string, Page>;
  /** Sum of the digests of all records mod 2^128; pauses behind each `stretch` of those that are hashed for it. */
  count(stretch: number): Generator<undefined, bigint>;
  /** Whether a page was counted whose directory does not say so yet. */
  isNewlyCounted(): boolean;
}

/** Rewriting a page stays short: a village of 1,000 people and their facts of a year or two is one page. */
const pageSize = 2000;

export interface Page {
  entry: PageEntry;
  /** As stored; `changed` and `gone` stand above it. */
  columns: Columns;
  /** Of the columns. */
  sum: bigint | undefined;
  changed: Map<string, RecordState>;
  gone: Set<string>;
  /** How many records belong here beyond those of the columns, which nobody counts at an opening. */
  moved: number;
}

export function sizeOf({ columns, moved }: Page): number {
  return countIn(columns) + moved;
}

export function isDirty(page: Page): boolean {
  return page.changed.size > 0 || page.gone.size > 0;
}

export function statesOf(page: Page): readonly RecordState[] {
  const stored = fromColumns(page.columns);
  if (!isDirty(page)) return stored;
  return [...stored.filter(({ id }) => !page.changed.has(id) && !page.gone.has(id)), ...page.changed.values()];
}

/** All pages by id, and the page of each place that still has room. */
interface Shelf {
  readonly finder: PageFinder<Page>;
  readonly pages: Map<string, Page>;
  readonly open: Map<string, Page>;
}

/** As its columns have them, but for those that left or were changed. */
function* storedIds({ columns, gone, changed }: Page): Generator<string> {
  for (const id of idsIn(columns)) if (!gone.has(id) && !changed.has(id)) yield id;
}

export function createConfirmed(): Confirmed {
  const pages = new Map<string, Page>();
  const open = new Map<string, Page>();
  const finder = createPageFinder<Page>(
    () => pages.values(),
    (page) => pages.get(page.entry.id) === page,
  );
  const shelf: Shelf = { finder, pages, open };
  return {
    has: (id) => finder.find(id) !== undefined,
    get(id) {
      const page = finder.find(id);
      return page?.changed.get(id) ?? (page === undefined ? undefined : findInColumns(page.columns, id));
    },
    *ids() {
      for (const page of pages.values()) {
        yield* storedIds(page);
        yield* page.changed.keys();
      }
    },
    *all() {
      for (const page of pages.values()) yield* statesOf(page);
    },
    put: (state) => put(shelf, state),
    remove: (id) => detach(shelf, id),
    clear() {
      for (const map of [finder, pages, open]) map.clear();
    },
    adopt: (page) => adopt(shelf, page),
    pages,
    count: (stretch) => countAll([...pages.values()], stretch),
    isNewlyCounted: () => [...pages.values()].some(({ entry, sum }) => sum !== undefined && entry.sum === undefined),
  };
}

function put(shelf: Shelf, state: RecordState): void {
  const place = String(state.place.value);
  const known = shelf.finder.find(state.id);
  if (known?.entry.place === place) {
    known.changed.set(state.id, state);
    return;
  }
  detach(shelf, state.id);
  const page = roomIn(shelf, place);
  page.gone.delete(state.id);
  page.moved++;
  shelf.finder.put(state.id, page);
  page.changed.set(state.id, state);
}

function detach({ finder }: Shelf, id: string): void {
  const page = finder.find(id);
  if (page === undefined) return;
  finder.put(id, null);
  page.changed.delete(id);
  page.gone.add(id);
  page.moved--;
}

function adopt({ finder, pages, open }: Shelf, { entry, columns }: PageContent): void {
  const { sum } = entry;
  const page: Page = { entry, columns, sum, changed: new Map(), gone: new Set(), moved: 0 };
  pages.set(entry.id, page);
  open.set(entry.place, page);
  finder.adopt(page);
}

function roomIn({ pages, open }: Shelf, place: string): Page {
  const last = open.get(place);
  if (last !== undefined && sizeOf(last) < pageSize && pages.get(last.entry.id) === last) return last;
  const page = freshPage(pages, place);
  open.set(place, page);
  return page;
}

function freshPage(pages: Map<string, Page>, place: string): Page {
  let number = 0;
  while (pages.has(`${place}#${number}`)) number++;
  const entry = { id: `${place}#${number}`, place, revision: 0 };
  const page = { entry, columns: noColumns, sum: 0n, changed: new Map(), gone: new Set<string>(), moved: 0 };
  pages.set(entry.id, page);
  return page;
}

function* countAll(pages: readonly Page[], stretch: number): Generator<undefined, bigint> {
  let sum = 0n;
  for (const page of pages) {
    // As it stands now: a fold meanwhile puts the same records into other columns.
    const { columns } = page;
    const above = { columns, changed: new Map(page.changed), gone: new Set(page.gone) };
    const counted = page.sum ?? (yield* sumInColumns(columns, sha256, stretch));
    if (page.columns === columns) page.sum = counted;
    sum += counted + (yield* sumAbove(above, stretch));
  }
  return modulo(sum);
}
