import { canonicalText } from '../../domain/value.ts';
import type { DeviceRow, Rulebook } from '../hub-ports.ts';
import { type Op, opId } from '../op.ts';
import { effectiveStamp } from '../records/clock.ts';
import { isContested, mergeOp, shown } from '../records/merge.ts';
import type { RecordKey, RecordState } from '../records/record-state.ts';
import type { Stamp } from '../stamp.ts';
import type { OpResult, OpVerdict, RefusalCode } from '../verdict.ts';
import { isOpId } from '../wire/bounds.ts';

/* What becomes of ops that are next in a device's order: pure, so that a refusal can be explained and tested alone. */

/** A line in its place: what it was read as, or why it could not be. */
export interface Entry {
  readonly seq: number;
  readonly line: string;
  readonly hash: string;
  readonly op?: Op;
  readonly fault?: Refusal;
}

interface Refusal {
  readonly code: RefusalCode;
  readonly field?: string;
}

/** What the judge may know: the writer, the book as far as the writer's ops touch it, the programme's rules. */
export interface Bench {
  readonly device: DeviceRow;
  /** Unit ids that the device may write. */
  readonly places: readonly string[];
  readonly rules: Rulebook;
  readonly records: ReadonlyMap<RecordKey, RecordState>;
  readonly hidden: ReadonlySet<RecordKey>;
  /**
   * On a hub that was restored alone: absent records that are to be brought back, or have left by what came back first.
   */
  readonly awaited?: ReadonlySet<RecordKey>;
  readonly receivedAt: number;
}

export interface Judgement {
  readonly verdicts: readonly OpVerdict[];
  /** Records as they stand afterwards, only those that changed. */
  readonly changed: ReadonlyMap<RecordKey, RecordState>;
  readonly lastStamp: Stamp;
  /** By their seq, ops that came before they could be merged. */
  readonly early: ReadonlySet<number>;
}

/** Judges entries in order of seq, transaction by transaction, each all or none. */
export function judge(entries: readonly Entry[], bench: Bench): Judgement {
  const verdicts: OpVerdict[] = [];
  const changed = new Map<RecordKey, RecordState>();
  const early = new Set<number>();
  let lastStamp = bench.device.lastStamp;
  for (const group of transactions(entries)) {
    const trial = tryGroup(group, bench, changed, lastStamp);
    verdicts.push(...trial.verdicts);
    for (const [key, state] of trial.changed) changed.set(key, state);
    for (const seq of trial.early) early.add(seq);
    lastStamp = trial.lastStamp;
  }
  return { verdicts, changed, lastStamp, early };
}

/** Splits entries into transactions. One that is not whole is cut where it breaks; its ops carry the fault. */
function transactions(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups: (readonly Entry[])[] = [];
  for (let at = 0; at < entries.length; ) {
    const first = entries[at];
    const length = first?.op?.tx === first?.seq ? (first?.op?.of ?? 1) : 1;
    const group = entries.slice(at, at + length);
    const isWhole = group.length === length && group.every(({ op }) => op === undefined || isPartOf(op, first?.op));
    groups.push(isWhole ? group.map((entry) => withStray(entry, first)) : group.map(broken));
    at += group.length;
  }
  return groups;
}

function isPartOf(op: Op, first: Op | undefined): boolean {
  return op.tx === first?.tx && op.of === first.of;
}

/** An op that claims to belong to a transaction which began before it, and did not. */
function withStray(entry: Entry, first: Entry | undefined): Entry {
  return entry === first && entry.op !== undefined && entry.op.tx !== entry.seq ? broken(entry) : entry;
}

function broken(entry: Entry): Entry {
  return { ...entry, fault: entry.fault ?? { code: 'transaction' } };
}

/** Answers what this transaction alone changes, on top of those `before` it. */
function tryGroup(
  group: readonly Entry[],
  bench: Bench,
  before: ReadonlyMap<RecordKey, RecordState>,
  lastStamp: Stamp,
): Judgement {
  const changed = new Map<RecordKey, RecordState>();
  const faults = new Map<number, Refusal>();
  const early = new Set<number>();
  const verdicts: OpVerdict[] = [];
  let previous = lastStamp;
  for (const { seq, hash, op, fault } of group) {
    const state = op && (changed.get(op.id) ?? before.get(op.id) ?? bench.records.get(op.id));
    const found = fault ?? (op ? refusalOf(op, seq, state, bench) : { code: 'schema' as const });
    if (found !== undefined) faults.set(seq, found);
    if (op === undefined || found !== undefined) continue;
    previous = effectiveStamp(op.at, bench.receivedAt, previous);
    if (isEarly(op, state, bench)) {
      verdicts.push({ seq, hash, result: { is: 'applied' }, stamp: previous });
      early.add(seq);
      continue;
    }
    const merged = mergeOp(state, op, previous);
    changed.set(op.id, merged);
    verdicts.push({ seq, hash, result: resultOf(op, merged, bench.rules), stamp: previous });
  }
  return faults.size === 0
    ? { verdicts, changed, lastStamp: previous, early }
    : { ...refuse(group, faults), changed: new Map(), lastStamp, early: new Set() };
}

