import { argon2Sync } from 'node:crypto';
import { expect, test } from 'vitest';
import { isBearableCost, standardCost } from '../../src/vault/argon.ts';
import { nodeArgon } from './node-argon.ts';

test('derives what another implementation of RFC 9106 derives', async () => {
  const argon = await nodeArgon();
  const [message, nonce] = [new TextEncoder().encode('nghe an bien ho'), new Uint8Array(16).fill(7)];
  const cost = { memory: standardCost.memory, passes: standardCost.passes, parallelism: standardCost.lanes };
  const expected = argon2Sync('argon2id', { message, nonce, ...cost, tagLength: 32 });
  expect(Buffer.from(await argon(message, nonce, standardCost)).toString('hex')).toBe(expected.toString('hex'));
});

test('refuses costs that were turned down by somebody, or that would hang the phone', () => {
  expect(isBearableCost(standardCost)).toBe(true);
  expect(isBearableCost({ memory: 19 * 1024, passes: 2, lanes: 1 })).toBe(true);
  expect(isBearableCost({ memory: 8 * 1024, passes: 3, lanes: 1 })).toBe(false);
  expect(isBearableCost({ memory: 32 * 1024, passes: 1, lanes: 1 })).toBe(false);
  expect(isBearableCost({ memory: 4_000_000, passes: 3, lanes: 1 })).toBe(false);
});
