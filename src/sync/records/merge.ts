import { canonicalText, type Value } from '../../domain/value.ts';
import { type Op, type OpId, opId } from '../op.ts';
import { compareStamps, type Stamp } from '../stamp.ts';
import type { Head, RecordState } from './record-state.ts';

/*
 * Merging (sync.md, Ops): a field holds all puts that no other put has seen, whatever the order of arrival. The same on
 * phone and hub; commutative, associative, idempotent. Heads are kept in order of op id, so equal states are equal data.
 */

type HeadsOf = { readonly [field: string]: readonly Head[] };
type IdsOf = { readonly [field: string]: readonly OpId[] };

/** Under this key of `superseded` stand the voids that another void has seen. */
const life = '@void';

/**
 * The record after one more op.
 * @param state the record so far; `undefined` when this is the first that is heard of it (also a put or void that came early)
 * @param stamp effective stamp of the op, as the hub answered it; `op.at` while it waits
 */
export function mergeOp(state: RecordState | undefined, op: Op, stamp: Stamp): RecordState {
  const alone = stateOf(op, stamp);
  return state === undefined ? alone : joinStates(state, alone);
}

/** Two partial views of the same record as one. */
export function joinStates(a: RecordState, b: RecordState): RecordState {
  const superseded = joinIds(a.superseded ?? {}, b.superseded ?? {});
  const fields: { [field: string]: readonly Head[] } = {};
  for (const field of unite(Object.keys(a.fields), Object.keys(b.fields))) {
    fields[field] = joinHeads(a.fields[field] ?? [], b.fields[field] ?? [], superseded[field] ?? []);
  }
  return {
    kind: a.kind,
    id: a.id,
    place: greater(a.place, b.place),
    fields,
    life: joinHeads(a.life, b.life, superseded[life] ?? []),
    ...(Object.keys(superseded).length > 0 ? { superseded } : {}),
    ...(a.erased === true || b.erased === true ? { erased: true } : {}),
  };
}

/** The value that shows: greatest effective stamp, a tie by the greater op id; `undefined` when never written. */
export function shown(state: RecordState, field: string): Value | undefined {
  return greatest(state.fields[field] ?? [])?.value;
}

/** A record lives if its last head of life is not a void. */
export function isAlive(state: RecordState): boolean {
  const last = greatest(state.life);
  return last === undefined || isLifting(last.value);
}

/** Fields in which several values stand until someone settles them with a put that has seen every head. */
export function openDisagreements(state: RecordState, disagrees: (field: string) => boolean): readonly string[] {
  return Object.keys(state.fields).filter((field) => disagrees(field) && isContested(state, field));
}

/** Several heads of different value. */
export function isContested(state: RecordState, field: string): boolean {
  const heads = state.fields[field] ?? [];
  return heads.length > 1 && new Set(heads.map((head) => canonicalText(head.value))).size > 1;
}

/** What an author who looks at this state has seen of these fields: the `seen` of her put; `void` for life. */
export function seenOf(state: RecordState | undefined, fields: readonly string[]): IdsOf {
  const heads = fields.map((field) => [field, field === 'void' ? state?.life : state?.fields[field]] as const);
  return Object.fromEntries(
    heads.flatMap(([field, found]) => (found?.length ? [[field, found.map((head) => head.op)]] : [])),
  );
}

/** The record after an erasure order for one op: its values go, its id stays, so that the digest holds. */
export function eraseOp(state: RecordState, erased: OpId): RecordState {
  const wipe = (head: Head): Head => (head.op === erased ? { ...head, value: null } : head);
  const wipeLife = (head: Head): Head => (head.op === erased ? { ...head, value: wipedVoid(head.value) } : head);
  const fields = Object.entries(state.fields).map(([field, heads]) => [field, heads.map(wipe)] as const);
  return { ...state, fields: Object.fromEntries(fields), life: state.life.map(wipeLife) };
}

function stateOf(op: Op, stamp: Stamp): RecordState {
  const id = opId(op.d, op.s);
  const head = (value: Value): Head => ({ op: id, value, stamp, user: op.u });
  const { void: seenVoids, ...seenFields } = op.seen ?? {};
  const superseded = seenVoids === undefined ? seenFields : { [life]: seenVoids };
  const written = 'put' in op ? op.put : 'add' in op ? op.add : {};
  return {
    kind: op.k,
    id: op.id,
    place: head(op.p),
    fields: Object.fromEntries(Object.entries(written).map(([field, value]) => [field, [head(value)]])),
    life: 'void' in op ? [head({ ...op.void })] : [],
    ...(Object.keys(superseded).length > 0 ? { superseded: joinIds(superseded, {}) } : {}),
  };
}

function joinHeads(a: readonly Head[], b: readonly Head[], superseded: readonly OpId[]): readonly Head[] {
  const heads = new Map<OpId, Head>();
  for (const head of [...a, ...b]) {
    if (!superseded.includes(head.op)) heads.set(head.op, sameHead(heads.get(head.op), head));
  }
  return [...heads.values()].sort((one, other) => (one.op < other.op ? -1 : 1));
}

/** Two copies of one op differ only where one was erased: the erased copy stays, a person's right is not merged away. */
function sameHead(known: Head | undefined, head: Head): Head {
  return known === undefined || isWiped(head.value) ? head : known;
}

function isWiped(value: Value): boolean {
  return value === null || (typeof value === 'object' && 'reason' in value && value.reason === '');
}

function wipedVoid(value: Value): Value {
  return isLifting(value) ? { reason: '', lifts: true } : { reason: '' };
}

function isLifting(value: Value): boolean {
  return typeof value === 'object' && value !== null && 'lifts' in value && value.lifts === true;
}

function joinIds(a: IdsOf, b: IdsOf): IdsOf {
  const fields = unite(Object.keys(a), Object.keys(b));
  return Object.fromEntries(fields.map((field) => [field, unite(a[field] ?? [], b[field] ?? [])]));
}

/** Sorted, each once. */
function unite(a: readonly string[], b: readonly string[]): readonly string[] {
  return [...new Set([...a, ...b])].sort();
}

export function greatest(heads: HeadsOf[string]): Head | undefined {
  return heads.reduce<Head | undefined>((best, head) => (best === undefined ? head : greater(best, head)), undefined);
}

function greater(a: Head, b: Head): Head {
  const order = compareStamps(a.stamp, b.stamp) || (a.op < b.op ? -1 : 1);
  return order > 0 ? a : b;
}
