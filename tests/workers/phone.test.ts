import { IDBObjectStore } from 'fake-indexeddb';
import { beforeEach, expect, test, vi } from 'vitest';
import type { PhoneApi } from '../../src/workers/api/phone-api.ts';
import { everyStoredByte } from '../store/invented-phone.ts';
import { collaboratorCode, inventedHub, officerCode } from './invented-hub.ts';
import { activatedPhone, inventedPhone, pin } from './invented-phone.ts';

let hub: Awaited<ReturnType<typeof inventedHub>>;
beforeEach(async () => {
  hub = await inventedHub();
});

/** The household of Nguyễn Thị Hoà, found as its officer finds it. */
async function hoa(app: PhoneApi) {
  const { rows } = await app.search('hoa', 20);
  const row = rows.find(({ name }) => name.normalize('NFC') === 'Nguyễn Thị Hoà'.normalize('NFC'));
  if (row === undefined) throw new Error('Nguyễn Thị Hoà is in the demo commune');
  return row;
}

async function recordBirth(app: PhoneApi, fullName = 'Nguyễn Bảo Qwxz') {
  const { id: mother, household } = await hoa(app);
  const answers = {
    mother,
    fullName,
    sex: 'female',
    date: '2026-11-20',
    order: 2,
    deliveryPlace: 'station',
    multiple: false,
  };
  const saved = await app.record('birth', household, answers, []);
  if (!saved.ok) throw new Error(`the birth was not saved: ${saved.error.map(({ check }) => check)}`);
  return { household, saved: saved.value };
}

/** Flips the last byte of every pending row, as a dying flash does. Answers how many rows there were. */
async function damagePending(indexedDB: IDBFactory): Promise<number> {
  const done = <Result>(request: IDBRequest<Result>) =>
    new Promise<Result>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  let damaged = 0;
  for (const { name } of await indexedDB.databases()) {
    const database = await done(indexedDB.open(name ?? ''));
    if (database.objectStoreNames.contains('pending')) {
      const table = database.transaction('pending', 'readwrite').objectStore('pending');
      for (const row of await done(table.getAll())) {
        const bytes = Object.values(row).find((value) => value instanceof Uint8Array);
        if (bytes === undefined) continue;
        bytes.set([(bytes.at(-1) ?? 0) ^ 1], bytes.length - 1);
        await done(table.put(row));
        damaged += 1;
      }
    }
    database.close();
  }
  return damaged;
}

const births = async (app: PhoneApi) => {
  const table = await app.report('01-DSX', '2026-11', hub.villages[0] ?? '');
  return table.rows.find(({ key }) => key === 'births');
};

test('activation: code, card, PIN, and the village is there', async () => {
  const phone = await inventedPhone(hub.answer);
  const app = phone.start();
  expect(await app.state()).toEqual({ is: 'empty' });
  expect(await app.activate('AAAAAAAAAA')).toEqual({ ok: false, error: 'wrong_code' });
  const activated = await app.activate(officerCode);
  expect(activated).toMatchObject({ ok: true, value: { who: { userName: 'Trần Thị Bích', role: 'officer' } } });
  expect(activated.ok && activated.value.card).toHaveLength(4);
  expect(await app.state()).toEqual({ is: 'card' });
  expect(await app.choosePin('111111')).toEqual({ ok: false, error: 'too_simple' });
  expect(await app.choosePin(pin)).toEqual({ ok: true, value: null });
  expect(await app.state()).toMatchObject({ is: 'open' });
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0, agreedAt: hub.clock.now });
  const village = await app.village(hub.villages[0] ?? '');
  expect(village.households).toHaveLength(60);
});

test('an activation cut in the middle goes on with the same code', async () => {
  const phone = await inventedPhone(hub.answer);
  const first = phone.start();
  phone.line.answer = async (url, init) => {
    await hub.answer(url, init);
    throw new TypeError('the answer was lost');
  };
  expect(await first.activate(officerCode)).toEqual({ ok: false, error: 'offline' });
  phone.line.answer = hub.answer;
  expect(await first.activate(officerCode)).toMatchObject({ ok: true });
  // Cut off at the card: the code is at hand, and makes another card.
  const restarted = phone.start();
  expect(await restarted.state()).toEqual({ is: 'empty', unfinished: officerCode });
  expect(await restarted.activate(officerCode)).toMatchObject({ ok: true });
  await restarted.choosePin(pin);
  await restarted.lock();
  expect(await phone.start().state()).toMatchObject({ is: 'locked' });
  expect(hub.devices.size).toBe(1);
  const stranger = await inventedPhone(hub.answer);
  expect(await stranger.start().activate(officerCode)).toEqual({ ok: false, error: 'used_code' });
});

test('a hub with other keys than the QR names is not believed', async () => {
  const phone = await inventedPhone(hub.answer);
  const app = phone.start();
  expect(await app.activate(officerCode, 'AAAAAAAAAAAAAAAA')).toEqual({ ok: false, error: 'wrong_hub' });
  expect(await app.state()).toEqual({ is: 'empty' });
  expect(await app.choosePin(pin).catch(() => 'no')).toBe('no');
  expect(await app.activate(officerCode, await hub.fingerprint())).toMatchObject({ ok: true });
});

