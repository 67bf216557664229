import type { DirectoryLine } from '../sync/records/columns/binary/columns-codec.ts';
import { indexToBytes, pageToBytes } from '../sync/records/columns/binary/write-columns.ts';
import { type Columns, countIn, pickFields } from '../sync/records/columns/columns.ts';
import { mergePages } from '../sync/records/columns/merging/merge-pages.ts';
import { sumText } from '../sync/records/digest.ts';
import type { SealedPlace } from '../vault/sealer.ts';
import { readMeta, writeMeta } from './codec/meta-codec.ts';
import type { PageEntry } from './confirmed/confirmed.ts';
import { type FoldPlan, finishFold, planFold } from './confirmed/fold-plan.ts';
import { type WholeShown, wholeShown } from './confirmed/whole-shown.ts';
import type { PageRow } from './database.ts';
import { besideName, indexName, pagesTable, placeOfShown, type SlimFields, shownName } from './pages.ts';
import type { StoreState } from './state.ts';

/**
 * Folds the journal into the pages: the touched pages and the search index are sealed, then one strict transaction puts
 * them and cuts the journal. Entries that come meanwhile stay, since they hold whole records. Another tab's fold wins.
 */
export async function fold(state: StoreState): Promise<void> {
  const { database, confirmed } = state;
  const { revision, journal, journalBytes } = state;
  const plan = planFold(confirmed.pages.values(), revision + 1);
  const { puts, deletes } = await sealFold(state, plan, revision + 1);
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
  finishFold(confirmed.pages, plan);
  state.revision = revision + 1;
  state.folded = journal;
  state.journalBytes -= journalBytes;
  state.lacksShown = false;
  state.beside = undefined;
}

function lineOf({ id, place, revision, sum }: PageEntry): DirectoryLine {
  return sum === undefined ? [id, place, revision] : [id, place, revision, sumText(sum)];
}

/** What is found of all pages: untouched records, and the others as they show, which is all that a list needs of them. */
function slimOf(pages: readonly Columns[], { living }: WholeShown, slimFields: SlimFields): readonly Columns[] {
  return [mergePages([...pages, living].map((columns) => pickFields(columns, slimFields)))];
}

/** What a fold puts and takes out of storage. */
interface SealedFold {
  readonly puts: readonly PageRow[];
  readonly deletes: readonly string[];
}

/** Everything that a fold writes, sealed: to be put in one transaction. */
async function sealFold(state: StoreState, plan: FoldPlan, revision: number): Promise<SealedFold> {
  const { sealer, slimFields, dateFields, pause } = state;
  const puts: PageRow[] = [];
  const put = async (id: string, place: SealedPlace, bytes: Uint8Array<ArrayBuffer>): Promise<void> => {
    puts.push({ name: await sealer.nameOf(pagesTable, id), body: await sealer.seal(place, bytes) });
  };
  for (const { entry, columns } of plan.writes)
    await put(entry.id, { store: pagesTable, id: entry.id, revision: entry.revision }, pageToBytes(columns));
  const pages = plan.all.map(({ columns }) => columns);
  const whole = await wholeShown(pages, dateFields, pause);
  const index = { pages: plan.all.map(({ entry }) => lineOf(entry)), slim: slimOf(pages, whole, slimFields) };
  await put(indexName, { store: pagesTable, id: indexName, revision }, indexToBytes(index));
  const isWhole = [whole.living, whole.takenBack].some((columns) => countIn(columns) > 0);
  if (isWhole) {
    const shown = indexToBytes({ pages: [], slim: [whole.living, whole.takenBack] });
    await put(shownName, placeOfShown(dateFields, revision), shown);
  }
  const dropped = [...plan.drops.map(({ id }) => id), besideName, ...(isWhole ? [] : [shownName])];
  return { puts, deletes: await Promise.all(dropped.map((id) => sealer.nameOf(pagesTable, id))) };
}
