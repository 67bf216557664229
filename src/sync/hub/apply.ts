import type { EnvelopeHeader } from '../envelope.ts';
import type { DeviceRow, HubPorts, HubTransaction, KeptOp, ParkedEnvelope } from '../hub-ports.ts';
import type { Op } from '../op.ts';
import type { RecordKey, RecordState } from '../records/record-state.ts';
import type { OpVerdict, Verdict } from '../verdict.ts';
import { nextChain } from '../wire/chain.ts';
import { isErased, readLine, stubLine } from '../wire/line.ts';
import { type Entry, judge } from './judge.ts';

/* One envelope inside the hub's one transaction (sync.md, Upload). Nothing here is seen by anyone before the commit. */

/** An envelope that was verified and opened. */
export interface Arrival {
  readonly header: EnvelopeHeader;
  readonly receivedAt: number;
  readonly lines: readonly string[];
  readonly hashes: readonly string[];
}

/** A run of lines to apply: of the envelope in hand, or of one that was parked. */
interface Run
  extends Pick<ParkedEnvelope, 'id' | 'firstSeq' | 'lastSeq' | 'chain' | 'receivedAt' | 'lines' | 'hashes'> {}

type Ports = Pick<HubPorts, 'crypto' | 'rules' | 'hubEpoch' | 'lease'>;
type Answer = Pick<Verdict, 'ops'> | Required<Pick<Verdict, 'refused'>>;

/** Judges an envelope and writes what follows from it; the verdict may be signed once the transaction has committed. */
export async function applyEnvelope(
  tx: HubTransaction,
  ports: Ports,
  sender: DeviceRow,
  arrival: Arrival,
): Promise<Verdict> {
  const known = (await tx.device(sender.id)) ?? sender;
  const before = sender.reach === undefined ? known : { ...known, reach: sender.reach };
  const answer = await answerRun(tx, ports, before, sender.places, runOf(arrival));
  const device = (await tx.device(sender.id)) ?? before;
  const { id, acked, chain, epoch } = device;
  return {
    v: 1,
    envelope: arrival.header.id,
    device: id,
    ops: [],
    ...answer,
    acked,
    chain,
    missing: holes(acked, await tx.parked(id)),
    hubTime: arrival.receivedAt,
    epoch,
    hubEpoch: ports.hubEpoch,
    lease: ports.lease(device, arrival.receivedAt),
    ...orderTo(device),
  };
}

/** What a device that may not work any more is told with every word of its hub. */
export function orderTo({ status, mustWipe }: DeviceRow): Pick<Verdict, 'standing' | 'wipe'> {
  if (status === 'active') return {};
  return { standing: status, ...(status === 'revoked' && mustWipe === true && { wipe: true }) };
}

function runOf({ header, receivedAt, lines, hashes }: Arrival): Run {
  return { id: header.id, firstSeq: header.f, lastSeq: header.l, chain: header.h, receivedAt, lines, hashes };
}

async function answerRun(
  tx: HubTransaction,
  ports: Ports,
  device: DeviceRow,
  places: readonly string[],
  run: Run,
): Promise<Answer> {
  const known = await knownVerdicts(tx, device, run);
  const parked = await tx.parked(device.id);
  const isConflict = isConflicting(run, known, parked);
  // Frozen for good, and told so op by op: its phone is to let go of what stands here aside.
  if (isConflict && device.status === 'revoked') return turnAside(tx, device, run, known, 'conflict');
  if (isConflict) return freeze(tx, device, run);
  if (run.lastSeq <= device.acked) return { ops: known };
  if (device.status === 'frozen') return { refused: 'frozen' };
  if (device.status === 'revoked') return turnAside(tx, device, run, known, 'revoked');
  if (run.firstSeq > device.acked + 1) return park(tx, device, run);
  const applied = await applyRun(tx, ports, device, places, run);
  if (applied === undefined) return { refused: 'chain' };
  await applyParked(tx, ports, applied.device, places);
  return { ops: [...known, ...applied.verdicts] };
}

