import { type PullResult, pullChanges } from '../../sync/phone/pull.ts';
import type { HubPort } from '../../sync/ports.ts';
import { moveDigests, type PlaceDigests, rootDigest } from '../../sync/records/digest.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { sha256 } from '../../sync/records/sha256.ts';
import type { Session } from '../session.ts';

/** Records hashed at a stretch; between two stretches the worker answers the screens. */
const stretch = 500;

export interface Agreement {
  isReached(pulled: PullResult, hub: HubPort, now: () => number): Promise<boolean>;
}

/** Compares digests after a pull. The first time they differ everything confirmed is loaded anew, once a session. */
export function createAgreement({ store }: Session): Agreement {
  let known: { readonly mark: number; readonly root: string } | undefined;
  let hasReloaded = false;

  async function ownRoot(): Promise<string> {
    const mark = store.confirmedMark();
    if (known?.mark !== mark) known = { mark, root: await digestAll(store.allConfirmed()) };
    return known.root;
  }

  async function isReached(pulled: PullResult, hub: HubPort, now: () => number): Promise<boolean> {
    if (pulled.digest === undefined) return false;
    if (pulled.digest === (await ownRoot())) return true;
    if (hasReloaded) return false;
    hasReloaded = true;
    const anew = await pullChanges({ ...store, cursor: async () => 0 }, hub, { now });
    return anew.ok && anew.value.digest === (await ownRoot());
  }
  return { isReached };
}

async function digestAll(records: Iterable<RecordState>): Promise<string> {
  let digests: PlaceDigests = new Map();
  let part: (readonly [undefined, RecordState])[] = [];
  for (const record of records) {
    part.push([undefined, record]);
    if (part.length < stretch) continue;
    digests = moveDigests(digests, part, sha256);
    part = [];
    await new Promise((resolve) => setTimeout(resolve));
  }
  return rootDigest(moveDigests(digests, part, sha256));
}
