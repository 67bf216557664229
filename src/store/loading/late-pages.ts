import { type Columns, pickFields } from '../../sync/records/columns/columns.ts';
import type { Sealer } from '../../vault/sealer.ts';
import type { PageEntry } from '../confirmed/confirmed.ts';
import type { Database } from '../database.ts';
import { openPage, readPages, type SlimFields } from '../pages.ts';

/**
 * What is found of pages that the search index does not hold: those of a first load that was cut off. No fold has written
 * yet what their whole records show: these are as they are.
 */
export async function findLatePages(
  database: Database,
  sealer: Sealer,
  pages: readonly PageEntry[],
  slimFields: SlimFields,
): Promise<readonly Columns[]> {
  const rows = await readPages(database, sealer, pages);
  const opened = await Promise.all(pages.map((page, at) => openPage(sealer, page, rows[at])));
  return opened.flatMap((page) => (page.ok ? [{ ...pickFields(page.value, slimFields), rows: page.value.rows }] : []));
}
