import type { HubLine } from '../../../seal/hub-request.ts';
import { type PullResult, pullChanges } from '../../../sync/phone/pull.ts';
import type { HubPort } from '../../../sync/ports.ts';
import { type PlaceDigests, rootDigest, sumText } from '../../../sync/records/digest.ts';
import type { Session } from '../../session.ts';
import { countBook, digestBook } from './hash-records.ts';

/** So often every record is hashed anew, not only what changed: what storage lost by itself would not show otherwise. */
const recountAfter = 86_400_000;

/** What digests were found equal at: the hub's word and this phone's own. */
interface Agreed {
  readonly cursor: number;
  readonly digest: string;
}

export interface Agreement {
  /** `undefined`: not reached. */
  reach(pulled: PullResult, now: () => number): Promise<Agreed | undefined>;
  /** Counts what came so far, one after the other; what it would take to agree is done then already. */
  count(): Promise<unknown>;
}

/**
 * Compares digests after a pull. Where they differ, exactly the records that differ are sought and repaired; should that
 * not do, everything confirmed is loaded anew, once a session.
 */
export function createAgreement({ store, now: rightNow }: Session, line: HubLine, hub: HubPort): Agreement {
  let known: { readonly mark: number; readonly places: PlaceDigests } | undefined;
  let hasReloaded = false;
  let counting: Promise<unknown> = Promise.resolve();

  function count(): Promise<bigint> {
    const counted = counting.then(() => countBook(store));
    counting = counted;
    return counted;
  }

  async function ownDigests(): Promise<PlaceDigests> {
    const mark = store.confirmedMark();
    if (known?.mark !== mark) known = { mark, places: await digestBook(store.allConfirmed()) };
    return known.places;
  }

  async function agreed({ digest, cursor }: PullResult): Promise<Agreed | undefined> {
    if (digest === undefined || digest !== sumText(await count())) return undefined;
    const last = await store.recountedAt();
    if (last > 0 && last + recountAfter < rightNow() && digest !== rootDigest(await ownDigests())) return undefined;
    // The first time, every page was counted just now.
    if (last + recountAfter < rightNow()) await store.noteRecount(rightNow());
    await store.heal();
    return { cursor, digest };
  }

  async function repaired(now: () => number): Promise<Agreed | undefined> {
    const { repairBook } = await import('./repairing.ts');
    const mended = await repairBook({ store, now: rightNow }, line, await ownDigests());
    if (!mended.ok) return undefined;
    const again = await pullChanges(store, hub, { now });
    return again.ok ? agreed(again.value) : undefined;
  }

  return {
    count,
    async reach(pulled, now) {
      if (pulled.digest === undefined) return undefined;
      const reached = (await agreed(pulled)) ?? (await repaired(now));
      if (reached !== undefined || hasReloaded) return reached;
      hasReloaded = true;
      const anew = await pullChanges({ ...store, cursor: async () => 0 }, hub, { now });
      return anew.ok ? agreed(anew.value) : undefined;
    },
  };
}
