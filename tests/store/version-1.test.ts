import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pageFromBytes } from '../../src/sync/records/columns/binary/columns-codec.ts';
import { fromColumns } from '../../src/sync/records/columns/columns.ts';
import { workingKey } from '../../src/vault/data-key.ts';
import { type KeySlot, openSlot } from '../../src/vault/key-slot.ts';
import { createSealer } from '../../src/vault/sealer.ts';
import { nodeArgon, random, subtle } from '../vault/node-argon.ts';

/* Slots and a page as version 1 wrote them in November 2026: they open for ever, or somebody's book is lost. */

const kept = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/version-1.json'), 'utf8'));
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

async function openKept(slot: { salt: string; sealed: string } & Omit<KeySlot, 'salt' | 'sealed'>, text: string) {
  const argon = await nodeArgon();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const phoneKey = await subtle.importKey('raw', bytes(kept.phoneKey), algorithm, false, ['sign']);
  const secret = slot.kind === 'pin' ? { text, phoneKey } : { text };
  const whole = { ...slot, salt: bytes(slot.salt), sealed: bytes(slot.sealed) };
  const opened = await openSlot({ subtle, random, argon }, whole, secret);
  if (!opened.ok) throw new Error(`a slot of version 1 is ${opened.error}`);
  return workingKey(subtle, opened.value.raw);
}

test('card and PIN of version 1 open the same key', async () => {
  const byCard = await openKept(kept.cardSlot, kept.words.join(' '));
  const byPin = await openKept(kept.pinSlot, kept.pin);
  expect(byCard.id).toBe(kept.cardSlot.key);
  expect(byPin.id).toBe(byCard.id);
});

test('a page of version 1 opens, is found by its name, and holds what it held', async () => {
  const sealer = createSealer({ subtle, random }, await openKept(kept.cardSlot, kept.words.join(' ')), kept.user);
  const page = await sealer.open(kept.page.place, bytes(kept.page.blob));
  const deflated = await sealer.open(kept.deflated.place, bytes(kept.deflated.blob));
  expect(page.ok && [...fromColumns(pageFromBytes(page.value))].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    [...kept.page.states].sort((a, b) => (a.id < b.id ? -1 : 1)),
  );
  expect(deflated.ok && new TextDecoder().decode(deflated.value)).toBe('Sổ Dân Số '.repeat(200));
  expect(await sealer.nameOf('pages', 'v1#0')).toBe(kept.name);
});
