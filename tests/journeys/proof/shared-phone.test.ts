import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { obeyRevoke } from '../../../server/command-line/order/revoke-words.ts';
import { labelKey } from '../../../src/store/outbox.ts';
import type { PhoneApi } from '../../../src/workers/api/phone-api.ts';
import { sendAll } from '../../../sw/send.ts';
import { engines } from '../../server/engines.ts';
import { asked, everyStoredByte } from '../../store/invented-phone.ts';
import { activatedPhone, pin } from '../../workers/invented-phone.ts';
import { serviceWorkerOf } from '../../workers/sending/service-worker-of.ts';
import { type JourneyHub, openCommune, villages } from '../commune.ts';

/* Two collaborators share a phone, against the real hub: an order to one, and one who leaves, touch one register only. */

const otherPin = '975310';

describe.each(engines)('a phone that two collaborators share, on %s', (engine) => {
  let hub: JourneyHub;
  beforeEach(async () => {
    hub = await openCommune(engine);
  });
  afterEach(() => hub?.close());

  /** The first one's book locked, the second one's open. */
  async function sharedPhone() {
    const phone = await activatedPhone((url, init) => hub.answer(url, init), await hub.collaboratorCode('001'));
    await phone.app.chooseLabel('A');
    await phone.app.lock();
    const app = phone.start();
    await app.activate(await hub.collaboratorCode('002'));
    await app.chooseLabel('B');
    await app.choosePin(otherPin);
    await app.sync();
    const { users } = await app.users();
    const [a, b] = users.map(({ device }) => device);
    if (a === undefined || b === undefined) throw new Error('two share the phone');
    /** Minutes go by. */
    const pass = (): void => {
      hub.clock.now += 60_000;
      phone.line.clock = hub.clock.now;
    };
    return { phone, app, a, b, pass };
  }

  async function recordBirth(app: PhoneApi, village: string): Promise<void> {
    for (const { id } of (await app.village(village)).households) {
      const [mother] = (await app.formContext('birth', id)).choices.mother ?? [];
      if (mother === undefined) continue;
      const answers = { mother: mother.value, sex: 'female', date: '2026-11-20', order: 5, deliveryPlace: 'station' };
      const asks = ['birth-order', 'mother-age', 'birth-interval', 'birth-order-gap'];
      const saved = await app.record('birth', id, { ...answers, multiple: false }, asks);
      if (saved.ok) return;
    }
    throw new Error('somebody can be a mother');
  }

  test('an order to wipe forgets one register and its letters; the other keeps what waits, and sends it', async () => {
    const { phone, app, a, b, pass } = await sharedPhone();
    await app.lock();
    const first = phone.start();
    await first.switchUser(a);
    await first.unlock(pin);
    await recordBirth(first, villages[0] ?? '');
    await first.lock();
    const second = phone.start();
    await second.switchUser(b);
    await second.unlock(otherPin);
    await recordBirth(second, villages[1] ?? '');
    await obeyRevoke(hub.hub(), ['--device', a, '--ground', 'nghỉ việc', '--wipe', 'yes']);
    pass();
    expect(await sendAll(serviceWorkerOf(phone))).toBe(true);

    expect((await second.users()).users.map(({ label }) => label)).toEqual(['B']);
    const { clear } = serviceWorkerOf(phone);
    expect(await clear('readonly', (store) => asked(store.get(labelKey(a))))).toBeUndefined();
    // Nobody noticed beside her: the book that is open stays open, what it wrote is sent, its household is there.
    expect(await second.state()).toMatchObject({ is: 'open', who: { device: b } });
    expect(await second.sync()).toMatchObject({ is: 'done', waiting: 0 });
    await second.lock();
    const wiped = phone.start();
    await wiped.switchUser(a);
    expect(await wiped.state()).toEqual({ is: 'revoked' });
    expect(await wiped.unlock(pin)).toMatchObject({ ok: false });
    const back = phone.start();
    await back.switchUser(b);
    expect(await back.unlock(otherPin)).toMatchObject({ ok: true });
    expect((await back.village(villages[1] ?? '')).households.length).toBeGreaterThan(0);
  });

  test('with the hub’s certificate one leaves the phone: her keys, database and letters go, the other’s door is next', async () => {
    const { phone, app, a, b, pass } = await sharedPhone();
    pass();
    await recordBirth(app, villages[1] ?? '');
    expect(await app.leavePhone()).toEqual({ ok: false, error: 'unproved' });
    expect(await app.certify()).toMatchObject({ ok: true });
    await app.saveDraft({ id: 'd1', form: 'birth', household: 'h', page: 0, answers: {} });
    expect(await app.leavePhone()).toEqual({ ok: false, error: 'unproved' });
    await app.dropDraft('d1');
    expect(await app.leavePhone()).toEqual({ ok: true, value: null });
    await expect(app.search('hoa', 5)).rejects.toThrow('locked');

    const next = phone.start();
    expect((await next.users()).users).toMatchObject([{ device: a, label: 'A', isCurrent: true }]);
    const names = (await phone.indexedDB.databases()).map(({ name }) => name).sort();
    expect(names).toEqual(['ballast-so-dan-so', 'so-dan-so', `so-dan-so-${a}`]);
    expect(await everyStoredByte(phone.indexedDB)).not.toContain(b);
    expect(await next.unlock(pin)).toMatchObject({ ok: true });
    expect(await next.certify()).toMatchObject({ ok: true });
    expect(await next.leavePhone()).toMatchObject({ ok: true });
    // The last one out leaves a phone as it was before the first came.
    expect(await phone.start().state()).toEqual({ is: 'empty' });
  });
});
