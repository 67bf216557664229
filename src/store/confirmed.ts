import type { RecordState } from '../sync/record-state.ts';

/* The confirmed records in memory, and which page of storage each belongs to. */

/** A page as the directory names it. `revision` is the number of the fold that wrote it: an older copy does not open. */
export interface PageEntry {
  readonly id: string;
  readonly place: string;
  readonly revision: number;
}

/** What the next fold must write: pages to write with their records, pages that are empty now, and the new directory. */
export interface FoldPlan {
  readonly writes: readonly { readonly page: PageEntry; readonly states: readonly RecordState[] }[];
  readonly drops: readonly PageEntry[];
  readonly directory: readonly PageEntry[];
}

export interface Confirmed {
  get(id: string): RecordState | undefined;
  all(): Iterable<RecordState>;
  put(state: RecordState): void;
  remove(id: string): void;
  clear(): void;
  /** Takes a page in as it stands in storage. */
  adopt(page: PageEntry, states: readonly RecordState[]): void;
  /** Taken at once; changes that come while it is being sealed stay dirty. */
  plan(revision: number): FoldPlan;
  /** The plan is durable: later changes make pages dirty anew. */
  finish(plan: FoldPlan): void;
}

/** Rewriting a page stays short: a village of 1,000 people and their facts of a year or two is one page. */
const pageSize = 2000;

interface Page {
  entry: PageEntry;
  readonly ids: Set<string>;
  /** Times it was touched; a plan remembers the count it saw. */
  touched: number;
  written: number;
}

export function createConfirmed(): Confirmed {
  const states = new Map<string, RecordState>();
  const pageOf = new Map<string, Page>();
  const pages = new Map<string, Page>();
  const openPages = new Map<string, Page>();
  let planned = new Map<Page, number>();

  function freshPage(place: string): Page {
    let number = 0;
    while (pages.has(`${place}#${number}`)) number++;
    const entry = { id: `${place}#${number}`, place, revision: 0 };
    const page: Page = { entry, ids: new Set(), touched: 0, written: 0 };
    pages.set(entry.id, page);
    return page;
  }

  function roomIn(place: string): Page {
    const open = openPages.get(place);
    if (open !== undefined && open.ids.size < pageSize && pages.get(open.entry.id) === open) return open;
    const page = freshPage(place);
    openPages.set(place, page);
    return page;
  }

  function detach(id: string): void {
    const page = pageOf.get(id);
    page?.ids.delete(id);
    if (page !== undefined) page.touched++;
    pageOf.delete(id);
  }

  function put(state: RecordState): void {
    const place = String(state.place.value);
    states.set(state.id, state);
    const held = pageOf.get(state.id);
    if (held?.entry.place === place) {
      held.touched++;
      return;
    }
    detach(state.id);
    const page = roomIn(place);
    page.ids.add(state.id);
    page.touched++;
    pageOf.set(state.id, page);
  }

  function adopt(entry: PageEntry, held: readonly RecordState[]): void {
    const page: Page = { entry, ids: new Set(held.map(({ id }) => id)), touched: 0, written: 0 };
    pages.set(entry.id, page);
    openPages.set(entry.place, page);
    for (const state of held) {
      states.set(state.id, state);
      pageOf.set(state.id, page);
    }
  }

  function statesOf(page: Page): readonly RecordState[] {
    return [...page.ids].flatMap((id) => states.get(id) ?? []);
  }

  function plan(revision: number): FoldPlan {
    const dirty = [...pages.values()].filter((page) => page.touched !== page.written);
    planned = new Map(dirty.map((page) => [page, page.touched]));
    const written = dirty.filter((page) => page.ids.size > 0);
    const next = ({ entry }: Page): PageEntry => ({ ...entry, revision });
    const kept = [...pages.values()].filter((page) => page.ids.size > 0);
    return {
      writes: written.map((page) => ({ page: next(page), states: statesOf(page) })),
      drops: dirty.filter((page) => page.ids.size === 0).map(({ entry }) => entry),
      directory: kept.map((page) => (planned.has(page) ? next(page) : page.entry)),
    };
  }

  function finish({ writes, drops }: FoldPlan): void {
    for (const { page: entry } of writes) {
      const page = pages.get(entry.id);
      if (page === undefined) continue;
      page.entry = entry;
      page.written = planned.get(page) ?? page.written;
    }
    for (const { id } of drops) {
      const page = pages.get(id);
      // One that was filled again meanwhile is still dirty and will be written by the next fold.
      if (page?.ids.size === 0) pages.delete(id);
    }
  }

  return {
    get: (id) => states.get(id),
    all: () => states.values(),
    put,
    remove(id) {
      detach(id);
      states.delete(id);
    },
    clear() {
      for (const map of [states, pageOf, pages, openPages]) map.clear();
    },
    adopt,
    plan,
    finish,
  };
}
