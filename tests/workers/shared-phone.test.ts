import { beforeEach, expect, test } from 'vitest';
import { databaseName, leaseKey } from '../../src/store/outbox.ts';
import type { PhoneApi } from '../../src/workers/api/phone-api.ts';
import { sendAll } from '../../sw/send.ts';
import { asked, everyStoredByte } from '../store/invented-phone.ts';
import { collaboratorCode, inventedHub, officerCode } from './invented-hub.ts';
import { activatedPhone, pin } from './invented-phone.ts';
import { serviceWorkerOf } from './sending/service-worker-of.ts';

/*
 * One phone for two: the collaborator has work that waits and a form in hand, and the officer takes the phone. Each has a
 * sealed register of her own, and neither stands in the other's way.
 */

type Phone = Awaited<ReturnType<typeof activatedPhone>>;

const officerPin = '975310';
const [lan, mai] = ['dev1', 'dev2'];
const child = 'Nguyễn Bảo Qwxz';
const draft = { id: 'd1', form: 'birth', household: 'hub1.1', page: 1, answers: { fullName: 'Lê Nháp Kbqz' } };

let hub: Awaited<ReturnType<typeof inventedHub>>;
let phone: Phone;

beforeEach(async () => {
  hub = await inventedHub();
  phone = await activatedPhone(hub.answer, collaboratorCode);
  await phone.app.chooseLabel('lan');
  phone.line.answer = 'cut';
  await recordBirth(phone.app, child);
  await phone.app.saveDraft(draft);
  await phone.app.lock();
  phone.line.answer = hub.answer;
});

async function recordBirth(app: PhoneApi, fullName: string): Promise<void> {
  const { rows } = await app.search('nguyen thi hoa', 5);
  const { id: mother = '', household = '' } = rows.find(({ kind }) => kind === 'person') ?? {};
  const rest = { sex: 'male', date: '2026-11-19', order: 2, deliveryPlace: 'station', multiple: false };
  const saved = await app.record('birth', household, { mother, fullName, ...rest }, []);
  expect(saved.ok).toBe(true);
}

/** The officer comes with a code of her own. */
async function addOfficer(): Promise<PhoneApi> {
  const app = phone.start();
  expect(await app.activate(officerCode)).toMatchObject({ ok: true });
  expect(await app.chooseLabel(' m ')).toMatchObject({ ok: true });
  expect(await app.choosePin(officerPin)).toMatchObject({ ok: true });
  return app;
}

async function found(app: PhoneApi, name: string): Promise<number> {
  const { rows } = await app.search(name, 5);
  return rows.filter((row) => row.name === name).length;
}

const applied = (device: string) =>
  [...hub.ops].filter(([id, { verdict }]) => id.startsWith(`${device}.`) && verdict.result.is === 'applied').length;

/** The app opened anew, at this one's door. */
async function at(device: string): Promise<PhoneApi> {
  const app = phone.start();
  await app.switchUser(device);
  return app;
}

async function clearKeys(device: string): Promise<readonly string[]> {
  const keys = await serviceWorkerOf(phone).clear('readonly', (store) => asked(store.getAllKeys()));
  return keys.map(String).filter((key) => key.endsWith(`:${device}`));
}

