import { bad, good, type Outcome } from '../domain/outcome.ts';
import type { Sealer } from '../vault/sealer.ts';
import { fromBytes, toBytes } from './codec/json-codec.ts';
import type { Folded } from './codec/meta-codec.ts';
import { type Columns, pickFields } from './columns.ts';
import type { FoldPlan, PageEntry } from './confirmed.ts';
import type { Database, PageRow } from './database.ts';

/*
 * Sealed pages: a few big ones, one or more a village, and the search index that is opened first. The index also is the
 * directory: it says at which revision each page must be, so that an older copy of a page does not pass for today's.
 */

/** Fields of each kind that the search index holds, e.g. person → fullName, birthDate, sex, household. */
export type SlimFields = { readonly [kind: string]: readonly string[] };

/** Version 1 (frozen). */
interface Index {
  readonly v: 1;
  readonly pages: readonly (readonly [id: string, place: string, revision: number])[];
  /** Cut out of each page. */
  readonly slim: readonly Columns[];
}

export interface OpenedIndex {
  readonly directory: readonly PageEntry[];
  /** Records with the fields of the search index only: enough to be found, not to be trusted further. */
  readonly slim: readonly Columns[];
}

const store = 'pages';
const indexName = 'index';

/** The index of the last fold. */
export async function openIndex(
  database: Database,
  sealer: Sealer,
  { revision, hasPages }: Folded,
): Promise<Outcome<OpenedIndex, 'damaged'>> {
  if (!hasPages) return good({ directory: [], slim: [] });
  const row = await database.pages.get(await sealer.nameOf(store, indexName));
  const opened = row === undefined ? bad('damaged') : await sealer.open({ store, id: indexName, revision }, row.body);
  if (!opened.ok) return bad('damaged');
  const { pages, slim } = fromBytes<Index>(opened.value);
  return good({
    directory: pages.map(([id, place, at]) => ({ id, place, revision: at })),
    slim,
  });
}

/** The stored rows of these pages, in their order. */
export async function readPages(
  database: Database,
  sealer: Sealer,
  directory: readonly PageEntry[],
): Promise<readonly (PageRow | undefined)[]> {
  const names = await Promise.all(directory.map(({ id }) => sealer.nameOf(store, id)));
  return database.pages.bulkGet(names);
}

export async function openPage(
  sealer: Sealer,
  { id, revision }: PageEntry,
  row: PageRow | undefined,
): Promise<Outcome<Columns, 'damaged'>> {
  const opened = row === undefined ? bad('damaged') : await sealer.open({ store, id, revision }, row.body);
  return opened.ok ? good(fromBytes<Columns>(opened.value)) : bad('damaged');
}

/** Everything a fold writes, sealed: to be put in one transaction. */
export async function sealFold(
  sealer: Sealer,
  plan: FoldPlan,
  revision: number,
  slimFields: SlimFields,
): Promise<{ readonly puts: readonly PageRow[]; readonly deletes: readonly string[] }> {
  const puts: PageRow[] = [];
  for (const { entry, columns } of plan.writes) {
    const body = await sealer.seal({ store, id: entry.id, revision: entry.revision }, toBytes(columns));
    puts.push({ name: await sealer.nameOf(store, entry.id), body });
  }
  const index: Index = {
    v: 1,
    pages: plan.all.map(({ entry }) => [entry.id, entry.place, entry.revision]),
    slim: plan.all.map(({ columns }) => pickFields(columns, slimFields)),
  };
  const body = await sealer.seal({ store, id: indexName, revision }, toBytes(index));
  puts.push({ name: await sealer.nameOf(store, indexName), body });
  const deletes = await Promise.all(plan.drops.map(({ id }) => sealer.nameOf(store, id)));
  return { puts, deletes };
}
