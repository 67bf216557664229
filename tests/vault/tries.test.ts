import { expect, test } from 'vitest';
import { pinFault } from '../../src/vault/pin.ts';
import {
  allowedTries,
  isSpent,
  nextTryAt,
  noTries,
  startTry,
  type TryRecord,
  triesLeft,
} from '../../src/vault/tries.ts';

const noon = 1_795_310_584_000;

function fail(times: number): TryRecord {
  let tries = noTries;
  for (let time = 0; time < times; time++) tries = startTry(tries, noon);
  return tries;
}

test('two slips cost nothing, then each wait is longer, and the tenth is the last', () => {
  const waits = Array.from({ length: 9 }, (_, at) => nextTryAt(fail(at + 1), noon) - noon);
  expect(waits.slice(0, 2)).toEqual([0, 0]);
  expect(waits.slice(2)).toEqual([...waits.slice(2)].sort((a, b) => a - b));
  expect(waits.at(-1)).toBe(15 * 60_000);
  expect(triesLeft(fail(9))).toBe(1);
  expect([isSpent(fail(9)), isSpent(fail(allowedTries))]).toEqual([false, true]);
});

test('a clock set back a year does not lock anybody out for a year', () => {
  const tries = fail(5);
  const lastYear = noon - 365 * 86_400_000;
  expect(nextTryAt(tries, lastYear) - lastYear).toBe(30_000);
});

test('easy PINs are turned away', () => {
  expect(['12345', '1234567', ''].map(pinFault)).toEqual(['too_short', 'too_short', 'too_short']);
  expect(['12a456', '12 456'].map(pinFault)).toEqual(['not_digits', 'not_digits']);
  expect(['111111', '123456', '987654'].map(pinFault)).toEqual(['too_simple', 'too_simple', 'too_simple']);
  expect(['246810', '159357', '112233'].map(pinFault)).toEqual([undefined, undefined, undefined]);
});
