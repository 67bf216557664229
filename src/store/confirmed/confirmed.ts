import {
  type Columns,
  countIn,
  findInColumns,
  fromColumns,
  idsIn,
  noColumns,
} from '../../sync/records/columns/columns.ts';
import { sumInColumns } from '../../sync/records/columns/columns-sum.ts';
import { toColumns } from '../../sync/records/columns/written-columns.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { sha256 } from '../../sync/records/sha256.ts';
import { createPageFinder, type PageFinder } from './page-finder.ts';
import { modulo, sumAbove, sumOfPage } from './page-sum.ts';

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

/** What the next fold must write: pages, pages that are empty now, and every page there is then. */
export interface FoldPlan {
  readonly writes: readonly PlannedPage[];
  readonly drops: readonly PageEntry[];
  readonly all: readonly PageContent[];
}

interface PageContent {
  readonly entry: PageEntry;
  readonly columns: Columns;
}

/** With the changes that its columns hold: the same records, by reference. */
interface PlannedPage extends PageContent {
  readonly taken: ReadonlyMap<string, RecordState>;
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
  /** Taken at once; changes that come while it is being sealed stay dirty. */
  plan(revision: number): FoldPlan;
  /** The plan is durable: later changes make pages dirty anew. */
  finish(plan: FoldPlan): void;
  /** Sum of the digests of all records mod 2^128; pauses behind each `stretch` of those that are hashed for it. */
  count(stretch: number): Generator<undefined, bigint>;
  /** Whether a page was counted whose directory does not say so yet. */
  isNewlyCounted(): boolean;
}

/** Rewriting a page stays short: a village of 1,000 people and their facts of a year or two is one page. */
const pageSize = 2000;

interface Page {
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

function sizeOf({ columns, moved }: Page): number {
  return countIn(columns) + moved;
}

function isDirty(page: Page): boolean {
  return page.changed.size > 0 || page.gone.size > 0;
}

function statesOf(page: Page): readonly RecordState[] {
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
    plan: (revision) => planFold(pages.values(), revision),
    finish: (plan) => finishFold(pages, plan),
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

function planFold(pages: Iterable<Page>, revision: number): FoldPlan {
  const writes: PlannedPage[] = [];
  const drops: PageEntry[] = [];
  const all: PageContent[] = [];
  for (const page of pages) {
    const { entry, columns } = page;
    if (sizeOf(page) === 0) drops.push(entry);
    else if (!isDirty(page)) all.push({ entry: { ...entry, sum: page.sum }, columns });
    else {
      const content = {
        // A page of a first load came under the next one: never twice the same.
        entry: { ...entry, revision: Math.max(revision, entry.revision + 1), sum: sumOfPage(page) },
        columns: toColumns(statesOf(page)),
        taken: new Map(page.changed),
      };
      writes.push(content);
      all.push(content);
    }
  }
  return { writes, drops, all };
}

/** What changed after the plan was taken is not in its columns, and stays above them. */
function finishFold(pages: Map<string, Page>, { writes, drops, all }: FoldPlan): void {
  for (const { entry } of all) {
    const page = pages.get(entry.id);
    if (page !== undefined) page.entry = entry;
  }
  for (const { entry, columns, taken } of writes) {
    const page = pages.get(entry.id);
    if (page === undefined) continue;
    const written = new Set(idsIn(columns));
    page.entry = entry;
    page.gone = new Set([...page.gone].filter((id) => written.has(id)));
    page.changed = new Map([...page.changed].filter(([id, state]) => taken.get(id) !== state));
    page.moved = sizeOf(page) - countIn(columns);
    page.columns = columns;
    page.sum = entry.sum;
  }
  for (const { id } of drops) {
    // One that was filled again meanwhile is dirty, and the next fold writes it.
    const page = pages.get(id);
    if (page !== undefined && sizeOf(page) === 0) pages.delete(id);
  }
}
