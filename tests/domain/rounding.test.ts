import { expect, test } from 'vitest';
import { roundTo } from '../../src/domain/figure/rounding.ts';

test.each([
  // 108.655 and 1.005 have no exact binary form; a person who divides on paper rounds them up.
  [108.655, 2, 108.66],
  [1.005, 2, 1.01],
  [68.6748, 2, 68.67],
  [2.5, 0, 3],
  [-2.5, 0, -3],
  [0, 1, 0],
  [-0.04, 1, 0],
  [1e-9, 2, 0],
  [1_234_567.891, 1, 1_234_567.9],
])('%d at %d decimals is %d', (value, decimals, shown) => {
  expect(roundTo(value, decimals)).toBe(shown);
});

test.each([
  [125.45, 0, 125],
  [129.73, 0, 129],
  [2.7, 1, 2.7],
  [-1.99, 1, -1.9],
])('%d cut at %d decimals is %d', (value, decimals, shown) => {
  expect(roundTo(value, decimals, 'cut')).toBe(shown);
});
