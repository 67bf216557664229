import fc from 'fast-check';
import { expect, test } from 'vitest';
import { opId } from '../../src/sync/op.ts';
import { digestRecords, rootDigest } from '../../src/sync/records/digest.ts';
import { eraseOp, isContested, joinStates, mergeOp, seenOf, shown } from '../../src/sync/records/merge.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { fold, history, textOf, type Written } from './invented-record.ts';

const numRuns = Number(process.env.MERGE_CASES ?? 100_000);
const timeout = 7_200_000;
const shuffled = (written: readonly Written[]) =>
  fc.shuffledSubarray([...written], { minLength: written.length, maxLength: written.length });

test('the law of merging is tried on 20,000 cases at least', () => {
  expect(numRuns).toBeGreaterThanOrEqual(20_000);
});

test('a record is the same whatever the order of arrival, and however often', { timeout }, () => {
  const arrivals = history.chain((written) => fc.tuple(fc.constant(written), shuffled(written), shuffled(written)));
  fc.assert(
    fc.property(arrivals, ([written, once, again]) => {
      const expected = textOf(fold(written));
      expect(textOf(fold(once))).toBe(expected);
      expect(textOf(fold([...once, ...again]))).toBe(expected);
    }),
    { numRuns },
  );
});

test('joining partial views is commutative, associative and idempotent', { timeout }, () => {
  const views = history.chain((written) => {
    const part = fc.subarray([...written], { minLength: 1 });
    return fc.tuple(part, part, part);
  });
  fc.assert(
    fc.property(views, (parts) => {
      const [a, b, c] = [fold(parts[0]), fold(parts[1]), fold(parts[2])];
      expect(textOf(joinStates(a, b))).toBe(textOf(joinStates(b, a)));
      expect(textOf(joinStates(joinStates(a, b), c))).toBe(textOf(joinStates(a, joinStates(b, c))));
      expect(textOf(joinStates(a, a))).toBe(textOf(a));
    }),
    { numRuns },
  );
});

/** The next op of phone `d`, by one who sees the record as it stands. */
function sequentialPut(state: ReturnType<typeof fold>, s: number, value: number): Written {
  const header = { d: 'd', s, at: [9, s] as const, u: 'u-d', p: 'v1', k: 'thing', id: 'a.1', tx: s, of: 1 };
  return { stamp: [9, s], op: { ...header, put: { name: value }, seen: seenOf(state, ['name']) } };
}

test('an edit of what one sees is never a disagreement, and a settled one never comes back', { timeout }, () => {
  const cases = history.chain((written) => fc.tuple(fc.constant(written), shuffled(written), fc.nat(9), fc.nat(9)));
  fc.assert(
    fc.property(cases, ([written, late, first, second]) => {
      const before = fold(written);
      const settling = sequentialPut(before, 1, first);
      const settled = fold([settling], before);
      expect(isContested(settled, 'name')).toBe(false);
      const edited = fold([sequentialPut(settled, 2, second)], settled);
      expect(isContested(edited, 'name')).toBe(false);
      expect(shown(edited, 'name')).toBe(second);
      const afterLateArrivals = fold(late, edited);
      expect(isContested(afterLateArrivals, 'name')).toBe(false);
      expect(shown(afterLateArrivals, 'name')).toBe(second);
    }),
    { numRuns },
  );
});

test('an erased op stays erased in any order, and the digest holds', { timeout }, () => {
  const cases = history.chain((written) => fc.tuple(fc.constant(written), shuffled(written), fc.nat(8)));
  fc.assert(
    fc.property(cases, ([written, again, index]) => {
      const chosen = written[index % written.length];
      if (chosen === undefined) return;
      const { op, stamp } = chosen;
      const whole = fold(written);
      const erased = eraseOp(whole, opId(op.d, op.s));
      expect(rootDigest(digestRecords([erased], sha256))).toBe(rootDigest(digestRecords([whole], sha256)));
      expect(textOf(fold(again, erased))).toBe(textOf(erased));
      expect(textOf(joinStates(whole, erased))).toBe(textOf(erased));
      expect(textOf(mergeOp(erased, op, stamp))).toBe(textOf(erased));
    }),
    { numRuns: Math.ceil(numRuns / 4) },
  );
});
