import { expect, test } from 'vitest';
import { caseKey, differenceOf, sketchOf } from '../../../src/domain/figure/closing/case-sketch.ts';

/* Two lists of cases that differ by a few are told apart by what a frozen report keeps of them. */

function ids(from: number, until: number): readonly string[] {
  return Array.from({ length: until - from }, (_, at) => `7f3k2m9q.${from + at}`);
}

function without(list: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  return list.filter((id) => !known.has(id));
}

const keys = (list: readonly string[]) => list.map(caseKey).sort();

test.each([
  ['both short', ids(0, 20), ids(3, 25)],
  ['both long', ids(0, 12_000), ids(7, 12_009)],
  ['one grew long', ids(0, 60), ids(4, 70)],
  ['one shrank to nothing', ids(0, 5), []],
  ['the same', ids(0, 900), ids(0, 900)],
])('%s: exactly those that only one side has', (_, one, other) => {
  const difference = differenceOf(sketchOf(one), sketchOf(other));
  expect([...(difference?.first ?? [])].sort()).toEqual(keys(without(one, other)));
  expect([...(difference?.second ?? [])].sort()).toEqual(keys(without(other, one)));
});

test('the order in which a list came makes no other sketch', () => {
  const list = ids(0, 500);
  expect(sketchOf([...list].reverse())).toBe(sketchOf(list));
  expect(sketchOf([...ids(0, 30)].reverse())).toBe(sketchOf(ids(0, 30)));
});

test('up to twenty differences are told nearly always, hundreds never wrongly', () => {
  let told = 0;
  for (let round = 0; round < 200; round += 1) {
    const [one, other] = [ids(round * 1_000, round * 1_000 + 500), ids(round * 1_000 + 20, round * 1_000 + 500)];
    const difference = differenceOf(sketchOf(one), sketchOf(other));
    if (difference === undefined) continue;
    told += 1;
    expect([...difference.first].sort()).toEqual(keys(one.slice(0, 20)));
    expect(difference.second).toEqual([]);
  }
  expect(told).toBeGreaterThan(190);
  expect(differenceOf(sketchOf(ids(0, 500)), sketchOf(ids(500, 1_000)))).toBeUndefined();
});

test('what is kept of a list is small, whatever its length', () => {
  expect(sketchOf(ids(0, 60_000)).length).toBe(sketchOf(ids(0, 100)).length);
  expect(sketchOf(ids(0, 60_000)).length).toBeLessThan(1_300);
});
