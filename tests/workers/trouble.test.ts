import { beforeEach, expect, test } from 'vitest';
import type { PhoneApi } from '../../src/workers/api/phone-api.ts';
import { restOfAll, sendAll } from '../../sw/send.ts';
import { collaboratorCode, inventedHub, noon, officerCode } from './invented-hub.ts';
import { activatedPhone, pin } from './invented-phone.ts';
import { serviceWorkerOf } from './sending/service-worker-of.ts';

/* What stands in the way: a busy hub, a wrong clock, an order of the hub, and what the bar may say of it; a PIN forgotten. */

const day = 86_400_000;

let hub: Awaited<ReturnType<typeof inventedHub>>;
beforeEach(async () => {
  hub = await inventedHub();
});

async function recordBirth(app: PhoneApi, asked: readonly string[] = []): Promise<void> {
  const { rows } = await app.search('nguyen thi hoa', 5);
  const { id: mother = '', household = '' } = rows.find(({ kind }) => kind === 'person') ?? {};
  const rest = { sex: 'male', date: '2026-11-19', order: 2, deliveryPlace: 'station', multiple: false };
  expect((await app.record('birth', household, { mother, ...rest }, asked)).ok).toBe(true);
}

const busy = async () => new Response('{}', { status: 503, headers: { 'retry-after': '40' } });
const broken = async () => new Response('<h1>Bad Gateway</h1>', { status: 502 });
const asked = () => hub.seen.length;

test('a busy hub says when to come back; tries that fail are counted until one comes through', async () => {
  const { app, line } = await activatedPhone(hub.answer, collaboratorCode);
  await recordBirth(app);
  line.answer = busy;
  expect(await app.sync()).toMatchObject({ is: 'failed', why: 'busy', retryAfterSeconds: 40, failures: 1, waiting: 1 });
  line.answer = broken;
  const again = await app.sync();
  expect(again).toMatchObject({ is: 'failed', why: 'hub', failures: 2 });
  expect(again).not.toHaveProperty('retryAfterSeconds');
  line.answer = hub.answer;
  expect(await app.sync()).toMatchObject({ is: 'done', failures: 0, waiting: 0 });
});

test('the service worker waits as long as the hub asked the app to', async () => {
  const phone = await activatedPhone(hub.answer, collaboratorCode);
  await recordBirth(phone.app);
  phone.line.answer = busy;
  await phone.app.sync();
  await phone.app.lock();
  phone.line.answer = hub.answer;
  const before = asked();
  const worker = serviceWorkerOf(phone);
  expect(await sendAll(worker)).toBe(false);
  expect(await restOfAll(worker)).toBe(40_000);
  expect(asked()).toBe(before);
  phone.line.clock += 40_000;
  expect(await sendAll(worker)).toBe(true);
  expect(await restOfAll(worker)).toBe(0);
});

test('a hub that is busy when the service worker asks is left alone by it', async () => {
  const phone = await activatedPhone(hub.answer, collaboratorCode);
  await recordBirth(phone.app);
  await phone.app.lock();
  phone.line.answer = busy;
  const worker = serviceWorkerOf(phone);
  expect(await sendAll(worker)).toBe(false);
  expect(await restOfAll(worker)).toBe(40_000);
});

test('a clock two days wrong is learnt once: later requests go once, also after a restart and from the service worker', async () => {
  const phone = await activatedPhone(hub.answer, collaboratorCode);
  hub.clock.now += 60_000;
  phone.line.clock = hub.clock.now + 2 * day;
  expect(await phone.app.sync()).toMatchObject({ is: 'done', clockOffset: 2 * day });
  let before = asked();
  await phone.app.sync();
  expect(asked()).toBe(before + 1);

  const after = phone.start();
  await after.unlock(pin);
  expect(await after.syncState()).toMatchObject({ clockOffset: 2 * day });
  before = asked();
  expect(await after.sync()).toMatchObject({ is: 'done' });
  expect(asked()).toBe(before + 1);
  await recordBirth(after);
  await after.lock();
  before = asked();
  expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
  expect(asked()).toBe(before + 1);
});

test('forms go by the right day where the clock is wrong, and what is written today stands under today', async () => {
  const { app, line } = await activatedPhone(hub.answer, collaboratorCode);
  line.clock -= 2 * day;
  await app.sync();
  const { rows } = await app.search('nguyen thi hoa', 5);
  const { household = '' } = rows[0] ?? {};
  expect((await app.formContext('birth', household)).today).toBe('2026-11-22');
  await recordBirth(app);
  expect(await app.writtenOn('2026-11-22')).toHaveLength(1);
});

test('a clock that was put right without a network is not put right a second time', async () => {
  const { app, line } = await activatedPhone(hub.answer, collaboratorCode);
  const { rows } = await app.search('nguyen thi hoa', 5);
  const { household = '' } = rows[0] ?? {};
  for (const off of [2 * day, -2 * day]) {
    hub.clock.now += 60_000;
    line.clock = hub.clock.now + off;
    await app.sync();
    expect((await app.formContext('birth', household)).today).toBe('2026-11-22');
    line.clock = hub.clock.now + 60_000;
    expect((await app.formContext('birth', household)).today).toBe('2026-11-22');
    expect(await app.syncState()).toMatchObject({ clockOffset: null });
  }
});