/** Nothing beyond `acked` has been answered for good. */
async function knownVerdicts(
  tx: HubTransaction,
  { id, acked }: DeviceRow,
  { firstSeq, lastSeq }: Run,
): Promise<readonly OpVerdict[]> {
  return firstSeq > acked ? [] : tx.verdicts(id, firstSeq, lastSeq);
}

/** The same (device, seq) with another hash: a copied phone or a forger. Never silent. */
function isConflicting(run: Run, known: readonly OpVerdict[], parked: readonly Run[]): boolean {
  const isOther = (seq: number, hash: string) => {
    const mine = run.hashes[seq - run.firstSeq];
    return mine !== undefined && mine !== hash;
  };
  return (
    known.some(({ seq, hash }) => isOther(seq, hash)) ||
    parked.some(({ firstSeq, hashes }) => hashes.some((hash, index) => isOther(firstSeq + index, hash)))
  );
}

async function freeze(tx: HubTransaction, device: DeviceRow, run: Run): Promise<Answer> {
  await tx.quarantine(device.id, run.id, 'conflict', run.lines);
  if (device.status === 'active') await tx.saveDevice({ ...device, status: 'frozen' });
  return { refused: 'frozen' };
}

/** After a revocation: kept aside for a supervisor, answered op by op, so that the phone can show them as refused. */
async function turnAside(
  tx: HubTransaction,
  device: DeviceRow,
  run: Run,
  known: readonly OpVerdict[],
  why: 'conflict' | 'revoked',
): Promise<Answer> {
  await tx.quarantine(device.id, run.id, why, run.lines);
  const answered = new Map(known.map((verdict) => [verdict.seq, verdict]));
  const ops = run.hashes.map((hash, index): OpVerdict => {
    const seq = run.firstSeq + index;
    const before = answered.get(seq);
    return before?.hash === hash ? before : { seq, hash, result: { is: 'refused', code: 'revoked' } };
  });
  return { ops };
}

async function park(tx: HubTransaction, device: DeviceRow, run: Run): Promise<Answer> {
  await tx.park(device.id, run);
  return { ops: run.hashes.map((hash, index) => ({ seq: run.firstSeq + index, hash, result: { is: 'parked' } })) };
}

/** Applies the part of a run that lies beyond `acked`; `undefined` when its chain head is another than ours. */
async function applyRun(
  tx: HubTransaction,
  { crypto, rules }: Ports,
  device: DeviceRow,
  places: readonly string[],
  run: Run,
): Promise<{ readonly device: DeviceRow; readonly verdicts: readonly OpVerdict[] } | undefined> {
  const entries = entriesFrom(run, device.acked + 1);
  const chain = nextChain(
    device.chain,
    entries.map(({ hash }) => hash),
    crypto.hash,
  );
  if (chain !== run.chain) return undefined;
  const keys = [...new Set(entries.flatMap(({ op }) => (op ? [op.id] : [])))];
  const { records, hidden: elsewhere } = await tx.lookUp(keys);
  const awaited = await tx.awaited?.(
    device.id,
    keys.filter((key) => !records.has(key)),
  );
  const hidden = new Set([...elsewhere].filter((key) => awaited?.has(key) !== true));
  const { receivedAt } = run;
  const bench = { device, places, rules, records, hidden, receivedAt, ...(awaited !== undefined && { awaited }) };
  const judgement = judge(entries, bench);
  const numbers = await saveChanged(tx, judgement.changed);
  const isEarly = ({ seq }: OpVerdict) => judgement.early.has(seq);
  const verdicts = judgement.verdicts.map((verdict, index) =>
    isEarly(verdict) ? verdict : numbered(verdict, entries[index], numbers),
  );
  const erased = entries.flatMap(({ op }, index) => {
    const verdict = verdicts[index];
    return op !== undefined && verdict !== undefined && isForErased(verdict) ? [op] : [];
  });
  const ops = entries.flatMap((entry, index) => kept(entry, verdicts[index], erased));
  await tx.keepOps(device.id, ops);
  const early = ops.filter(({ verdict }) => isEarly(verdict));
  if (early.length > 0) await tx.keepEarly?.(device.id, early);
  await tx.markDirty(touchedMonths(records, judgement.changed, rules.months));
  const moved = { ...device, acked: run.lastSeq, chain, lastStamp: judgement.lastStamp };
  await tx.saveDevice(moved);
  return { device: moved, verdicts };
}

