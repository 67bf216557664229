import { readMeta, writeMeta } from './codec/meta-codec.ts';
import { sealFold } from './pages.ts';
import type { StoreState } from './state.ts';

/** A journal longer than this makes unlocking slow. */
const longJournal = 200;
const bigJournal = 256 * 1024;
/** Worth folding when there is nothing else to do. */
const idleJournal = 20;
const idleBytes = 32 * 1024;

export function needsFold(state: StoreState, isIdle: boolean): boolean {
  const entries = state.journal - state.folded;
  // Counted once: the directory says so from then on.
  if (isIdle && state.confirmed.isNewlyCounted()) return true;
  return entries > (isIdle ? idleJournal : longJournal) || state.journalBytes > (isIdle ? idleBytes : bigJournal);
}

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
