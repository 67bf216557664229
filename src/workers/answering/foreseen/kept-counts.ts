import type { NamedReport } from '../../../domain/figure/report.ts';
import type { KeptCounts } from '../../../register/figures/counts.ts';
import { countsFromBytes, countsToBytes } from '../../../register/figures/kept/counts-codec.ts';
import type { SinceFold } from '../../../store/confirmed/beside.ts';
import { isStorageFull } from '../../../store/opening/storage-full.ts';
import { breath } from '../../ports/breath.ts';
import type { Session } from '../../session.ts';

/*
 * What reports rest on, from one opening to the next. It is kept as the last fold has the records, and taken up so: for a
 * moment the register shows them as they stood there, and then as they stand, following whatever changed since as ever.
 */

type Book = Pick<Session, 'store' | 'register'>;

/** Worth nothing where something has been counted already, or too much has changed since. */
export async function takeUpCounts({ store, register }: Book, edition: string): Promise<void> {
  const kept = await store.openBeside(edition);
  if (kept === undefined) return;
  const counts = await readCounts(store, kept.bytes);
  const since = kept.since();
  if (since !== undefined) asFolded({ store, register }, since, () => register.takeUpCounts(counts));
}

/** What this build wrote and cannot read is a fault, but of one opening: the next counts anew. */
async function readCounts(store: Book['store'], bytes: KeptBytes): Promise<KeptCounts> {
  try {
    return countsFromBytes(bytes);
  } catch (fault) {
    await store.dropBeside();
    throw fault;
  }
}

/** @param isMore more is counted now than what is kept tells of */
export async function keepCounts(
  { store, register }: Book,
  edition: string,
  reports: readonly NamedReport[],
  isMore = false,
): Promise<void> {
  if (!isMore && !store.lacksBeside()) return;
  try {
    await store.keepBeside(edition, (since) => {
      const counts = asFolded({ store, register }, since, () => register.keptCounts(reports));
      return counts.counts.length === 0 ? undefined : countsToBytes(counts, breath);
    });
  } catch (error) {
    // Nothing of the book is lost by it: the next opening counts anew.
    if (!isStorageFull(error)) throw error;
  }
}

/** With the register as the last fold has the records. In one go: nobody sees it so. */
function asFolded<Result>({ store, register }: Book, since: SinceFold, work: () => Result): Result {
  const show = (state: StateAt): void => {
    const ids = [...since.keys()];
    register.remove(ids.filter((id) => state(id) === undefined));
    register.apply(
      ids.flatMap((id) => {
        const found = state(id);
        return found === undefined ? [] : [found];
      }),
    );
  };
  show((id) => {
    const state = since.get(id);
    return state && { state, standing: 'confirmed' };
  });
  try {
    return work();
  } finally {
    show((id) => {
      const state = store.shown(id);
      return state && { state, standing: store.standing(id) };
    });
  }
}

type KeptBytes = Parameters<typeof countsFromBytes>[0];
type StateAt = (id: string) => Parameters<Session['register']['apply']>[0][number] | undefined;
