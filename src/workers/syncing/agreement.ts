import type { HubLine } from '../../seal/hub-request.ts';
import { type PullResult, pullChanges } from '../../sync/phone/pull.ts';
import type { HubPort } from '../../sync/ports.ts';
import { moveDigests, type PlaceDigests, rootDigest } from '../../sync/records/digest.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { sha256 } from '../../sync/records/sha256.ts';
import type { Session } from '../session.ts';

/** Records hashed at a stretch; between two stretches the worker answers the screens. */
const stretch = 500;

/** What digests were found equal at: the hub's word and this phone's own. */
interface Agreed {
  readonly cursor: number;
  readonly digest: string;
}

export interface Agreement {
  /** `undefined`: not reached. */
  reach(pulled: PullResult, now: () => number): Promise<Agreed | undefined>;
}

/**
 * Compares digests after a pull. Where they differ, exactly the records that differ are sought and repaired; should that
 * not do, everything confirmed is loaded anew, once a session.
 */
export function createAgreement({ store, now: rightNow }: Session, line: HubLine, hub: HubPort): Agreement {
  let known: { readonly mark: number; readonly places: PlaceDigests } | undefined;
  let hasReloaded = false;

  async function ownDigests(): Promise<PlaceDigests> {
    const mark = store.confirmedMark();
    if (known?.mark !== mark) known = { mark, places: await digestAll(store.allConfirmed()) };
    return known.places;
  }

  async function agreed({ digest, cursor }: PullResult): Promise<Agreed | undefined> {
    if (digest === undefined || digest !== rootDigest(await ownDigests())) return undefined;
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

async function digestAll(records: Iterable<RecordState>): Promise<PlaceDigests> {
  let digests: PlaceDigests = new Map();
  let part: (readonly [undefined, RecordState])[] = [];
  for (const record of records) {
    part.push([undefined, record]);
    if (part.length < stretch) continue;
    digests = moveDigests(digests, part, sha256);
    part = [];
    await new Promise((resolve) => setTimeout(resolve));
  }
  return moveDigests(digests, part, sha256);
}
