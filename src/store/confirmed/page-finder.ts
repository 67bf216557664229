import type { Columns } from '../../sync/records/columns/columns.ts';
import { createRowNumbers, type RowNumbers, runOf } from '../../sync/records/row-numbers.ts';

/** Which page of many a record is on, without a text in memory for each. */
export interface PageFinder<Page> {
  find(id: string): Page | undefined;
  /** It stands there from now on, whatever the columns say; `null`: nowhere. */
  put(id: string, page: Page | null): void;
  /** One more page, with what its columns hold. */
  adopt(page: Page): void;
  clear(): void;
}

/**
 * Most records stay on the page where they were stored: their numbers run from page to page, and are listed when the
 * first is sought. Few are moved, or come anew.
 * @param pages as they are now
 * @param isHere whether a page is still one of them
 */
export function createPageFinder<Page extends { readonly columns: Columns }>(
  pages: () => Iterable<Page>,
  isHere: (page: Page) => boolean,
): PageFinder<Page> {
  const moved = new Map<string, Page | null>();
  let stored: StoredRecords<Page> | undefined;

  const listed = (): StoredRecords<Page> => {
    stored ??= listAll(pages());
    return stored;
  };
  return {
    find(id) {
      const page = moved.get(id);
      if (page !== undefined) return page ?? undefined;
      const found = findStored(listed(), id);
      return found !== undefined && isHere(found) ? found : undefined;
    },
    put: (id, page) => void moved.set(id, page),
    adopt(page) {
      if (stored !== undefined) listPage(stored, page);
    },
    clear() {
      moved.clear();
      stored = undefined;
    },
  };
}

interface StoredRecords<Page> {
  readonly numbers: RowNumbers;
  readonly pages: Page[];
  /** Number of each page's first record. */
  readonly starts: number[];
  /** Of the next record. */
  next: number;
}

function listAll<Page extends { readonly columns: Columns }>(pages: Iterable<Page>): StoredRecords<Page> {
  const stored: StoredRecords<Page> = { numbers: createRowNumbers(), pages: [], starts: [], next: 0 };
  for (const page of pages) listPage(stored, page);
  return stored;
}

function listPage<Page extends { readonly columns: Columns }>(stored: StoredRecords<Page>, page: Page): void {
  const { numbers, pages, starts } = stored;
  pages.push(page);
  starts.push(stored.next);
  for (const { ids } of Object.values(page.columns.kinds)) {
    numbers.add(ids, stored.next);
    stored.next += ids.length;
  }
  for (const id of page.columns.rows.ids) numbers.put(id, stored.next++);
}

function findStored<Page>({ numbers, pages, starts }: StoredRecords<Page>, id: string): Page | undefined {
  const number = numbers.get(id);
  return number === undefined ? undefined : pages[runOf(starts, number)];
}
