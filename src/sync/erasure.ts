import type { Value } from '../domain/value.ts';
import type { Op } from './op.ts';
import { eraseOp } from './records/merge.ts';
import type { RecordState } from './records/record-state.ts';
import type { ErasureOrder, PeopleTold, Verdict } from './verdict.ts';
import { isCount, isId, isObject } from './wire/bounds.ts';

/*
 * A person's right to be forgotten (sync.md, Erasure): values go, from the hub, its log and journal, and from every phone;
 * who wrote, when, in which order and under which hash stays, so that chains and digests hold.
 */

/** The record without its values: every head of it wiped, and marked, so that nothing is written to it any more. */
export function eraseRecord(state: RecordState): RecordState {
  const heads = [...Object.values(state.fields).flat(), ...state.life];
  const ops = new Set(heads.map(({ op }) => op));
  return { ...[...ops].reduce(eraseOp, state), erased: true };
}

/** The op as it may still be told to a hub that builds its database anew: which fields it wrote, and not what. */
export function withoutValues(op: Op): Op {
  if ('put' in op) return { ...op, put: wipe(op.put) };
  if ('add' in op) return { ...op, add: wipe(op.add) };
  return { ...op, void: { ...op.void, reason: '' } };
}

function wipe(fields: { readonly [field: string]: Value }): { readonly [field: string]: Value } {
  return Object.fromEntries(Object.keys(fields).map((field) => [field, null]));
}

/** Orders in a verified contact; what a later version may say otherwise is left out. */
export function readErased({ erased }: Pick<Verdict, 'erased'>): readonly ErasureOrder[] {
  const orders: unknown = erased;
  return Array.isArray(orders) ? orders.filter(isOrder) : [];
}

/** The people in a verified contact, where their list is told. */
export function readPeople({ people }: Pick<Verdict, 'people'>): Required<PeopleTold> | undefined {
  const told: unknown = people;
  if (!isObject(told) || typeof told.tag !== 'string' || !Array.isArray(told.names)) return undefined;
  return { tag: told.tag, names: told.names.filter(isColleague) };
}

function isOrder(order: unknown): order is ErasureOrder {
  return isObject(order) && isCount(order.n) && isId(order.record);
}

function isColleague(one: unknown): one is { user: string; name: string } {
  return isObject(one) && isId(one.user) && typeof one.name === 'string';
}
