import { IDBFactory } from 'fake-indexeddb';
import type { UseStore } from 'idb-keyval';
import { beforeEach, expect, test } from 'vitest';
import { clearMetadata, databaseName, openExisting, senderKey } from '../../../src/store/outbox.ts';
import type { PhoneApi } from '../../../src/workers/api/phone-api.ts';
import { sendAll } from '../../../sw/send.ts';
import { asked } from '../../store/invented-phone.ts';
import { collaboratorCode, inventedHub } from '../invented-hub.ts';
import { activatedPhone, pin } from '../invented-phone.ts';
import { serviceWorkerOf } from './service-worker-of.ts';

type Phone = Awaited<ReturnType<typeof activatedPhone>>;

let hub: Awaited<ReturnType<typeof inventedHub>>;
let phone: Phone;

/** A birth saved without a network, and the app gone. */
beforeEach(async () => {
  hub = await inventedHub();
  phone = await activatedPhone(hub.answer, collaboratorCode);
  phone.line.answer = 'cut';
  await recordBirth(phone.app);
  await phone.app.lock();
  phone.line.answer = hub.answer;
});

async function recordBirth(app: PhoneApi): Promise<void> {
  const { rows } = await app.search('nguyen thi hoa', 5);
  const { id: mother = '', household = '' } = rows.find(({ kind }) => kind === 'person') ?? {};
  const rest = { sex: 'male', date: '2026-11-19', order: 2, deliveryPlace: 'station', multiple: false };
  const saved = await app.record('birth', household, { mother, ...rest }, []);
  expect(saved.ok).toBe(true);
}

const recorded = () => [...hub.ops.values()].filter(({ verdict }) => verdict.result.is === 'applied').length;

test('it sends while the phone is locked, and the next opening says when', async () => {
  phone.line.clock += 3_600_000;
  expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
  expect(recorded()).toBe(2);
  const sentAt = phone.line.clock;
  phone.line.answer = 'cut';
  phone.line.clock += 60_000;
  const app = phone.start();
  await app.unlock(pin);
  await app.household('hub1.1');
  expect(await app.sync()).toMatchObject({ is: 'offline', waiting: 0, sentAt });
});

test('without a network, or with a forged answer, it fails, keeps all and so is called again', async () => {
  for (const answer of ['cut', async () => Response.json({ verdicts: [] }), async () => new Response('OK')] as const) {
    phone.line.answer = answer;
    const isDone = await sendAll(serviceWorkerOf(phone));
    expect(recorded()).toBe(0);
    if (answer === 'cut') expect(isDone).toBe(false);
  }
  phone.line.answer = hub.answer;
  expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
  expect(recorded()).toBe(2);
});

test('a verdict of another hub deletes nothing', async () => {
  const stranger = await inventedHub();
  phone.line.answer = stranger.answer;
  expect(await sendAll(serviceWorkerOf(phone))).toBe(false);
  phone.line.answer = hub.answer;
  await sendAll(serviceWorkerOf(phone));
  expect(recorded()).toBe(2);
});

test('a device whose database is broken does not keep the others of this phone from being sent', async () => {
  const { clear } = serviceWorkerOf(phone);
  const senders = await clear('readonly', (store) => asked<unknown[]>(store.getAll()));
  const own = senders.find((value) => typeof value === 'object' && value !== null && 'signKey' in value);
  await clear('readwrite', (store) => asked(store.put({ ...Object(own), device: 'aaaa' }, senderKey('aaaa'))));
  (await asked(phone.indexedDB.open(databaseName('aaaa')))).close();
  expect(await sendAll(serviceWorkerOf(phone))).toBe(false);
  expect(recorded()).toBe(2);
});

test('while the app syncs it asks nothing, and does not call it done: whoever is at it may fail', async () => {
  const before = hub.seen.length;
  expect(await sendAll(serviceWorkerOf(phone, false))).toBe(false);
  expect(hub.seen.length).toBe(before);
});

test('on a phone that was never activated there is nothing to do, and no database is made', async () => {
  const empty = new IDBFactory();
  const clear: UseStore = async (_mode, work) => {
    const request = empty.open(clearMetadata.database);
    request.onupgradeneeded = () => request.result.createObjectStore(clearMetadata.store);
    return work((await asked(request)).transaction(clearMetadata.store).objectStore(clearMetadata.store));
  };
  expect(await sendAll({ ...serviceWorkerOf(phone), indexedDB: empty, clear })).toBe(true);
  expect(await openExisting(empty, 'dev1')).toBeUndefined();
  expect((await empty.databases()).map(({ name }) => name)).toEqual([clearMetadata.database]);
});
