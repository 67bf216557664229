import { Dexie } from 'dexie';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catchUnopened } from '../../../src/features/unlock/unopened.ts';
import type { PhoneApi, PhoneEvent } from '../../../src/workers/api/phone-api.ts';
import { fillDisk } from '../../store/full-disk.ts';
import { collaboratorCode, inventedHub } from '../invented-hub.ts';
import { activatedPhone, pin } from '../invented-phone.ts';

/* A little room is kept for the day on which the phone is full: the save in hand is finished, and she is told. */

let hub: Awaited<ReturnType<typeof inventedHub>>;
let phone: Awaited<ReturnType<typeof activatedPhone>>;

beforeEach(async () => {
  hub = await inventedHub();
  phone = await activatedPhone(hub.answer, collaboratorCode);
  await phone.app.sync();
});
afterEach(() => vi.restoreAllMocks());

const hasBallast = async () => (await phone.indexedDB.databases()).some(({ name }) => name === 'ballast-so-dan-so');

async function write(app: PhoneApi, number: string) {
  const [hoa] = (await app.search('nguyen thi hoa', 5)).rows.filter(({ kind }) => kind === 'person');
  const { defaults } = await app.formContext('person_edit', hoa?.household ?? '', hoa?.id);
  return app.record('person_edit', hoa?.household ?? '', { ...defaults, isCorrection: true, phone: number }, []);
}

function watchSync(app: PhoneApi): string[] {
  const told: string[] = [];
  void app.watch((event: PhoneEvent) => {
    if (event.is === 'sync' && event.state.why !== undefined) told.push(event.state.why);
  });
  return told;
}

test('behind a sync it is laid; a save that finds no room takes it, and is told once it is kept', async () => {
  expect(await hasBallast()).toBe(true);
  const told = watchSync(phone.app);
  const disk = fillDisk(phone.indexedDB);
  phone.line.answer = 'cut';
  disk.fill();
  expect(await write(phone.app, '0912345678')).toMatchObject({ ok: true });
  expect([disk.isFull(), await hasBallast(), told]).toEqual([false, false, ['tight']]);
  // Full again, and nothing left to give up: said in words, and nothing half saved.
  disk.fill();
  expect(await write(phone.app, '0912345679')).toMatchObject({ ok: false, error: [{ check: 'storage_full' }] });
  expect(await phone.app.syncState()).toMatchObject({ waiting: 1 });
});

test('with room again it is laid anew; without, she is told though all was sent', async () => {
  const disk = fillDisk(phone.indexedDB);
  disk.fill();
  await write(phone.app, '0912345678');
  expect(await phone.app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  expect(await hasBallast()).toBe(true);
  vi.restoreAllMocks();
  phone.indexedDB.deleteDatabase('ballast-so-dan-so');
  const open = phone.indexedDB.open.bind(phone.indexedDB);
  vi.spyOn(phone.indexedDB, 'open').mockImplementation((name, version) => {
    if (name === 'ballast-so-dan-so') throw new DOMException('no room', 'QuotaExceededError');
    return open(name, version);
  });
  expect(await phone.app.sync()).toMatchObject({ is: 'done', why: 'tight', waiting: 0 });
});

test('answers of the hub that find no room are taken with it', async () => {
  phone.line.answer = 'cut';
  await write(phone.app, '0912345678');
  phone.line.answer = hub.answer;
  const disk = fillDisk(phone.indexedDB);
  disk.fill();
  expect(await phone.app.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
  expect(disk.isFull()).toBe(false);
});

test('a book that does not open at once is tried again, and opens', async () => {
  await phone.app.lock();
  let refusals = 2;
  const open = Dexie.prototype.open;
  const opening = vi.spyOn(Dexie.prototype, 'open').mockImplementation(function (this: Dexie) {
    refusals -= 1;
    return refusals >= 0 ? Dexie.Promise.reject(new DOMException('not now', 'UnknownError')) : open.call(this);
  });
  const app = phone.start();
  expect(await app.unlock(pin)).toMatchObject({ ok: true });
  expect(opening.mock.calls.length).toBeGreaterThanOrEqual(3);
});

test('one that never opens is told by its name, is left as it is, and opens on a better day', {
  timeout: 20_000,
}, async () => {
  await phone.app.lock();
  const opening = vi
    .spyOn(Dexie.prototype, 'open')
    .mockImplementation(() => Dexie.Promise.reject(new DOMException('no', 'UnknownError')));
  const app = phone.start();
  const fault: unknown = await app.unlock(pin).catch((error: unknown) => error);
  expect(catchUnopened(fault)).toEqual({ ok: false, error: { why: 'unopened' } });
  expect(() => catchUnopened(new Error('another'))).toThrow('another');
  opening.mockRestore();
  expect(await app.unlock(pin)).toMatchObject({ ok: true });
});

test('on a full disk it opens with the room that was kept', async () => {
  await phone.app.lock();
  const disk = fillDisk(phone.indexedDB);
  disk.fill();
  const open = Dexie.prototype.open;
  vi.spyOn(Dexie.prototype, 'open').mockImplementation(function (this: Dexie) {
    return disk.isFull() ? Dexie.Promise.reject(new DOMException('no room', 'QuotaExceededError')) : open.call(this);
  });
  expect(await phone.start().unlock(pin)).toMatchObject({ ok: true });
  expect(await hasBallast()).toBe(false);
});