/** What was parked may follow now that the gap is closed. A part that no longer fits is kept aside, never applied. */
async function applyParked(
  tx: HubTransaction,
  ports: Ports,
  device: DeviceRow,
  places: readonly string[],
): Promise<void> {
  const [next] = (await tx.parked(device.id))
    .filter(({ firstSeq }) => firstSeq <= device.acked + 1)
    .sort((a, b) => a.firstSeq - b.firstSeq);
  if (next === undefined) return;
  await tx.unpark(device.id, [next.id]);
  const known = await knownVerdicts(tx, device, next);
  if (isConflicting(next, known, [])) {
    await freeze(tx, device, next);
    return;
  }
  if (next.lastSeq <= device.acked) return applyParked(tx, ports, device, places);
  const applied = await applyRun(tx, ports, device, places, next);
  if (applied === undefined) await tx.quarantine(device.id, next.id, 'chain', next.lines);
  return applyParked(tx, ports, applied?.device ?? device, places);
}

function entriesFrom(run: Run, firstSeq: number): readonly Entry[] {
  return run.lines.flatMap((line, index) => {
    const seq = run.firstSeq + index;
    return seq < firstSeq ? [] : [entryOf(seq, line, run.hashes[index] ?? '')];
  });
}

function entryOf(seq: number, line: string, hash: string): Entry {
  const read = readLine(line);
  if (!read.ok) return { seq, line, hash, fault: { code: read.error } };
  if (isErased(read.value)) return { seq, line, hash, fault: { code: 'erased' } };
  return { seq, line, hash, op: read.value };
}

/** Saves what changed and tells which number each record got. */
async function saveChanged(
  tx: HubTransaction,
  changed: ReadonlyMap<RecordKey, RecordState>,
): Promise<ReadonlyMap<RecordKey, number>> {
  if (changed.size === 0) return new Map();
  const last = await tx.saveRecords([...changed.values()]);
  return new Map([...changed.keys()].map((key, index) => [key, last - changed.size + 1 + index]));
}

function numbered(verdict: OpVerdict, entry: Entry | undefined, numbers: ReadonlyMap<RecordKey, number>): OpVerdict {
  const n = verdict.stamp && entry?.op && numbers.get(entry.op.id);
  return n === undefined ? verdict : { ...verdict, n };
}

/** An op that came too late for its record: not even the refused line is kept. */
function isForErased({ result }: OpVerdict): boolean {
  return result.is === 'refused' && result.code === 'erased';
}

/** `erased`: ops that came too late; what was refused with one of them and names its record says the same once more. */
function kept({ op, line }: Entry, verdict: OpVerdict | undefined, erased: readonly Op[]): readonly KeptOp[] {
  if (verdict === undefined) return [];
  const isLate = erased.some(({ tx, id }) => tx === op?.tx && line.includes(JSON.stringify(id)));
  if (op !== undefined && isLate) return [{ line: stubLine(op, verdict.hash), verdict }];
  return [op === undefined ? { line, verdict } : { op, line, verdict }];
}

/** Months of a record both as it was and as it is: a mended date touches two. */
function touchedMonths(
  before: ReadonlyMap<RecordKey, RecordState>,
  changed: ReadonlyMap<RecordKey, RecordState>,
  months: (record: RecordState) => readonly string[],
): readonly string[] {
  const touched = [...changed].flatMap(([key, after]) => {
    const was = before.get(key);
    return [...(was ? months(was) : []), ...months(after)];
  });
  return [...new Set(touched)].sort();
}

/** The holes between what was judged and the last that is held. */
function holes(acked: number, parked: readonly Run[]): readonly (readonly [first: number, last: number])[] {
  const found: (readonly [number, number])[] = [];
  let next = acked + 1;
  for (const { firstSeq, lastSeq } of [...parked].sort((a, b) => a.firstSeq - b.firstSeq)) {
    if (firstSeq > next) found.push([next, firstSeq - 1]);
    next = Math.max(next, lastSeq + 1);
  }
  return found;
}
