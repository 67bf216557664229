import { bad, good, type Outcome } from '../domain/outcome.ts';
import { sumText } from '../sync/records/digest.ts';
import { isAlive, shown } from '../sync/records/merge.ts';
import type { RecordState } from '../sync/records/record-state.ts';
import type { Sealer } from '../vault/sealer.ts';
import type { Folded } from './codec/meta-codec.ts';
import {
  type DirectoryLine,
  indexFromBytes,
  indexToBytes,
  pageFromBytes,
  pageToBytes,
} from './columns/binary/columns-codec.ts';
import { type Columns, pickFields, wholeStates } from './columns/columns.ts';
import { toColumns } from './columns/written-columns.ts';
import type { FoldPlan, PageEntry } from './confirmed/confirmed.ts';
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
  const { pages, slim } = indexFromBytes(opened.value);
  return good({
    directory: pages.map(([id, place, at, sum]) => ({ id, place, revision: at, sum: readSum(sum) })),
    slim,
  });
}

function readSum(written: string | undefined): bigint | undefined {
  return written === undefined ? undefined : BigInt(`0x${written}`);
}

function lineOf({ id, place, revision, sum }: PageEntry): DirectoryLine {
  return sum === undefined ? [id, place, revision] : [id, place, revision, sumText(sum)];
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
  return opened.ok ? good(pageFromBytes(opened.value)) : bad('damaged');
}

/** What is found of all pages: untouched records, and the others as they show, which is all that a list needs of them. */
export function slimOf(pages: readonly Columns[], slimFields: SlimFields): readonly Columns[] {
  const others = pages.flatMap(wholeStates).flatMap((state) => {
    const fields = slimFields[state.kind];
    return fields === undefined || !isAlive(state) ? [] : [flattened(state, fields)];
  });
  const untouched = pages.map((columns) => pickFields(columns, slimFields));
  return others.length === 0 ? untouched : [...untouched, pickFields(toColumns(others), slimFields)];
}

/** As if one op had written what shows. */
function flattened(state: RecordState, fields: readonly string[]): RecordState {
  const head = { op: state.id, stamp: [0, 0] as const, user: '' };
  const values = fields.flatMap((field) => {
    const value = shown(state, field);
    return value === undefined ? [] : [[field, [{ ...head, value }]] as const];
  });
  const { kind, id, place } = state;
  return { kind, id, place: { ...head, value: String(place.value) }, fields: Object.fromEntries(values), life: [] };
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
    const body = await sealer.seal({ store, id: entry.id, revision: entry.revision }, pageToBytes(columns));
    puts.push({ name: await sealer.nameOf(store, entry.id), body });
  }
  const index = {
    pages: plan.all.map(({ entry }) => lineOf(entry)),
    slim: slimOf(
      plan.all.map(({ columns }) => columns),
      slimFields,
    ),
  };
  const body = await sealer.seal({ store, id: indexName, revision }, indexToBytes(index));
  puts.push({ name: await sealer.nameOf(store, indexName), body });
  const deletes = await Promise.all(plan.drops.map(({ id }) => sealer.nameOf(store, id)));
  return { puts, deletes };
}