function refuse(group: readonly Entry[], faults: ReadonlyMap<number, Refusal>): Pick<Judgement, 'verdicts'> {
  const [guilty = 0] = faults.keys();
  const verdicts = group.map(({ seq, hash }): OpVerdict => {
    const fault = faults.get(seq);
    return { seq, hash, result: fault ? { is: 'refused', ...fault } : { is: 'with', op: guilty } };
  });
  return { verdicts };
}

/** May this device write this op, and does the programme know what it says? */
function refusalOf(op: Op, seq: number, state: RecordState | undefined, bench: Bench): Refusal | undefined {
  const { device, rules } = bench;
  if (op.d !== device.id) return { code: 'schema', field: 'd' };
  if (op.s !== seq) return { code: 'schema', field: 's' };
  if (op.u !== device.user) return { code: 'schema', field: 'u' };
  return (
    refusalOfPlace(op, state, bench) ?? refusalOfErased(op, state) ?? rules.check(op) ?? refusalOfRecord(op, state)
  );
}

function refusalOfPlace(op: Op, state: RecordState | undefined, bench: Bench): Refusal | undefined {
  const { places, hidden, device } = bench;
  if (!places.includes(op.p)) return isBeyond(op, bench) ? undefined : { code: 'place', field: 'p' };
  // Foreign and absent answer alike: nobody learns from a refusal that a record exists elsewhere.
  const isAbsent = state === undefined && !canBegin(op) && !isEarly(op, state, bench);
  const isForeign =
    hidden.has(op.id) || (state !== undefined && !(device.reach ?? places).includes(String(state.place.value)));
  return isAbsent || isForeign ? { code: 'place', field: 'id' } : undefined;
}

/** A record that there is not yet: this op makes it, or it bears a name that any of its makers derives alike. */
export function canBegin(op: Op): boolean {
  if (!isOpId(op.id) || op.id === opId(op.d, op.s)) return true;
  // A void may come before what it takes back, but only of what the same device made: nobody voids another's next record.
  return 'add' in op || ('void' in op && op.id.startsWith(`${op.d}.`));
}

/**
 * Where it was written is not its author's yet, or its record is not here any more, and not yet again, or has left already:
 * it is merged where that is found.
 */
function isEarly(op: Op, state: RecordState | undefined, bench: Bench): boolean {
  const isAwaited = !('add' in op) && op.id !== opId(op.d, op.s) && bench.awaited?.has(op.id) === true;
  return isBeyond(op, bench) || (state === undefined && isAwaited);
}

/** Of a restored hub: an order that gave its author this place may have been lost with the rest. */
function isBeyond({ p }: Op, { places, awaited }: Pick<Bench, 'places' | 'awaited'>): boolean {
  return awaited !== undefined && !places.includes(p);
}

/**
 * What a person had erased does not come back by an old phone, nor by one that edited it meanwhile. It goes along with its
 * household all the same: a put without fields says only where it stands.
 */
function refusalOfErased(op: Op, state: RecordState | undefined): Refusal | undefined {
  const isEmpty = 'put' in op && Object.keys(op.put).length === 0;
  return state?.erased === true && !isEmpty ? { code: 'erased' } : undefined;
}

export function refusalOfRecord(op: Op, state: RecordState | undefined): Refusal | undefined {
  if (state !== undefined && state.kind !== op.k) return { code: 'schema', field: 'k' };
  if (!('add' in op)) return undefined;
  // A fact is called by the op that made it, or by a name that both makers derive alike.
  if (isOpId(op.id) && op.id !== opId(op.d, op.s)) return { code: 'schema', field: 'id' };
  return state !== undefined && !isSameFact(op.add, state) ? { code: 'exists' } : undefined;
}

/** Two phones may write the same derived fact (an alias); a fact that was only voided so far has nothing to differ from. */
function isSameFact(add: RecordState['place']['value'], state: RecordState): boolean {
  const fields = Object.keys(state.fields);
  if (fields.length === 0) return true;
  const standing = Object.fromEntries(fields.map((field) => [field, shown(state, field) ?? null]));
  return canonicalText(standing) === canonicalText(add);
}

function resultOf(op: Op, merged: RecordState, rules: Rulebook): OpResult {
  const fields = Object.keys('put' in op ? op.put : 'add' in op ? op.add : {});
  const contested = fields.filter((field) => isContested(merged, field));
  if (contested.some((field) => rules.disagrees(op.k, field))) return { is: 'disagreement' };
  const heads = 'void' in op ? [merged.life] : fields.map((field) => merged.fields[field] ?? []);
  return { is: heads.some((found) => found.length !== 1) ? 'merged' : 'applied' };
}
