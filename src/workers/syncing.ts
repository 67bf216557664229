import type { HubLine } from '../seal/hub-request.ts';
import { syncLock } from '../store/outbox.ts';
import { type PullOptions, type PullResult, pullChanges } from '../sync/phone/pull.ts';
import { type SendResult, sendOutbox } from '../sync/phone/send.ts';
import { settleVerdicts } from '../sync/phone/settle.ts';
import type { HubPort, NetworkFailure } from '../sync/ports.ts';
import { moveDigests, type PlaceDigests, rootDigest } from '../sync/records/digest.ts';
import type { RecordState } from '../sync/records/record-state.ts';
import { sha256 } from '../sync/records/sha256.ts';
import type { SignedVerdict } from '../sync/verdict.ts';
import { openVerdict } from '../sync/wire/verdict-bytes.ts';
import type { SyncState } from './api/phone-api.ts';
import type { ClearMetadata } from './clear-metadata.ts';
import { createHub } from './network.ts';
import type { PhonePorts } from './phone-ports.ts';
import type { Session } from './session.ts';
import { fetchScope, sendUnits } from './units/hub-units.ts';
import { postUnits } from './units/units-desk.ts';

type Pulled = Awaited<ReturnType<typeof pullChanges>>;
type Standing = Pick<SyncState, 'is' | 'why' | 'progress' | 'agreedAt' | 'clockOffset'>;

export interface Syncing {
  state(): Promise<SyncState>;
  /** Verdicts that came while the phone was locked take effect. */
  settle(): Promise<void>;
  /** Settle, send, settle, pull; then compare digests, and fold what was learnt. */
  run(): Promise<SyncState>;
}

/** Sync of an open phone, one at a time with the service worker's sending (Web Locks). */
export function createSyncing(
  ports: PhonePorts,
  clear: ClearMetadata,
  session: Session,
  tell: (state: SyncState) => void,
  onScope: () => void = () => undefined,
): Syncing {
  const { store, crypto, record } = session;
  const line = lineOf(ports, session);
  const hub = createHub(line);
  const bar = createBar(session, tell);
  const agreement = createAgreement(session);
  const send = createSending(ports, clear, session, hub);
  const settle = async () => void (await settleVerdicts(store, crypto, record.device, ports.now));
  let running: Promise<SyncState> | undefined;

  async function work(): Promise<SyncState> {
    await store.loaded;
    await bar.move({ is: 'sending' });
    await settle();
    const sent = await send();
    if (sent.contact !== undefined) bar.meet(ports.now() - sent.contact.hubTime);
    await settle();
    if (sent.is === 'failed') return bar.move(failureOf(sent));
    await postUnits(session.unitsAsked, (request) => sendUnits(line, request), ports.now);
    const onPage = (done: number, of: number) => void bar.move({ is: 'sending', progress: { done, of } });
    const options = { now: ports.now, onPage };
    const first = await pullChanges(store, hub, options);
    if (!first.ok) return bar.move(networkFailure(first.error));
    const pulled = (await followScope(first.value.epoch, options)) ?? first;
    if (!pulled.ok) return bar.move(networkFailure(pulled.error));
    bar.meet(ports.now() - pulled.value.hubTime);
    await renewLease(clear, session, pulled.value.contact);
    const agreedAt = (await agreement.isReached(pulled.value, hub, ports.now)) ? ports.now() : null;
    await store.tidy(true);
    return bar.move(sent.why === undefined ? { is: 'done', agreedAt } : { is: 'failed', why: 'refused', agreedAt });
  }

  /** Places were given or villages changed: what was gained is loaded with all the rest, for it has older numbers. */
  async function followScope(epoch: number, options: PullOptions): Promise<Pulled | undefined> {
    const { activation } = session;
    const scope = epoch > activation.epoch ? await fetchScope(line) : undefined;
    if (scope === undefined) return undefined;
    await session.learn(scope);
    onScope();
    const hasMore = scope.places.some((place) => !activation.places.includes(place));
    return hasMore ? pullChanges({ ...store, cursor: async () => 0 }, hub, options) : undefined;
  }

  return {
    state: bar.state,
    settle: () => ports.exclusively(syncLock, settle),
    run() {
      running ??= ports
        .exclusively(syncLock, work)
        .catch(async (error: unknown) => {
          // A full disk, a closed database: the bar must not say "sending" for ever.
          await bar.move({ is: 'failed', why: 'hub' });
          throw error;
        })
        .finally(() => {
          running = undefined;
        });
      return running;
    },
  };
}

function lineOf({ fetch, subtle, origin, now }: PhonePorts, { record }: Session): HubLine {
  return { fetch, subtle, origin, now, device: record.device, signKey: record.signKey };
}

/** What the bar on top says: the last outcome, with counts from the store. */
function createBar({ store }: Session, tell: (state: SyncState) => void) {
  let standing: Standing = { is: 'idle', agreedAt: null, clockOffset: null };

  async function state(): Promise<SyncState> {
    const sentAt = await store.sentAt();
    const { waiting: readable, mending } = store.counts();
    // A pending row that no longer opens still waits as an envelope: it is sent all the same, and must not seem sent.
    const waiting = Math.max(readable, await store.waitingCount());
    const is = standing.is === 'idle' && waiting === 0 && sentAt !== null ? 'done' : standing.is;
    return { ...standing, is, waiting, mending, sentAt };
  }
  return {
    state,
    async move(next: Partial<Standing> & Pick<Standing, 'is'>): Promise<SyncState> {
      const { agreedAt, clockOffset } = standing;
      standing = { agreedAt, clockOffset, ...next };
      const now = await state();
      tell(now);
      return now;
    },
    /** A contact with the hub tells how far the phone's clock is off. */
    meet(clockOffset: number): void {
      standing = { ...standing, clockOffset };
    },
  };
}

/** Sends, with the request size that the last sending ended with; a verified contact renews the lease. */
function createSending({ now }: PhonePorts, clear: ClearMetadata, session: Session, hub: HubPort) {
  const { device } = session.record;
  let batchBytes: number | undefined;
  return async function send(): Promise<SendResult> {
    const options = { device, now, ...(batchBytes === undefined ? {} : { batchBytes }) };
    const sent = await sendOutbox(session.store, hub, session.crypto, options);
    batchBytes = sent.batchBytes;
    if (sent.contact !== undefined) await clear.renewLease(device, sent.contact);
    return sent;
  };
}

/** Believed only when the pinned hub signed it for this device. */
async function renewLease(
  clear: ClearMetadata,
  { crypto, record }: Session,
  contact: SignedVerdict | undefined,
): Promise<void> {
  const verdict = contact !== undefined && (await crypto.isFromHub(contact)) ? openVerdict(contact) : undefined;
  if (verdict?.device === record.device) await clear.renewLease(record.device, verdict);
}

function failureOf({ why }: SendResult): Pick<Standing, 'is' | 'why'> {
  if (why === 'offline') return { is: 'offline', why };
  if (why === 'busy' || why === 'forged') return { is: 'failed', why };
  return { is: 'failed', why: why === 'hub' || why === 'too_large' ? 'hub' : 'refused' };
}

function networkFailure({ why }: NetworkFailure): Pick<Standing, 'is' | 'why'> {
  if (why === 'offline') return { is: 'offline', why };
  return { is: 'failed', why: why === 'busy' ? why : 'hub' };
}

/** Records hashed at a stretch; between two stretches the worker answers the screens. */
const stretch = 500;

/** Compares digests after a pull. The first time they differ everything confirmed is loaded anew, once a session. */
function createAgreement({ store }: Session) {
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
