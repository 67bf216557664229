import { countIn, idsIn } from '../../sync/records/columns/columns.ts';
import { toColumns } from '../../sync/records/columns/written-columns.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { isDirty, type Page, type PageContent, type PageEntry, sizeOf, statesOf } from './confirmed.ts';
import { sumOfPage } from './page-sum.ts';

/** What the next fold must write: pages, pages that are empty now, and every page there is then. */
export interface FoldPlan {
  readonly writes: readonly PlannedPage[];
  readonly drops: readonly PageEntry[];
  readonly all: readonly PageContent[];
}

/** With the changes that its columns hold: the same records, by reference. */
interface PlannedPage extends PageContent {
  readonly taken: ReadonlyMap<string, RecordState>;
}

/** Taken at once; changes that come while it is being sealed stay dirty. */
export function planFold(pages: Iterable<Page>, revision: number): FoldPlan {
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

/** The plan is durable. What changed after it was taken is not in its columns, stays above them, and makes pages dirty anew. */
export function finishFold(pages: Map<string, Page>, { writes, drops, all }: FoldPlan): void {
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