test('a birth saved offline survives a kill; a wrong PIN shows nothing; it is sent after unlocking', async () => {
  const phone = await activatedPhone(hub.answer, collaboratorCode);
  phone.line.answer = 'cut';
  const { household, saved } = await recordBirth(phone.app);
  expect(saved.records.map(({ kind }) => kind)).toEqual(['person', 'birth']);
  expect(await phone.app.syncState()).toMatchObject({ waiting: 1 });
  expect(await births(phone.app)).toMatchObject({ value: 1, waiting: 1 });

  const after = phone.start();
  expect(await after.state()).toMatchObject({ is: 'locked', triesLeft: 10, pin: 'usable' });
  expect(await after.unlock('135791')).toMatchObject({ ok: false, error: { why: 'wrong', triesLeft: 9 } });
  await expect(after.search('hoa', 20)).rejects.toThrow('locked');
  await expect(after.household(household)).rejects.toThrow('locked');
  expect(await after.unlock(pin)).toMatchObject({ ok: true, value: { role: 'collaborator' } });
  const page = await after.household(household);
  expect(page?.people.find(({ name }) => name.includes('Qwxz'))).toMatchObject({ standing: 'waiting', age: 0 });
  expect(await after.sync()).toMatchObject({ is: 'offline', waiting: 1 });

  phone.line.answer = hub.answer;
  phone.line.clock += 60_000;
  expect(await after.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, sentAt: phone.line.clock });
  const sent = await after.household(household);
  expect(sent?.people.find(({ name }) => name.includes('Qwxz'))).toMatchObject({ standing: 'confirmed' });
  expect(await births(after)).toMatchObject({ value: 1, waiting: 0 });
});

test('a saved birth whose readable copy was damaged on the flash still counts as waiting, and is sent', async () => {
  const phone = await activatedPhone(hub.answer, collaboratorCode);
  phone.line.answer = 'cut';
  await recordBirth(phone.app);
  await phone.app.lock();
  expect(await damagePending(phone.indexedDB)).toBeGreaterThan(0);

  const after = phone.start();
  await after.unlock(pin);
  expect(await after.syncState()).toMatchObject({ waiting: 1 });
  phone.line.answer = hub.answer;
  expect(await after.sync()).toMatchObject({ is: 'done', waiting: 0 });
  expect(await births(after)).toMatchObject({ value: 1 });
});

test('two phones of a commune: the child that one recorded is on the other after a sync, with the same figure', async () => {
  const officer = await activatedPhone(hub.answer, officerCode);
  const collaborator = await activatedPhone(hub.answer, collaboratorCode);
  const { household } = await recordBirth(collaborator.app);
  await collaborator.app.sync();
  expect(await officer.app.sync()).toMatchObject({ is: 'done', agreedAt: officer.line.clock });
  const page = await officer.app.household(household);
  expect(page?.people.map(({ name }) => name)).toContain('Nguyễn Bảo Qwxz');
  const [one, other] = [await births(officer.app), await births(collaborator.app)];
  expect(one).toMatchObject({ value: 1, waiting: 0 });
  expect(one).toEqual(other);
});

test('a birth taken back leaves no child and no figure, on this phone and on the other', async () => {
  const officer = await activatedPhone(hub.answer, officerCode);
  const { app } = await activatedPhone(hub.answer, collaboratorCode);
  const { household, saved } = await recordBirth(app);
  await app.sync();
  await app.undo(saved.transaction);
  expect((await app.household(household))?.people.map(({ name }) => name)).not.toContain('Nguyễn Bảo Qwxz');
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  await officer.app.sync();
  for (const phone of [app, officer.app]) expect(await births(phone)).toMatchObject({ value: 0 });
});

test('a check that says stop, or asks and was not answered, saves nothing', async () => {
  const { app } = await activatedPhone(hub.answer, officerCode);
  const { id: mother, household } = await hoa(app);
  const answers = { mother, sex: 'male', date: '2026-12-24', order: 1, deliveryPlace: 'home', multiple: false };
  const found = await app.check('birth', household, answers);
  expect(found.some(({ strength }) => strength === 'stop')).toBe(true);
  expect(await app.record('birth', household, answers, [])).toMatchObject({ ok: false });
  expect(await app.syncState()).toMatchObject({ waiting: 0 });
});

