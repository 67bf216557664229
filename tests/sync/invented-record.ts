import fc from 'fast-check';
import { canonicalText } from '../../src/domain/value.ts';
import { type Op, opId } from '../../src/sync/op.ts';
import { mergeOp } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import type { Stamp } from '../../src/sync/stamp.ts';

/* One invented record, written by three phones whose stamps often tie and who have seen anything of what came before. */

export interface Written {
  readonly op: Op;
  readonly stamp: Stamp;
}

interface Choice {
  readonly device: string;
  readonly place: string;
  readonly ms: number;
  readonly body: 'name' | 'note' | 'both' | 'void' | 'lift';
  readonly value: number;
  /** Bit n: has seen the nth op before this one. */
  readonly seen: number;
}

const choice: fc.Arbitrary<Choice> = fc.record({
  device: fc.constantFrom('a', 'b', 'c'),
  place: fc.constantFrom('v1', 'v2'),
  ms: fc.integer({ min: 1, max: 4 }),
  body: fc.constantFrom('name', 'name', 'note', 'both', 'void', 'lift'),
  value: fc.integer({ min: 0, max: 3 }),
  seen: fc.nat(1023),
});

/** Ops in an order in which each author could have written hers. */
export const history: fc.Arbitrary<readonly Written[]> = fc
  .array(choice, { minLength: 1, maxLength: 9 })
  .map((choices) => {
    const written: Written[] = [];
    for (const chosen of choices) written.push(write(written, chosen));
    return written;
  });

function write(before: readonly Written[], { device: d, place: p, ms, body, value, seen }: Choice): Written {
  const s = before.filter(({ op }) => op.d === d).length + 1;
  const header = { d, s, at: [ms, 0] as const, u: `u-${d}`, p, k: 'thing', id: 'a.1', tx: s, of: 1 };
  const seenOps = before.filter((_written, index) => (seen >> index) & 1).map(({ op }) => op);
  const stamp: Stamp = [ms, 0];
  if (body === 'void' || body === 'lift') {
    const taken = { reason: 'ghi nhầm', ...(body === 'lift' ? { lifts: true as const } : {}) };
    return { stamp, op: { ...header, void: taken, ...seenIn({ void: seenOps.filter((op) => 'void' in op) }) } };
  }
  const put = { ...(body === 'note' ? {} : { name: value }), ...(body === 'name' ? {} : { note: value }) };
  const seenPuts = Object.keys(put).map(
    (field) => [field, seenOps.filter((op) => 'put' in op && field in op.put)] as const,
  );
  return { stamp, op: { ...header, put, ...seenIn(Object.fromEntries(seenPuts)) } };
}

function seenIn(ops: { readonly [field: string]: readonly Op[] }): Pick<Op, 'seen'> {
  const named = Object.entries(ops).filter(([, list]) => list.length > 0);
  if (named.length === 0) return {};
  return { seen: Object.fromEntries(named.map(([field, list]) => [field, list.map((op) => opId(op.d, op.s))])) };
}

export function fold(written: readonly Written[], from?: RecordState): RecordState {
  const state = written.reduce<RecordState | undefined>((sum, { op, stamp }) => mergeOp(sum, op, stamp), from);
  if (state === undefined) throw new RangeError('a record is made by one op at least');
  return state;
}

/** Equal texts, equal states; what was superseded counts too. */
export function textOf(state: RecordState): string {
  return canonicalText(JSON.parse(JSON.stringify(state)));
}
