import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { obeyRevoke } from '../../../server/command-line/order/revoke-words.ts';
import { leaseKey, renewLease, vaultKey } from '../../../src/store/outbox.ts';
import { sendAll } from '../../../sw/send.ts';
import { engines } from '../../server/engines.ts';
import { asked } from '../../store/invented-phone.ts';
import { activatedPhone, pin } from '../../workers/invented-phone.ts';
import { serviceWorkerOf } from '../../workers/sending/service-worker-of.ts';
import { book, type JourneyHub, openCommune, villages } from '../commune.ts';

/*
 * A phone is lost. At its next contact it hands in what was sealed, forgets everything else, and says so; the hub lists
 * whose data was on it.
 */

type Phone = Awaited<ReturnType<typeof activatedPhone>>;

test('an order to forget binds only a phone that is revoked, and is not given up by a later word', () => {
  const lease = { until: null, pinUntil: null };
  const told = (standing: 'frozen' | 'revoked' | undefined, wipe: boolean) =>
    renewLease(undefined, { hubTime: 1, lease, ...(standing && { standing }), ...(wipe && { wipe }) }, 1);
  expect([told(undefined, true).wipe, told('frozen', true).wipe, told('revoked', false).wipe]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const ordered = told('revoked', true);
  expect(ordered.wipe).toBe('ordered');
  expect(renewLease(ordered, { hubTime: 2, lease, standing: 'revoked' }, 2).wipe).toBe('ordered');
});

describe.each(engines)('a lost phone, on %s', (engine) => {
  let hub: JourneyHub;
  let phone: Phone;
  let device = '';

  beforeAll(async () => {
    hub = await openCommune(engine);
  });
  afterAll(() => hub?.close());
  beforeEach(async () => {
    phone = await activatedPhone((url, init) => hub.answer(url, init), await hub.collaboratorCode('001'));
    const clear = serviceWorkerOf(phone).clear;
    device = String(await clear('readonly', (store) => asked(store.get('current'))));
    await recordBirth();
    pass();
  });
  /** Minutes go by. */
  const pass = (): void => {
    hub.clock.now += 60_000;
    phone.line.clock = hub.clock.now;
  };
  const revoke = (...words: readonly string[]) =>
    obeyRevoke(hub.hub(), ['--device', device, '--ground', 'mất máy', ...words]);
  const listed = async () => (await obeyRevoke(hub.hub(), [])).split('\n').find((line) => line.includes(device)) ?? '';

  async function recordBirth(): Promise<void> {
    const { households } = await phone.app.village(villages[0] ?? '');
    for (const { id } of households) {
      const [mother] = (await phone.app.formContext('birth', id)).choices.mother ?? [];
      if (mother === undefined) continue;
      const answers = { mother: mother.value, fullName: 'Nguyễn Thị Trên Máy Mất', sex: 'female', date: '2026-11-20' };
      const saved = await phone.app.record(
        'birth',
        id,
        { ...answers, order: 5, deliveryPlace: 'station', multiple: false },
        ['birth-order', 'mother-age', 'birth-interval', 'birth-order-gap'],
      );
      if (saved.ok) return;
    }
    throw new Error('somebody can be a mother');
  }

  async function editSomebody(): Promise<void> {
    const [one] = (await phone.app.search('hoa', 20)).rows.filter(({ kind }) => kind === 'person');
    if (one === undefined) throw new Error('somebody is called Hoà');
    const { defaults } = await phone.app.formContext('person_edit', one.household, one.id);
    const edit = { ...defaults, isCorrection: true, phone: '0912345678' };
    expect(await phone.app.record('person_edit', one.household, edit, [])).toMatchObject({ ok: true });
  }

  /** What still stands in the device's own database, by table. */
  async function left(): Promise<{ readonly [table: string]: number }> {
    const database = await asked(phone.indexedDB.open(`so-dan-so-${device}`));
    const counts: { [table: string]: number } = {};
    for (const table of database.objectStoreNames)
      counts[table] = await asked(database.transaction(table).objectStore(table).count());
    database.close();
    return counts;
  }
  const pagesLeft = async () => {
    const { pages = 0, journal = 0 } = await left();
    return pages + journal;
  };
  const order = async () => {
    const record = await serviceWorkerOf(phone).clear('readonly', (store) => asked(store.get(leaseKey(device))));
    return Object(record).wipe;
  };
  const inQuarantine = () =>
    hub
      .hub()
      .database.transaction({ book, places: [] }, (tx) =>
        tx.selectFrom('quarantine').select('envelope').where('device', '=', device).execute(),
      );

  test('opened, it sends what was sealed, closes, forgets, and says so', async () => {
    expect(await revoke('--wipe', 'yes')).toContain('told to wipe');
    expect(await listed()).toContain('told to wipe');
    expect(await phone.app.sync()).toMatchObject({ is: 'failed', why: 'revoked' });
    expect(await phone.app.state()).toEqual({ is: 'revoked' });
    await expect.poll(order).toBe('told');
    expect(await left()).toMatchObject({ pages: 0, journal: 0, pending: 0, mending: 0, drafts: 0, outbox: 0 });
    expect(await inQuarantine()).toHaveLength(1);
    expect(await listed()).toMatch(/đã xóa \d{4}-\d\d-\d\d \/ wiped/);
    const again = phone.start();
    expect(await again.state()).toEqual({ is: 'revoked' });
    expect(await again.unlock(pin)).toMatchObject({ ok: false });
    expect(await again.unlockWithCard(phone.card)).toMatchObject({ ok: false });
  });

  test('locked, its service worker does the same', async () => {
    await phone.app.lock();
    await revoke('--wipe', 'yes');
    expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
    expect(await left()).toMatchObject({ pages: 0, journal: 0, pending: 0, drafts: 0, outbox: 0 });
    expect(await inQuarantine()).toHaveLength(1);
    expect(await listed()).toContain('wiped');
  });

  test('cut off behind the order, it wipes all the same, keeps what is sealed, and says so when it can', async () => {
    await phone.app.lock();
    await revoke('--wipe', 'yes');
    let requests = 0;
    const { answer } = phone.line;
    phone.line.answer = async (url, init) => {
      // The verdict comes back once; then the network goes.
      if (answer === 'cut' || requests++ > 0) throw new TypeError('no network');
      return answer(url, init);
    };
    expect(await sendAll(serviceWorkerOf(phone))).toBe(false);
    expect(await left()).toMatchObject({ pages: 0, pending: 0, drafts: 0 });
    expect(await order()).toBe('done');
    expect(await listed()).toContain('told to wipe');
    phone.line.answer = answer;
    pass();
    expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
    expect(await order()).toBe('told');
    expect(await listed()).toContain('wiped');
  });

  test('an order that nobody signed wipes nothing', async () => {
    const { answer } = phone.line;
    phone.line.answer = async (url, init) => {
      if (answer === 'cut') throw new TypeError('no network');
      const real = await answer(url, init);
      const json = await real.clone().json();
      if (json.contact === undefined) return real;
      const payload = JSON.parse(Buffer.from(json.contact.payload, 'base64url').toString());
      const forged = Buffer.from(JSON.stringify({ ...payload, standing: 'revoked', wipe: true })).toString('base64url');
      return Response.json({ ...json, contact: { ...json.contact, payload: forged } });
    };
    await phone.app.sync();
    expect(await phone.app.state()).toMatchObject({ is: 'open' });
    expect(await pagesLeft()).toBeGreaterThan(0);
  });

  test('a phone that was only revoked keeps its pages closed, and may be told to wipe later', async () => {
    await revoke();
    expect(await phone.app.sync()).toMatchObject({ why: 'revoked' });
    const { clear } = serviceWorkerOf(phone);
    const slots = Object(await clear('readonly', (store) => asked(store.get(vaultKey(device)))));
    expect([slots.pin, typeof slots.card]).toEqual([null, 'object']);
    expect(await pagesLeft()).toBeGreaterThan(0);
    await expect(revoke()).rejects.toThrow('before');
    expect(await revoke('--wipe', 'yes')).toContain('told to wipe');
    await expect(revoke('--wipe', 'yes')).rejects.toThrow('before');
  });

  test('the hub lists whose data was on it, into a file, with a ground', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'so-dan-so-people-'));
    const path = join(folder, 'people.csv');
    await expect(obeyRevoke(hub.hub(), ['--device', device, '--people', path])).rejects.toThrow('--ground');
    expect(await revoke('--people', path)).toMatch(/Wrote \d+ people/);
    const lines = (await readFile(path, 'utf8')).trim().split('\r\n');
    const { households } = await phone.app.village(villages[0] ?? '');
    expect(lines.length - 1).toBeGreaterThanOrEqual(households.length);
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0])).size).toBe(1);
    await rm(folder, { recursive: true });
  });

  test('a fresh change and half-done work go too; what a busy hub did not take yet stays sealed, and goes up later', async () => {
    // What was confirmed since the last fold stands in the journal.
    await phone.app.sync();
    pass();
    await editSomebody();
    await phone.app.saveDraft({ id: 'd1', form: 'birth', household: '', page: 0, answers: { fullName: 'Dở' } });
    const before = await left();
    expect([before.journal, before.drafts, before.outbox].every((count) => (count ?? 0) > 0)).toBe(true);
    const { clear } = serviceWorkerOf(phone);
    expect(await clear('readonly', (store) => asked(store.get(vaultKey(device))))).toBeDefined();
    await revoke('--wipe', 'yes');
    const { answer } = phone.line;
    phone.line.answer = async (url, init) => {
      if (answer === 'cut') throw new TypeError('no network');
      return url.includes('/sync/envelopes') ? new Response('{}', { status: 503 }) : answer(url, init);
    };
    // No verdict came, so the order comes by the question for changes, which a locked phone does not ask.
    await clear('readwrite', (store) =>
      asked(store.get(leaseKey(device))).then((lease) =>
        asked(store.put({ ...Object(lease), standing: 'revoked', wipe: 'ordered' }, leaseKey(device))),
      ),
    );
    await phone.app.lock();
    expect(await sendAll(serviceWorkerOf(phone))).toBe(false);
    const wiped = await left();
    expect(wiped).toMatchObject({ pages: 0, journal: 0, pending: 0, mending: 0, drafts: 0, verdicts: 0, outbox: 1 });
    expect(await clear('readonly', (store) => asked(store.get(vaultKey(device))))).toBeUndefined();
    phone.line.answer = answer;
    pass();
    pass();
    expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
    expect(await left()).toMatchObject({ outbox: 0 });
    expect(await inQuarantine()).toHaveLength(1);
  });
});
