import { beforeAll, expect, test } from 'vitest';
import { type Argon, loadArgon } from '../../src/vault/argon.ts';
import { createVault, type Vault } from '../../src/vault/vault.ts';
import { memoryBox } from './memory-box.ts';
import { nodeArgon, random, subtle } from './node-argon.ts';

let argon: Argon;
beforeAll(async () => {
  argon = await nodeArgon();
});

const pin = '246810';

/** A phone with a clock in hand; `restart` is the same flash in a new process. */
async function phone(pinUntil: number | null = null) {
  const flash = memoryBox();
  const clock = { now: 1_795_310_584_000 };
  const open = (): Vault =>
    createVault({
      subtle,
      random,
      argon,
      box: flash.box,
      now: () => clock.now,
      isAllowed: async (kind) => kind === 'card' || pinUntil === null || clock.now < pinUntil,
    });
  const vault = open();
  const { card, key } = await vault.create();
  return { vault, flash, clock, card, key, restart: open };
}

test('PIN and card open the same data key after a restart', async () => {
  const { vault, card, key, restart } = await phone();
  expect(await vault.choosePin(pin)).toEqual({ ok: true, value: null });
  expect(await restart().standing()).toMatchObject({ is: 'locked', pin: 'usable', triesLeft: 10 });
  expect(await restart().unlock(pin)).toMatchObject({ ok: true, value: { id: key.id } });
  expect(await restart().unlockWithCard([card.join(' ').toUpperCase()])).toMatchObject({ ok: true });
});

test('until the PIN is chosen nothing is on the phone', async () => {
  const { vault, flash, restart } = await phone();
  expect(await vault.choosePin('123456')).toEqual({ ok: false, error: 'too_simple' });
  expect(flash.record()).toBeUndefined();
  expect(await restart().standing()).toEqual({ is: 'empty' });
});

test('a wrong PIN is counted before it is judged', async () => {
  const { vault, flash, clock, restart } = await phone();
  await vault.choosePin(pin);
  const judged: (number | undefined)[] = [];
  const slow = createVault({
    subtle,
    random,
    argon: async (...asked) => {
      judged.push(flash.record()?.tries.failed);
      return argon(...asked);
    },
    box: flash.box,
    now: () => clock.now,
    isAllowed: async () => true,
  });
  expect(await slow.unlock('135791')).toMatchObject({ ok: false, error: { why: 'wrong', triesLeft: 9 } });
  expect(judged).toEqual([1]);
  expect(await restart().standing()).toMatchObject({ triesLeft: 9 });
});

test('ending the app in the middle of a try does not give the try back', async () => {
  const { vault, flash, clock, restart } = await phone();
  await vault.choosePin(pin);
  const killed = createVault({
    subtle,
    random,
    argon: () => Promise.reject(new Error('killed')),
    box: flash.box,
    now: () => clock.now,
    isAllowed: async () => true,
  });
  await expect(killed.unlock('135791')).rejects.toThrow('killed');
  expect(await restart().standing()).toMatchObject({ triesLeft: 9 });
});

test('waits grow over reloads; the tenth wrong PIN ends the slot, and the card still opens', async () => {
  const { vault, flash, clock, card, restart } = await phone();
  await vault.choosePin(pin);
  for (let time = 1; time <= 9; time++) {
    const answer = await restart().unlock('135791');
    expect(answer).toMatchObject({ ok: false, error: { why: 'wrong', triesLeft: 10 - time } });
    const wait = flash.record()?.tries.notBefore ?? 0;
    if (wait > clock.now)
      expect(await restart().unlock(pin)).toEqual({ ok: false, error: { why: 'wait', notBefore: wait } });
    // Words of a card that are wrong say nothing of the PIN's wait.
    if (time === 5)
      expect(await restart().unlockWithCard(['a'])).toMatchObject({ error: { why: 'wrong', notBefore: 0 } });
    clock.now = wait;
  }
  expect(await restart().unlock('135791')).toEqual({ ok: false, error: { why: 'spent' } });
  expect(flash.record()?.pin).toBeNull();
  expect(await restart().unlock(pin)).toEqual({ ok: false, error: { why: 'spent' } });
  const last = restart();
  expect(await last.unlockWithCard(card)).toMatchObject({ ok: true });
  expect(await last.choosePin('975310')).toMatchObject({ ok: true });
  expect(await restart().unlock('975310')).toMatchObject({ ok: true });
});

test('a right PIN forgets the wrong ones', async () => {
  const { vault, restart } = await phone();
  await vault.choosePin(pin);
  await restart().unlock('135791');
  await restart().unlock(pin);
  expect(await restart().standing()).toMatchObject({ triesLeft: 10, notBefore: 0 });
});

test('when the PIN window has closed only the card opens', async () => {
  const { vault, clock, card, restart } = await phone(1_795_310_584_000 + 1000);
  await vault.choosePin(pin);
  clock.now += 2000;
  expect(await restart().standing()).toMatchObject({ pin: 'expired' });
  expect(await restart().unlock(pin)).toEqual({ ok: false, error: { why: 'expired' } });
  expect(await restart().unlockWithCard(card)).toMatchObject({ ok: true });
});

test('a wrong card does not open, and uses up no PIN try', async () => {
  const { vault, restart } = await phone();
  await vault.choosePin(pin);
  expect(await restart().unlockWithCard(['nghe', 'an', 'bien', 'ho'])).toMatchObject({
    error: { why: 'wrong', triesLeft: 10 },
  });
});

test('a slot whose cost was turned down is called damaged, whatever the PIN', async () => {
  const { vault, flash, restart } = await phone();
  await vault.choosePin(pin);
  await flash.box.change((old) =>
    old.pin === null ? old : { ...old, pin: { ...old.pin, argon: { memory: 1024, passes: 1, lanes: 1 } } },
  );
  expect(await restart().unlock(pin)).toEqual({ ok: false, error: { why: 'damaged' } });
});

test('the PIN slot is worthless on another phone', async () => {
  const { vault, flash, restart } = await phone();
  await vault.choosePin(pin);
  const other = await phone();
  await other.vault.choosePin(pin);
  const stolen = flash.record()?.pin ?? null;
  await other.flash.box.change((old) => ({ ...old, pin: stolen }));
  expect(await other.restart().unlock(pin)).toMatchObject({ ok: false, error: { why: 'wrong' } });
  expect(await restart().unlock(pin)).toMatchObject({ ok: true });
});

test('no key in use can be exported', async () => {
  const { key, vault, flash } = await phone();
  await vault.choosePin(pin);
  const phoneKey = flash.record()?.phoneKey;
  for (const used of [key.seals, key.names, ...(phoneKey ? [phoneKey] : [])]) {
    expect(used.extractable).toBe(false);
    await expect(subtle.exportKey('raw', used)).rejects.toThrow();
  }
});

test('a processor without SIMD derives the same', async () => {
  const { readFileSync } = await import('node:fs');
  const plain = new Uint8Array(readFileSync('node_modules/argon2id/dist/no-simd.wasm'));
  const slow = await loadArgon(plain, plain);
  const asked = [new Uint8Array(8), new Uint8Array(16), { memory: 19 * 1024, passes: 2, lanes: 1 }] as const;
  expect(await slow(...asked)).toEqual(await argon(...asked));
});
