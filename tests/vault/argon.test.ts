import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { isBearableCost, standardCost } from '../../src/vault/argon.ts';
import { nodeArgon } from './node-argon.ts';

const costs = [
  standardCost,
  { memory: 19 * 1024, passes: 2, lanes: 1 },
  { memory: 8, passes: 1, lanes: 1 },
  { memory: 1_027, passes: 4, lanes: 1 },
  { memory: 70_000, passes: 1, lanes: 1 },
];

test('derives what another implementation of RFC 9106 derives, one after the other in the same memory', async () => {
  const argon = await nodeArgon();
  for (const text of ['nghe an bien ho', '29041729', 'm'.repeat(200)]) {
    const [message, nonce] = [new TextEncoder().encode(text), new Uint8Array(16).fill(text.length)];
    for (const { memory, passes, lanes } of costs) {
      const expected = argon2Sync('argon2id', { message, nonce, memory, passes, parallelism: lanes, tagLength: 32 });
      const derived = await argon(message, nonce, { memory, passes, lanes });
      expect(Buffer.from(derived).toString('hex')).toBe(expected.toString('hex'));
    }
  }
});

test('refuses costs that were turned down by somebody, or that would hang the phone', () => {
  expect(isBearableCost(standardCost)).toBe(true);
  expect(isBearableCost({ memory: 19 * 1024, passes: 2, lanes: 1 })).toBe(true);
  expect(isBearableCost({ memory: 8 * 1024, passes: 3, lanes: 1 })).toBe(false);
  expect(isBearableCost({ memory: 32 * 1024, passes: 1, lanes: 1 })).toBe(false);
  expect(isBearableCost({ memory: 4_000_000, passes: 3, lanes: 1 })).toBe(false);
});
