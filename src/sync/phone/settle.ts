import { type Op, opId } from '../op.ts';
import type { DeviceCrypto, PhoneStore, Settlement } from '../ports.ts';
import { laterStamp, witness } from '../records/clock.ts';
import { mergeOp } from '../records/merge.ts';
import type { RecordState } from '../records/record-state.ts';
import type { Stamp } from '../stamp.ts';
import type { OpVerdict, Verdict } from '../verdict.ts';
import { isErased, lineHash, readLine } from '../wire/line.ts';
import { openVerdict } from '../wire/verdict-bytes.ts';

type Settling = Pick<PhoneStore, 'verdicts' | 'pending' | 'confirmed' | 'cursor' | 'hubEpoch' | 'head' | 'settle'>;

export interface SettleResult {
  /** Ops that joined the confirmed records, and ops set aside. */
  readonly applied: number;
  readonly refused: number;
  /** Ids of confirmed records that changed. */
  readonly changed: readonly string[];
}

interface Judged {
  readonly seq: number;
  readonly line: string;
  readonly verdict: OpVerdict;
  /** Of the hub that judged it. */
  readonly hubEpoch: number;
}

/**
 * Lets stored verdicts take effect: applied ops join the confirmed records by their effective stamps, refused ones are
 * set aside, in one store transaction. Idempotent; runs before any pull, so that pulled rows are the last word.
 */
export async function settleVerdicts(
  store: Settling,
  crypto: Pick<DeviceCrypto, 'hash' | 'isFromHub'>,
  device: string,
  now: () => number,
): Promise<SettleResult> {
  const verified = await verifiedVerdicts(store, crypto, device);
  if (verified.length === 0) return { applied: 0, refused: 0, changed: [] };
  const judged = await judgedOps(store, crypto, verified);
  const refused = judged.filter(({ verdict }) => verdict.result.is === 'refused' || verdict.result.is === 'with');
  const applied = judged.filter(({ verdict }) => verdict.stamp !== undefined);
  const confirmed = await mergeApplied(store, applied);
  const settlement: Settlement = {
    confirmed,
    leavesPending: [...applied, ...refused].map(({ seq }) => seq),
    refused: refused.filter(isMendable).map(({ seq, line, verdict }) => ({ seq, line, result: verdict.result })),
    verdictIds: verified.map(({ id }) => id),
    clock: await witnessed(store, applied, now()),
  };
  await store.settle(settlement);
  return { applied: applied.length, refused: refused.length, changed: confirmed.map(({ id }) => id) };
}

/** What was written to an erased record is not kept to be mended: it would keep what had to go. */
function isMendable({ verdict: { result } }: Judged): boolean {
  return result.is !== 'refused' || result.code !== 'erased';
}

interface Verified {
  readonly id: number;
  readonly verdict: Verdict;
}

/** What cannot be verified or understood stays stored: it was once, and a later version may again. */
async function verifiedVerdicts(
  store: Settling,
  crypto: Pick<DeviceCrypto, 'isFromHub'>,
  device: string,
): Promise<readonly Verified[]> {
  const verified: Verified[] = [];
  for (const { id, verdict: signed } of await store.verdicts()) {
    const verdict = (await crypto.isFromHub(signed)) ? openVerdict(signed) : undefined;
    if (verdict?.device === device) verified.push({ id, verdict });
  }
  return verified;
}

/** Ops still pending for which a verdict is final, in order of seq. */
async function judgedOps(
  store: Settling,
  crypto: Pick<DeviceCrypto, 'hash'>,
  verified: readonly Verified[],
): Promise<readonly Judged[]> {
  const pending = new Map((await store.pending()).map(({ seq, line }) => [seq, line]));
  const judged = new Map<number, Judged>();
  const answered = verified.flatMap(({ verdict: { ops, hubEpoch } }) => ops.map((op) => ({ op, hubEpoch })));
  for (const { op, hubEpoch } of answered) {
    const line = pending.get(op.seq);
    if (line === undefined || op.result.is === 'parked') continue;
    if (lineHash(line, crypto.hash) === op.hash) judged.set(op.seq, { seq: op.seq, line, verdict: op, hubEpoch });
  }
  return [...judged.values()].sort((a, b) => a.seq - b.seq);
}

async function mergeApplied(store: Settling, applied: readonly Judged[]): Promise<readonly RecordState[]> {
  const [cursor, known] = [await store.cursor(), await store.hubEpoch()];
  // Rows up to the cursor hold these already, and perhaps what has replaced them since; the numbers of a hub that was
  // restored meanwhile are others than those the cursor counts.
  const fresh = applied.filter(
    ({ verdict, hubEpoch }) => verdict.n === undefined || verdict.n > cursor || hubEpoch !== known,
  );
  const ops = fresh.flatMap(({ line, verdict }) => readApplied(line, verdict));
  const held = await store.confirmed([...new Set(ops.map(([op]) => op.id))]);
  const states = new Map(held.map((state) => [state.id, state]));
  for (const [op, stamp] of ops) {
    const state = states.get(op.id);
    // A record that has left this phone is not brought back by an edit of it; its own making is.
    if (state !== undefined || !('put' in op) || op.id === opId(op.d, op.s))
      states.set(op.id, mergeOp(state, op, stamp));
  }
  return [...states.values()];
}

function readApplied(line: string, { stamp }: OpVerdict): readonly (readonly [Op, Stamp])[] {
  const read = readLine(line);
  return read.ok && !isErased(read.value) && stamp !== undefined ? [[read.value, stamp]] : [];
}

async function witnessed(store: Settling, applied: readonly Judged[], now: number): Promise<Stamp> {
  const { clock } = await store.head();
  const last = applied.reduce<Stamp>((stamp, { verdict }) => laterStamp(stamp, verdict.stamp ?? stamp), [0, 0]);
  return witness(clock, last, now);
}
