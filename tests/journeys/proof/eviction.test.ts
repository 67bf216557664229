import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { takeRoadFile } from '../../../server/sync/proof/take-road-file.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { clearMetadata, createOutbox, databaseName, openExisting } from '../../../src/store/outbox.ts';
import { sha256 } from '../../../src/sync/records/sha256.ts';
import { toBase64url } from '../../../src/sync/wire/bytes.ts';
import { writeRoadFile } from '../../../src/sync/wire/road-file.ts';
import { engines } from '../../server/engines.ts';
import { asked } from '../../store/invented-phone.ts';
import { activatedPhone, pin } from '../../workers/invented-phone.ts';
import { serviceWorkerOf } from '../../workers/sending/service-worker-of.ts';
import { book, type JourneyHub, openCommune, villages } from '../commune.ts';

/*
 * A phone without room, or a hand in the settings, clears what the app has stored: all of it, or one of its two
 * databases. The phone says so and begins by a new code; what the hub has confirmed comes back; what was not sent is lost
 * with the database it lay in, and with no other.
 */

type Phone = Awaited<ReturnType<typeof activatedPhone>>;

describe.each(engines)('a phone is cleared, on %s', (engine) => {
  let hub: JourneyHub;
  let phone: Phone;
  let device = '';
  let person = { id: '', household: '' };
  let [turns, confirmed, unsent] = [0, '', ''];

  beforeAll(async () => {
    hub = await openCommune(engine);
  });
  afterAll(() => hub?.close());
  beforeEach(async () => {
    phone = await activatedPhone((url, init) => hub.answer(url, init), await hub.collaboratorCode('001'));
    device = String(await serviceWorkerOf(phone).clear('readonly', (store) => asked(store.get('current'))));
    const [first] = (await phone.app.village(villages[0] ?? '')).households;
    const found = (await phone.app.household(first?.id ?? ''))?.people[0];
    person = { id: found?.id ?? '', household: first?.id ?? '' };
    const turn = String(++turns);
    [confirmed, unsent] = [`091111111${turn}`, `092222222${turn}`];
    await edit(confirmed);
    await sync(phone.app);
    await edit(unsent);
    expect(await phone.app.syncState()).toMatchObject({ waiting: 1 });
    await phone.app.lock();
  });

  async function edit(number: string): Promise<void> {
    const { defaults } = await phone.app.formContext('person_edit', person.household, person.id);
    const answers = { ...defaults, isCorrection: true, phone: number };
    expect(await phone.app.record('person_edit', person.household, answers, [])).toMatchObject({ ok: true });
  }
  /** Minutes go by. */
  async function sync(app: Phone['app']) {
    hub.clock.now += 60_000;
    phone.line.clock = hub.clock.now;
    return app.sync();
  }
  /** As a browser does it: whoever holds it open holds nothing any more. */
  const forget = (name: string) => Reflect.get(phone.indexedDB, '_databases').delete(name);
  const known = async (app: Phone['app']) => {
    const { defaults } = await app.formContext('person_edit', person.household, person.id);
    return defaults.phone;
  };
  async function beginAnew(): Promise<Phone['app']> {
    const app = phone.start();
    expect(await app.activate(await hub.collaboratorCode('001'))).toMatchObject({ ok: true });
    await app.choosePin(pin);
    expect(await sync(app)).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: phone.line.clock });
    return app;
  }

  test('all is gone: it begins as on its first day, and what was confirmed is back', async () => {
    for (const name of [clearMetadata.database, databaseName(device)]) forget(name);
    expect(await phone.start().state()).toEqual({ is: 'empty' });
    expect(await known(await beginAnew())).toBe(confirmed);
  });

  test('the book alone is gone: the PIN says so, nothing false is shown, and a new code brings it back', async () => {
    forget(databaseName(device));
    expect(await phone.start().unlock(pin)).toMatchObject({ ok: false, error: { why: 'damaged' } });
    expect(await known(await beginAnew())).toBe(confirmed);
  });

  test('the keys alone are gone: a new code begins, and the sealed work of before still lies there and is good', async () => {
    const { verdictId } = hub.hub().keys.pinned;
    forget(clearMetadata.database);
    expect(await phone.start().state()).toEqual({ is: 'empty' });
    const app = await beginAnew();
    expect(await known(app)).toBe(confirmed);
    const database = await openExisting(phone.indexedDB, device);
    if (database === undefined) throw new Error('nobody takes the old database away');
    const waiting = await createOutbox(
      () => database,
      () => phone.line.clock,
    ).waiting();
    database.close();
    const items = waiting.map(({ bytes }) => toBase64url(bytes));
    expect(items).toHaveLength(1);
    const bench = unitsBench({ hub: hub.hub(), figures: hub.figures() });
    const file = writeRoadFile({ is: 'work', hub: verdictId, book, items }, sha256);
    expect(await takeRoadFile(bench, file)).toMatchObject({ is: 'taken', taken: 1, of: 1 });
    await sync(app);
    expect(await known(app)).toBe(unsent);
  });
});
