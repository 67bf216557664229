import { bad, good, type Outcome } from '../domain/outcome.ts';
import { indexFromBytes, pageFromBytes } from '../sync/records/columns/binary/columns-codec.ts';
import { type Columns, noColumns } from '../sync/records/columns/columns.ts';
import type { SealedPlace, Sealer } from '../vault/sealer.ts';
import type { Folded } from './codec/meta-codec.ts';
import type { PageEntry } from './confirmed/confirmed.ts';
import type { DateFields, WholeShown } from './confirmed/whole-shown.ts';
import type { Database, PageRow } from './database.ts';

/*
 * Sealed pages: a few big ones, one or more a village, and the search index that is opened first. The index also is the
 * directory: it says at which revision each page must be, so that an older copy of a page does not pass for today's.
 */

/** Fields of each kind that the search index holds, e.g. person → fullName, birthDate, sex, household. */
export type SlimFields = { readonly [kind: string]: readonly string[] };

export interface OpenedIndex {
  readonly directory: readonly PageEntry[];
  /** Records with the fields of the search index only: enough to be found, not to be trusted further. */
  readonly slim: readonly Columns[];
}

export const pagesTable = 'pages';
export const indexName = 'index';
export const shownName = 'shown';
/** What others worked out from all records as the last fold wrote them. */
export const besideName = 'beside';

/** The index of the last fold. */
export async function openIndex(
  database: Database,
  sealer: Sealer,
  { revision, hasPages }: Folded,
): Promise<Outcome<OpenedIndex, 'damaged'>> {
  if (!hasPages) return good({ directory: [], slim: [] });
  const row = await database.pages.get(await sealer.nameOf(pagesTable, indexName));
  const opened =
    row === undefined ? bad('damaged') : await sealer.open({ store: pagesTable, id: indexName, revision }, row.body);
  if (!opened.ok) return bad('damaged');
  const { pages, slim } = indexFromBytes(opened.value);
  return good({
    directory: pages.map(([id, place, at, sum]) => ({ id, place, revision: at, sum: readSum(sum) })),
    slim,
  });
}

/**
 * What the last fold wrote of whole records, if it was one of an app that tells facts' dates by the same fields. Anything
 * else goes: the pages have it all, and an older one would outlive an order to erase.
 */
export async function openShown(
  { database, sealer }: { readonly database: Database; readonly sealer: Sealer },
  dateFields: DateFields,
  revision: number,
): Promise<WholeShown | undefined> {
  const row = await database.pages.get(await sealer.nameOf(pagesTable, shownName));
  if (row === undefined) return undefined;
  const opened = await sealer.open(placeOfShown(dateFields, revision), row.body);
  if (!opened.ok) {
    await database.write([database.pages], () => database.pages.delete(row.name));
    return undefined;
  }
  const [living = noColumns, takenBack = noColumns] = indexFromBytes(opened.value).slim;
  return { living, takenBack };
}

export function placeOfShown(dateFields: DateFields, revision: number): SealedPlace {
  return { store: pagesTable, id: `${shownName} ${JSON.stringify(dateFields)}`, revision };
}

function readSum(written: string | undefined): bigint | undefined {
  return written === undefined ? undefined : BigInt(`0x${written}`);
}

/** The stored rows of these pages, in their order. */
export async function readPages(
  database: Database,
  sealer: Sealer,
  directory: readonly PageEntry[],
): Promise<readonly (PageRow | undefined)[]> {
  const names = await Promise.all(directory.map(({ id }) => sealer.nameOf(pagesTable, id)));
  return database.pages.bulkGet(names);
}

export async function openPage(
  sealer: Sealer,
  { id, revision }: PageEntry,
  row: PageRow | undefined,
): Promise<Outcome<Columns, 'damaged'>> {
  const opened = row === undefined ? bad('damaged') : await sealer.open({ store: pagesTable, id, revision }, row.body);
  return opened.ok ? good(pageFromBytes(opened.value)) : bad('damaged');
}
