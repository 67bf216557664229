import type { DirectoryLine } from '../sync/records/columns/binary/columns-codec.ts';
import { indexToBytes, pageToBytes } from '../sync/records/columns/binary/write-columns.ts';
import { type Columns, pickFields, wholeStates } from '../sync/records/columns/columns.ts';
import { toColumns } from '../sync/records/columns/written-columns.ts';
import { sumText } from '../sync/records/digest.ts';
import { isAlive, shown } from '../sync/records/merge.ts';
import type { RecordState } from '../sync/records/record-state.ts';
import type { Sealer } from '../vault/sealer.ts';
import { readMeta, writeMeta } from './codec/meta-codec.ts';
import type { FoldPlan, PageEntry } from './confirmed/confirmed.ts';
import type { PageRow } from './database.ts';
import { indexName, pagesTable, type SlimFields } from './pages.ts';
import type { StoreState } from './state.ts';

/**
 * Folds the journal into the pages: the touched pages and the search index are sealed, then one strict transaction puts
 * them and cuts the journal. Entries that come meanwhile stay, since they hold whole records. Another tab's fold wins.
 */
export async function fold(state: StoreState): Promise<void> {
  const { database, sealer, confirmed, slimFields } = state;
  const { revision, journal, journalBytes } = state;
  const plan = confirmed.plan(revision + 1);
  const { puts, deletes } = await sealFold(sealer, plan, revision + 1, slimFields);
  const isDone = await database.write([database.pages, database.journal, database.meta], async () => {
    const folded = await readMeta(database, 'folded');
    if (folded.revision !== revision || folded.journal !== state.folded) return false;
    await database.pages.bulkDelete([...deletes]);
    await database.pages.bulkPut([...puts]);
    await database.journal.where('n').belowOrEqual(journal).delete();
    await writeMeta(database, 'folded', { revision: revision + 1, journal, hasPages: true });
    return true;
  });
  if (!isDone) return;
  confirmed.finish(plan);
  state.revision = revision + 1;
  state.folded = journal;
  state.journalBytes -= journalBytes;
}

function lineOf({ id, place, revision, sum }: PageEntry): DirectoryLine {
  return sum === undefined ? [id, place, revision] : [id, place, revision, sumText(sum)];
}

/** What is found of all pages: untouched records, and the others as they show, which is all that a list needs of them. */
function slimOf(pages: readonly Columns[], slimFields: SlimFields): readonly Columns[] {
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
async function sealFold(
  sealer: Sealer,
  plan: FoldPlan,
  revision: number,
  slimFields: SlimFields,
): Promise<{ readonly puts: readonly PageRow[]; readonly deletes: readonly string[] }> {
  const puts: PageRow[] = [];
  for (const { entry, columns } of plan.writes) {
    const body = await sealer.seal({ store: pagesTable, id: entry.id, revision: entry.revision }, pageToBytes(columns));
    puts.push({ name: await sealer.nameOf(pagesTable, entry.id), body });
  }
  const index = {
    pages: plan.all.map(({ entry }) => lineOf(entry)),
    slim: slimOf(
      plan.all.map(({ columns }) => columns),
      slimFields,
    ),
  };
  const body = await sealer.seal({ store: pagesTable, id: indexName, revision }, indexToBytes(index));
  puts.push({ name: await sealer.nameOf(pagesTable, indexName), body });
  const deletes = await Promise.all(plan.drops.map(({ id }) => sealer.nameOf(pagesTable, id)));
  return { puts, deletes };
}