test('a clock that was set back since the last contact is not trusted to be off as it was', async () => {
  const phone = await activatedPhone(hub.answer, collaboratorCode);
  hub.clock.now += 60_000;
  phone.line.clock = hub.clock.now + 2 * day;
  await phone.app.sync();
  phone.line.clock = noon + 120_000;
  const after = phone.start();
  await after.unlock(pin);
  expect(await after.syncState()).toMatchObject({ clockOffset: null });
  expect(await after.sync()).toMatchObject({ is: 'done', clockOffset: 60_000 });
});

test('what was answered while the phone was locked is looked through before the bar says what waits', async () => {
  const phone = await activatedPhone(hub.answer, collaboratorCode);
  await recordBirth(phone.app);
  await phone.app.lock();
  await sendAll(serviceWorkerOf(phone));
  const app = phone.start();
  const heard: unknown[] = [];
  await app.watch((event) => event.is === 'sync' && heard.push([event.state.is, event.state.waiting]));
  await app.unlock(pin);
  expect(await app.syncState()).toMatchObject({ is: 'opening' });
  await app.village(hub.villages[0] ?? '');
  await expect.poll(() => heard).toEqual([['done', 0]]);
});

test('a sending of many saves tells how far it is, also when it seals them into fewer envelopes', async () => {
  const { app } = await activatedPhone(hub.answer, collaboratorCode);
  for (let count = 0; count < 12; count++) await recordBirth(app, ['birth_twice', 'birth_spacing']);
  const heard: string[] = [];
  await app.watch((event) => {
    const progress = event.is === 'sync' ? event.state.progress : undefined;
    if (progress?.is === 'send') heard.push(`${progress.done}/${progress.of}`);
  });
  await app.sync();
  expect([...new Set(heard)]).toEqual(['0/12', '1/12']);
});

test('what is saved while a sending is under way is sent right behind it', async () => {
  const held = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  const { app, line } = await activatedPhone(hub.answer, collaboratorCode);
  await recordBirth(app);
  line.answer = async (url, init) => {
    const answer = await hub.answer(url, init);
    // The outbox is empty by now, and what others wrote is on its way down.
    if (!url.includes('/sync/changes')) return answer;
    reached.resolve();
    await held.promise;
    return answer;
  };
  const first = app.sync();
  await reached.promise;
  await recordBirth(app, ['birth_twice', 'birth_spacing']);
  const second = app.sync();
  held.resolve();
  await first;
  expect((await second).waiting).toBe(0);
});

test('a hub that does not know the device, that freezes it, that revokes it: each is told apart', async () => {
  const { app } = await activatedPhone(hub.answer, officerCode);
  const [device] = hub.devices.values();
  if (device === undefined) throw new Error('no device');
  hub.devices.delete(device.id);
  expect(await app.sync()).toMatchObject({ is: 'failed', why: 'device' });
  hub.devices.set(device.id, { ...device, status: 'frozen' });
  await recordBirth(app);
  expect(await app.sync()).toMatchObject({ is: 'failed', why: 'frozen', waiting: 1 });
  hub.devices.set(device.id, device);
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
});

test('a revoked phone hands in what waits, closes, and opens by nothing any more; a new code makes it a new device', async () => {
  const phone = await activatedPhone(hub.answer, officerCode);
  const { app } = phone;
  const heard: string[] = [];
  await app.watch((event) => heard.push(event.is));
  await recordBirth(app);
  const [device] = hub.devices.values();
  if (device === undefined) throw new Error('no device');
  hub.devices.set(device.id, { ...device, status: 'revoked' });
  phone.line.clock += 60_000;
  hub.clock.now += 60_000;
  expect(await app.sync()).toMatchObject({ is: 'failed', why: 'revoked' });
  expect(heard.at(-1)).toBe('locked');
  expect(await app.state()).toEqual({ is: 'revoked' });
  const after = phone.start();
  expect(await after.state()).toEqual({ is: 'revoked' });
  expect(await after.unlock(pin)).toMatchObject({ ok: false });
  expect(await after.unlockWithCard(phone.card)).toMatchObject({ ok: false });
  expect(await after.activate(collaboratorCode)).toMatchObject({ ok: true });
  await after.choosePin(pin);
  expect(await after.sync()).toMatchObject({ is: 'done' });
});

test('the order reaches a phone that is locked, and its six digits are worth nothing from then on', async () => {
  const phone = await activatedPhone(hub.answer, officerCode);
  await recordBirth(phone.app);
  await phone.app.lock();
  const [device] = hub.devices.values();
  if (device === undefined) throw new Error('no device');
  hub.devices.set(device.id, { ...device, status: 'revoked' });
  phone.line.clock += 60_000;
  hub.clock.now += 60_000;
  await sendAll(serviceWorkerOf(phone));
  const after = phone.start();
  expect(await after.state()).toEqual({ is: 'revoked' });
  expect(await after.unlock(pin)).toMatchObject({ ok: false });
});

test('the card opens the phone, and a new PIN takes the old one’s place', async () => {
  const phone = await activatedPhone(hub.answer, officerCode);
  const after = phone.start();
  expect(await after.unlockWithCard([phone.card.join('  ').toUpperCase()])).toMatchObject({ ok: true });
  // Whatever looks meanwhile (the network is back, the screen was off) does not show the book before a PIN is chosen.
  expect(await after.state()).toEqual({ is: 'card' });
  expect(await after.choosePin('975310')).toEqual({ ok: true, value: null });
  expect(await after.state()).toMatchObject({ is: 'open' });
  await after.lock();
  expect(await after.state()).toMatchObject({ is: 'locked' });
  expect(await after.unlock(pin)).toMatchObject({ ok: false, error: { why: 'wrong' } });
  expect(await after.unlock('975310')).toMatchObject({ ok: true });
});
