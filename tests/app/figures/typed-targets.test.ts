import { expect, test } from 'vitest';
import { readNumber } from '../../../src/features/report/figures/targets.tsx';

/* Targets are typed from a decision on paper, as numbers are written here: a comma before decimals, a dot for thousands. */

test('numbers as they stand on paper', () => {
  expect(['65', '111,4', '0,1', '5.113.387', '1.234,5', ' 400 '].map(readNumber)).toEqual([
    65, 111.4, 0.1, 5113387, 1234.5, 400,
  ]);
});

test('a target that was not given is none, not nought', () => {
  expect(['', '  ', '0'].map(readNumber)).toEqual([null, null, 0]);
});

test('what is no number, or has more decimals than are kept, is asked for again', () => {
  expect(['nhiều', '-3', '65%', '1,234', '12,5,6', '1..2'].map(readNumber)).toEqual(Array(6).fill(undefined));
});