test('a forged 200, a portal page and a foreign verdict delete nothing', async () => {
  const phone = await activatedPhone(hub.answer, collaboratorCode);
  await recordBirth(phone.app);
  const honest = phone.line.answer;
  const portal = async () => new Response('<html>Đăng nhập Wi-Fi</html>', { status: 200 });
  const forged = async () => Response.json({ verdicts: [{ payload: 'e30', signature: 'AAAA', key: 'v1' }] });
  const redirect = async () => new Response(null, { status: 302, headers: { location: 'http://portal/' } });
  const answers: (readonly [typeof portal, string])[] = [
    [portal, 'foreign'],
    [forged, 'forged'],
    [redirect, 'foreign'],
  ];
  for (const [answer, why] of answers) {
    phone.line.answer = answer;
    expect(await phone.app.sync()).toMatchObject({ is: 'failed', why, waiting: 1 });
  }
  phone.line.answer = honest;
  expect(await phone.app.sync()).toMatchObject({ is: 'done', waiting: 0 });
});

test('drafts outlive the app and are dropped when saved', async () => {
  const phone = await activatedPhone(hub.answer, officerCode);
  const draft = { id: 'd1', form: 'birth', household: 'hub1.1', page: 1, answers: { sex: 'male' } };
  await phone.app.saveDraft(draft);
  const after = phone.start();
  await after.unlock(pin);
  expect(await after.drafts()).toEqual([{ ...draft, savedAt: phone.line.clock }]);
  await after.dropDraft('d1');
  expect(await after.drafts()).toEqual([]);
});

test('the screens are told of changes and of sync, not of names', async () => {
  const { app } = await activatedPhone(hub.answer, officerCode);
  const heard: string[] = [];
  await app.watch((event) => heard.push(JSON.stringify(event)));
  await recordBirth(app);
  await app.sync();
  expect(heard.some((event) => event.includes('"register"'))).toBe(true);
  expect(heard.some((event) => event.includes('"sending"'))).toBe(true);
  expect(heard.join()).not.toContain('Qwxz');
});

test('no name of the commune, nor of a recorded child, stands in a stored byte or in a request', async () => {
  const phone = await activatedPhone(hub.answer, officerCode);
  await recordBirth(phone.app);
  await phone.app.saveDraft({ id: 'd1', form: 'birth', household: 'h', page: 0, answers: { fullName: 'Trần Qwxz' } });
  const names = [...hub.records.values()].flatMap(({ state }) => {
    const name = state.fields.fullName?.[0]?.value;
    return typeof name === 'string' && name.length > 9 ? [name] : [];
  });
  const stored = await everyStoredByte(phone.indexedDB);
  expect(names.length).toBeGreaterThan(200);
  expect(names.filter((name) => stored.includes(name))).toEqual([]);
  expect(stored).not.toMatch(/Qwxz|Trần Thị Bích/);
  await phone.app.sync();
  const sent = hub.seen.map(({ url, headers, text }) => url + JSON.stringify([...headers]) + text).join('\n');
  expect(names.filter((name) => sent.includes(name))).toEqual([]);
  expect(sent).not.toContain('Qwxz');
});

test('a full disk: the birth is not half saved and she is told why; once there is room it is saved once', async () => {
  const { app, start, line } = await activatedPhone(hub.answer, collaboratorCode);
  line.answer = 'cut';
  const { id: mother, household } = await hoa(app);
  const rest = { sex: 'female', date: '2026-11-20', order: 2, deliveryPlace: 'station', multiple: false };
  const answers = { mother, fullName: 'Nguyễn Bảo Đầy', ...rest };
  const full = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
    throw new DOMException('no room', 'QuotaExceededError');
  });
  const refused = await app.record('birth', household, answers, []);
  full.mockRestore();
  expect(refused).toMatchObject({ ok: false, error: [{ check: 'storage_full', strength: 'stop' }] });
  expect((await app.syncState()).waiting).toBe(0);
  expect(await app.record('birth', household, answers, [])).toMatchObject({ ok: true });
  await app.lock();
  const again = start();
  await again.unlock(pin);
  expect((await again.search('nguyen bao day', 5)).rows.filter(({ kind }) => kind === 'person')).toHaveLength(1);
  expect((await again.syncState()).waiting).toBe(1);
});

test('a button pressed twice: one activation, one opening, and each PIN tried counts', async () => {
  const phone = await inventedPhone(hub.answer);
  const app = phone.start();
  await app.activate(collaboratorCode);
  const chosen = await Promise.all([app.choosePin(pin), app.choosePin(pin)]);
  expect(chosen.map(({ ok }) => ok)).toEqual([true, true]);
  expect(await app.sync()).toMatchObject({ is: 'done' });
  await recordBirth(app);
  await app.lock();
  const again = phone.start();
  const wrong = await Promise.all(['135790', '135791'].map((guess) => again.unlock(guess)));
  expect(wrong.map((answer) => !answer.ok && 'triesLeft' in answer.error && answer.error.triesLeft)).toEqual([9, 8]);
  const opened = await Promise.all([again.unlock(pin), again.unlock(pin)]);
  expect(opened.map(({ ok }) => ok)).toEqual([true, true]);
  expect((await again.search('nguyen bao qwxz', 5)).rows.length).toBeGreaterThan(0);
  await again.lock();
  expect(await phone.start().state()).toMatchObject({ is: 'locked', triesLeft: 10 });
});