test('the officer sees nothing of what waits or was begun; the collaborator comes back and finds all of it', async () => {
  const officer = await addOfficer();
  expect(await officer.state()).toMatchObject({ is: 'open', who: { device: mai, role: 'officer' } });
  await officer.sync();
  expect(await officer.syncState()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
  expect(await officer.drafts()).toEqual([]);
  expect(await found(officer, child)).toBe(0);
  expect((await officer.proof()).left).toEqual({ waiting: 0, mending: 0, drafts: 0 });
  await recordBirth(officer, 'Nguyễn Thị Của Mai');
  await officer.sync();
  expect([applied(mai), applied(lan)]).toEqual([2, 0]);
  await officer.lock();

  phone.line.answer = 'cut';
  const back = await at(lan);
  expect(await back.unlock(officerPin)).toMatchObject({ ok: false, error: { why: 'wrong' } });
  expect(await back.unlock(pin)).toMatchObject({ ok: true, value: { device: lan, role: 'collaborator' } });
  expect(await back.drafts()).toMatchObject([draft]);
  expect(await found(back, child)).toBe(1);
  expect(await back.syncState()).toMatchObject({ waiting: 1 });
});

test('the service worker sends what waits of both, whoever’s door the phone stands at', async () => {
  const officer = await addOfficer();
  await officer.sync();
  expect(applied(lan)).toBe(0);
  phone.line.answer = 'cut';
  await recordBirth(officer, 'Nguyễn Thị Của Mai');
  await officer.lock();
  phone.line.answer = hub.answer;
  expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
  expect([applied(lan), applied(mai)]).toEqual([2, 2]);
});

test('a hub that asks one to rest, or refuses one, keeps nothing of the other back', async () => {
  await (await addOfficer()).lock();
  phone.line.answer = async (url, init) => {
    const device = new Headers(init.headers).get('x-device');
    return device === mai ? new Response(null, { status: 401 }) : hub.answer(url, init);
  };
  await sendAll(serviceWorkerOf(phone));
  expect(applied(lan)).toBe(2);
});

test('tries and waits are each her own', async () => {
  await (await addOfficer()).lock();
  const officers = await at(mai);
  for (const guess of ['135790', '135791', '135792']) await officers.unlock(guess);
  const spoilt = await officers.state();
  expect(spoilt).toMatchObject({ is: 'locked', triesLeft: 7 });
  expect(spoilt.is === 'locked' && spoilt.notBefore).toBeGreaterThan(phone.line.clock);
  const collaborators = await at(lan);
  expect(await collaborators.state()).toMatchObject({ is: 'locked', triesLeft: 10, notBefore: 0 });
  expect(await collaborators.unlock(pin)).toMatchObject({ ok: true });
  expect(await (await at(mai)).state()).toMatchObject({ is: 'locked', triesLeft: 7 });
});

test('who breaks off half way leaves the first one’s door where it was, and her code goes on', async () => {
  const broken = phone.start();
  expect(await broken.activate(officerCode)).toMatchObject({ ok: true });
  expect(await broken.state()).toEqual({ is: 'card' });
  await broken.chooseLabel('M');

  const next = phone.start();
  expect(await next.state()).toMatchObject({ is: 'locked', triesLeft: 10 });
  expect(await next.users()).toEqual({
    users: [{ device: lan, label: 'LAN', number: 1, isCurrent: true, isRevoked: false }],
    hasUnfinished: true,
  });
  // A third one mistypes a code meanwhile: the one that was begun is still good, typed in whatever way.
  expect(await next.activate('AAAA AAAAAA')).toEqual({ ok: false, error: 'wrong_code' });
  expect(await next.unlock(pin)).toMatchObject({ ok: true });
  expect(await next.drafts()).toHaveLength(1);
  await next.lock();
  await addOfficer();
  const { users, hasUnfinished } = await phone.start().users();
  expect(users.map(({ label, isCurrent }) => [label, isCurrent])).toEqual([
    ['LAN', false],
    ['M', true],
  ]);
  expect(hasUnfinished).toBe(false);
});

test('each has a signing key of her own, also when one activation was cut off before the other began', async () => {
  phone.line.answer = async (url, init) => {
    await hub.answer(url, init);
    throw new TypeError('the answer was lost');
  };
  expect(await phone.start().activate(officerCode)).toEqual({ ok: false, error: 'offline' });
  phone.line.answer = hub.answer;
  expect(await phone.start().activate('AAAAAAAAAA')).toEqual({ ok: false, error: 'wrong_code' });
  await addOfficer();
  const keys = [...hub.devices.values()].map(({ signKey }) => signKey);
  expect(new Set(keys).size).toBe(2);
});

test('a revoked user is closed alone, and the rest of the phone is untouched', async () => {
  await (await addOfficer()).lock();
  const device = hub.devices.get(lan);
  if (device === undefined) throw new Error('the collaborator is known');
  hub.devices.set(lan, { ...device, status: 'revoked' });
  phone.line.clock += 60_000;
  hub.clock.now += 60_000;
  await sendAll(serviceWorkerOf(phone));
  const { users } = await phone.start().users();
  expect(users.map(({ label, isRevoked }) => [label, isRevoked])).toEqual([
    ['LAN', true],
    ['M', false],
  ]);
  expect(await (await at(lan)).state()).toEqual({ is: 'revoked' });
  const officer = await at(mai);
  expect(await officer.unlock(officerPin)).toMatchObject({ ok: true });
  expect(await officer.sync()).toMatchObject({ is: 'done' });
});

test('a lease that ran out closes its own user only', async () => {
  await (await addOfficer()).lock();
  await serviceWorkerOf(phone).clear('readwrite', async (store) => {
    const lease = await asked(store.get(leaseKey(lan)));
    await asked(store.put({ ...Object(lease), lease: { until: 1, pinUntil: 1 } }, leaseKey(lan)));
  });
  expect(await (await at(lan)).unlock(pin)).toEqual({ ok: false, error: { why: 'expired' } });
  expect(await (await at(mai)).unlock(officerPin)).toMatchObject({ ok: true });
});

test('a label is a few letters, told apart from the others’, and may be chosen anew', async () => {
  const officer = await addOfficer();
  for (const [text, fault] of [
    ['', 'missing'],
    ['Hoà B', 'shape'],
    ['<b>', 'shape'],
    ['ABCD', 'shape'],
    ['lan', 'taken'],
  ] as const)
    expect(await officer.chooseLabel(text)).toEqual({ ok: false, error: fault });
  // A vowel and its mark typed one by one are one letter.
  expect(await officer.chooseLabel('đo\u0302')).toMatchObject({ ok: true });
  expect((await officer.users()).users.map(({ label }) => label)).toEqual(['LAN', 'ĐÔ']);
});

test('nothing of either is readable on the phone but what she is called', async () => {
  const officer = await addOfficer();
  await officer.sync();
  await recordBirth(officer, 'Nguyễn Thị Của Mai');
  const stored = await everyStoredByte(phone.indexedDB);
  expect(stored).toContain('LAN');
  for (const hidden of [child, 'Lê Nháp Kbqz', 'Của Mai', 'Trần Thị Bích', 'Nguyễn Thị Hoà'])
    expect(stored).not.toContain(hidden);
  expect(await clearKeys(lan)).toEqual(['label:dev1', 'lease:dev1', 'sender:dev1', 'vault:dev1']);
});

test('without the hub’s word that it has all, nobody’s register is removed', async () => {
  await (await addOfficer()).lock();
  const back = await at(lan);
  await back.unlock(pin);
  expect(await back.leavePhone()).toEqual({ ok: false, error: 'unproved' });
  expect((await back.users()).users).toHaveLength(2);
  expect((await phone.indexedDB.databases()).map(({ name }) => name)).toContain(databaseName(lan));
});
