import type { SealedEnvelope } from '../envelope.ts';
import type { DeviceCrypto, HubPort, NetworkFailure, OutboxPort } from '../ports.ts';
import type { EnvelopeRefusal, Lease, SignedVerdict, Verdict } from '../verdict.ts';
import { maxUploadBytes } from '../wire/bounds.ts';
import { maxUploadEnvelopes } from '../wire/upload-bytes.ts';
import { openVerdict } from '../wire/verdict-bytes.ts';
import { hashesOf, hashIn, readSound } from './sound.ts';

/*
 * Sends what waits. Used by the service worker and by the app, so it knows no key, no name and no record: opaque bytes
 * and hashes. An envelope leaves only against a verdict of the pinned hub for this device that covers every hash.
 */

export interface SendOptions {
  readonly device: string;
  /** ms, for measuring requests; need not be the wall clock. */
  readonly now: () => number;
  /** Bytes of the first request, as the last call ended with. */
  readonly batchBytes?: number;
  /** Work per call: the system gives a service worker minutes. */
  readonly maxRequests?: number;
  /**
   * Seals what waits into fewer envelopes, for one who has the keys: prepared while the first of more than `from` is under
   * way. What it answers is asked once, when the hub has answered that one, and puts them where the others stand. Before
   * that nothing says that the line bears larger ones, and they may be under way by another road.
   */
  readonly gather?: { readonly from: number; prepare(waiting: readonly SealedEnvelope[]): Promise<Kept> };
  /** Ops answered so far, of those that this call sends: envelopes may become fewer on the way. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** Puts what was gathered where the others stand; `undefined`: nothing could be. */
type Kept = (() => Promise<unknown>) | undefined;

/** What a verified verdict says beside its ops. */
interface Contact {
  readonly hubTime: number;
  readonly epoch: number;
  readonly hubEpoch: number;
  readonly acked: number;
  readonly lease: Lease;
  readonly standing?: NonNullable<Verdict['standing']>;
  readonly wipe?: true;
  /** The hub's newer keys, on whichever answer they came. */
  readonly keys?: NonNullable<Verdict['keys']>;
}

export interface SendResult {
  /** done: nothing waits · kept: all was answered, something stays (parked or refused as a whole) · failed */
  readonly is: 'done' | 'kept' | 'failed';
  readonly why?: 'offline' | 'busy' | 'hub' | 'foreign' | 'device' | 'too_large' | 'forged' | EnvelopeRefusal;
  /** Ops that left, and ops that still wait. */
  readonly sent: number;
  readonly waiting: number;
  /** Answers that were not the pinned hub's for these envelopes; they changed nothing. */
  readonly forged: number;
  /** Ids of envelopes that storage has damaged: who has the keys can seal them anew (`mend.ts`). */
  readonly damaged: readonly string[];
  readonly retryAfterSeconds?: number;
  readonly contact?: Contact;
  /** Request size to start with next time. */
  readonly batchBytes: number;
}

const aimMs = 2_000;
const firstBatchBytes = 64_000;
/** About 20 single-op envelopes: below this a slow line gains nothing. */
const floorBatchBytes = 12_000;

interface Progress {
  readonly tried: Set<string>;
  readonly damaged: Set<string>;
  /** Ops of those that were tried. */
  answered: number;
  sent: number;
  forged: number;
  batchBytes: number;
  /** What broke once in this call is not tried again in it. */
  ceiling: number;
  refused?: EnvelopeRefusal | 'parked';
  contact?: Contact;
}

export async function sendOutbox(
  outbox: OutboxPort,
  hub: Pick<HubPort, 'upload'>,
  crypto: Pick<DeviceCrypto, 'isFromHub'>,
  options: SendOptions,
): Promise<SendResult> {
  const batchBytes = options.batchBytes ?? firstBatchBytes;
  const begun = { tried: new Set<string>(), damaged: new Set<string>(), answered: 0, sent: 0, forged: 0 };
  const progress: Progress = { ...begun, batchBytes, ceiling: maxUploadBytes };
  const gathering = createGathering(options.gather);
  let waiting: readonly SealedEnvelope[] = [];
  for (let requests = options.maxRequests ?? 100; requests > 0; requests--) {
    waiting = await readWaiting(outbox, waiting, progress);
    const untried = waiting.filter(isUntried(progress));
    if (untried.length === 0) return finish(waiting, progress);
    const isMany = gathering.isDue(untried);
    if (isMany && progress.contact !== undefined) {
      await gathering.seal(untried);
      waiting = [];
      continue;
    }
    const batch = nextBatch(untried, isMany ? 1 : maxUploadEnvelopes, options.device, progress);
    options.onProgress?.(progress.answered, progress.answered + opsIn(untried));
    const sending = sendBatch(batch, outbox, hub, crypto, options, progress);
    if (isMany) gathering.prepare(untried.filter(isUntried(progress)).filter((envelope) => !batch.includes(envelope)));
    const failure = await sending;
    if (failure !== undefined) return fail(await outbox.waiting(), progress, failure);
  }
  return fail(await outbox.waiting(), progress, { why: 'busy', retryAfterSeconds: 1 });
}

/** Once a sending: behind the first answer, and prepared while that is on its way. */
function createGathering(gather: SendOptions['gather']) {
  let isOver = false;
  let prepared: Promise<Kept> | undefined;
  const prepare = (waiting: readonly SealedEnvelope[]): void => {
    prepared = gather?.prepare(waiting);
    // Nobody asks for it where the first envelope found no hub.
    prepared?.catch(() => undefined);
  };
  return {
    isDue: (untried: readonly SealedEnvelope[]): boolean =>
      gather !== undefined && !isOver && untried.length > gather.from,
    prepare,
    async seal(untried: readonly SealedEnvelope[]): Promise<void> {
      isOver = true;
      if (prepared === undefined) prepare(untried);
      await (await prepared)?.();
    },
  };
}

/** Read anew when all of it was tried: a month is long to read, and what is saved meanwhile comes behind it. */
async function readWaiting(
  outbox: OutboxPort,
  known: readonly SealedEnvelope[],
  progress: Progress,
): Promise<readonly SealedEnvelope[]> {
  return known.some(isUntried(progress)) ? known : outbox.waiting();
}

function isUntried({ tried }: Progress) {
  return ({ id }: SealedEnvelope): boolean => !tried.has(id);
}

/** The first of what was not tried yet, up to the size aimed at; at least one, where one is worth sending. */
function nextBatch(
  untried: readonly SealedEnvelope[],
  most: number,
  device: string,
  progress: Progress,
): readonly SealedEnvelope[] {
  const batch: SealedEnvelope[] = [];
  let size = 0;
  for (const envelope of untried) {
    if (readSound(envelope)?.d !== device) {
      progress.tried.add(envelope.id);
      progress.damaged.add(envelope.id);
      continue;
    }
    size += envelope.bytes.length + 4;
    if (batch.length > 0 && (size > progress.batchBytes || batch.length === most)) break;
    batch.push(envelope);
  }
  return batch;
}

/** @returns what ends this sending */
async function sendBatch(
  batch: readonly SealedEnvelope[],
  outbox: OutboxPort,
  hub: Pick<HubPort, 'upload'>,
  crypto: Pick<DeviceCrypto, 'isFromHub'>,
  { device, now }: SendOptions,
  progress: Progress,
): Promise<NetworkFailure | undefined> {
  if (batch.length === 0) return undefined;
  const startedAt = now();
  const bytes = batch.map((envelope) => envelope.bytes);
  const answer = await hub.upload(bytes, hashIn(batch));
  if (!answer.ok) return canShrink(answer.error, batch, progress) ? undefined : answer.error;
  progress.batchBytes = adapt(progress, now() - startedAt);
  for (const envelope of batch) progress.tried.add(envelope.id);
  progress.answered += opsIn(batch);
  for (const signed of answer.value) {
    const isTrue = await takeVerdict(signed, batch, outbox, crypto, device, progress);
    if (!isTrue) progress.forged++;
  }
  return undefined;
}

/** False for an answer that is not the pinned hub's word to this device about one of these envelopes. */
async function takeVerdict(
  signed: SignedVerdict,
  batch: readonly SealedEnvelope[],
  outbox: OutboxPort,
  crypto: Pick<DeviceCrypto, 'isFromHub'>,
  device: string,
  progress: Progress,
): Promise<boolean> {
  const verdict = (await crypto.isFromHub(signed)) ? openVerdict(signed) : undefined;
  const envelope = batch.find(({ id }) => id === verdict?.envelope);
  if (verdict === undefined || envelope === undefined) return false;
  if (verdict.device !== device) return noteStranger(verdict, envelope, progress);
  const leaves = isAnswered(verdict, envelope);
  await outbox.keepVerdict(signed, envelope.id, leaves);
  const { hubTime, epoch, hubEpoch, acked, lease, standing, wipe, keys = progress.contact?.keys } = verdict;
  const order = { ...(standing === undefined ? {} : { standing }), ...(wipe === true && { wipe }) };
  progress.contact = { hubTime, epoch, hubEpoch, acked, lease, ...order, ...(keys !== undefined && { keys }) };
  if (leaves) progress.sent += envelope.hashes.length;
  else noteStaying(verdict, envelope, progress);
  return true;
}

/** What a hub says to an envelope that is not as it was sealed. */
const signsOfDamage: ReadonlySet<string> = new Set<EnvelopeRefusal>(['signature', 'cannot_open', 'malformed', 'chain']);

function noteStaying({ refused, ops }: Verdict, { id }: SealedEnvelope, progress: Progress): void {
  progress.refused = refused ?? 'parked';
  // Judged as a whole, and still not by the hashes that stand beside it: those are not what was sealed.
  const isOther = refused === undefined && ops.every(({ result }) => result.is !== 'parked');
  if (isOther || signsOfDamage.has(progress.refused)) progress.damaged.add(id);
}

/** A hub that could not tell who sent this answers in nobody's name: a reason to show, never one to delete by. */
function noteStranger(verdict: Verdict, envelope: SealedEnvelope, progress: Progress): boolean {
  if (verdict.device !== '' || verdict.refused === undefined) return false;
  noteStaying(verdict, envelope, progress);
  return true;
}

/** Every op inside was judged for good, by its hash. */
export function isAnswered(verdict: Verdict, envelope: Pick<SealedEnvelope, 'firstSeq' | 'hashes'>): boolean {
  const judged = new Map(verdict.ops.map((op) => [op.seq, op]));
  return (
    verdict.refused === undefined &&
    envelope.hashes.length > 0 &&
    envelope.hashes.every((hash, index) => {
      const op = judged.get(envelope.firstSeq + index);
      return op?.hash === hash && op.result.is !== 'parked';
    })
  );
}

/** Aim at 2 s a request, at most doubling or halving at a time. */
function adapt({ batchBytes, ceiling }: Progress, tookMs: number): number {
  const factor = Math.min(2, Math.max(0.5, aimMs / Math.max(1, tookMs)));
  return Math.round(Math.min(ceiling, Math.max(floorBatchBytes, batchBytes * factor)));
}

/**
 * A request that broke may have been too big for this line: try half, down to the floor or a single envelope. What broke
 * though it was small says that there is no network, and nothing of what the line bears when there is one.
 */
function canShrink(failure: NetworkFailure, batch: readonly SealedEnvelope[], progress: Progress): boolean {
  if (failure.why !== 'offline' && failure.why !== 'too_large') return false;
  const size = batch.reduce((sum, envelope) => sum + envelope.bytes.length, 0);
  if (failure.why === 'offline' && size <= floorBatchBytes) return false;
  progress.ceiling = batch.length === 1 ? floorBatchBytes : Math.ceil(size / 2);
  progress.batchBytes = progress.ceiling;
  return batch.length > 1;
}

function finish(waiting: readonly SealedEnvelope[], progress: Progress): SendResult {
  const totals = total(waiting, progress);
  if (progress.forged > 0 && totals.waiting > 0) return { is: 'failed', why: 'forged', ...totals };
  if (totals.waiting === 0) return { is: 'done', ...totals };
  const refused = progress.refused === 'parked' ? undefined : progress.refused;
  return { is: 'kept', ...(refused === undefined ? {} : { why: refused }), ...totals };
}

function fail(waiting: readonly SealedEnvelope[], progress: Progress, failure: NetworkFailure): SendResult {
  const why = failure.why === 'answer' ? 'hub' : failure.why;
  const retry = failure.why === 'busy' ? { retryAfterSeconds: failure.retryAfterSeconds } : {};
  return { is: 'failed', why, ...retry, ...total(waiting, progress) };
}

function total(waiting: readonly SealedEnvelope[], { sent, forged, damaged, batchBytes, contact }: Progress) {
  return {
    sent,
    forged,
    damaged: [...damaged],
    batchBytes,
    waiting: opsIn(waiting),
    ...(contact === undefined ? {} : { contact }),
  };
}

function opsIn(envelopes: readonly SealedEnvelope[]): number {
  return envelopes.reduce((sum, envelope) => sum + hashesOf(envelope).length, 0);
}
