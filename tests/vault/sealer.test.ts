import { expect, test } from 'vitest';
import { workingKey } from '../../src/vault/data-key.ts';
import { createSealer, type SealedPlace } from '../../src/vault/sealer.ts';
import { random, subtle } from './node-argon.ts';

const place: SealedPlace = { store: 'pages', id: 'thon-3#0', revision: 7 };
const text = new TextEncoder().encode('Nguyễn Thị Hoà, sinh 1998');

async function sealer(user = 'u12', raw = random(32)) {
  return createSealer({ subtle, random }, await workingKey(subtle, raw), user);
}

test('what was sealed opens in its place', async () => {
  const mine = await sealer();
  for (const length of [0, 1, 1023, 1024, 100_000]) {
    const plain = new Uint8Array(length).fill(65);
    expect(await mine.open(place, await mine.seal(place, plain))).toEqual({ ok: true, value: plain });
  }
});

test('moved, rolled back, altered, cut or of another user or key: it does not open', async () => {
  const raw = random(32);
  const mine = await sealer('u12', raw.slice());
  const blob = await mine.seal(place, text);
  const damaged = { ok: false, error: 'damaged' };
  expect(await mine.open({ ...place, id: 'thon-4#0' }, blob)).toEqual(damaged);
  expect(await mine.open({ ...place, store: 'journal' }, blob)).toEqual(damaged);
  expect(await mine.open({ ...place, revision: 8 }, blob)).toEqual(damaged);
  expect(await (await sealer('u13', raw.slice())).open(place, blob)).toEqual(damaged);
  expect(await (await sealer()).open(place, blob)).toEqual(damaged);
  for (const at of [0, 1, 10, 30, blob.length - 1]) {
    const altered = blob.slice();
    altered[at] = (altered[at] ?? 0) ^ 1;
    expect(await mine.open(place, altered)).toEqual(damaged);
  }
  for (const length of [0, 5, 21, 40, blob.length - 1]) {
    expect(await mine.open(place, blob.slice(0, length))).toEqual(damaged);
  }
});

test('neither sizes nor names tell what is inside', async () => {
  const mine = await sealer();
  const sizes = ['An', 'Nguyễn Thị Phương Thảo'].map(
    async (name) => (await mine.seal(place, new TextEncoder().encode(name))).length,
  );
  expect(new Set(await Promise.all(sizes)).size).toBe(1);
  const name = await mine.nameOf('pages', 'thon-3#0');
  expect(name).toMatch(/^[0-9a-f]{32}$/);
  expect(name).toBe(await mine.nameOf('pages', 'thon-3#0'));
  expect(name).not.toBe(await (await sealer()).nameOf('pages', 'thon-3#0'));
  expect((await mine.seal(place, text)).toString()).not.toBe((await mine.seal(place, text)).toString());
});
