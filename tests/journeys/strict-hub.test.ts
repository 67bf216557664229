import { afterAll, beforeAll, expect, test } from 'vitest';
import { parsePolicy } from '../../server/auth/policy-file.ts';
import { sendAll } from '../../sw/send.ts';
import { activatedPhone, pin } from '../workers/invented-phone.ts';
import { serviceWorkerOf } from '../workers/sending/service-worker-of.ts';
import { type JourneyHub, openCommune } from './commune.ts';

/* A hub that is no demo: an officer's PIN opens her phone for one day after a contact, then the card is asked for. */

const day = 86_400_000;
let hub: JourneyHub;

beforeAll(async () => {
  const policy = parsePolicy('{}');
  if (!policy.ok) throw new Error(policy.error);
  hub = await openCommune('PGlite', policy.value);
});
afterAll(() => hub.close());

test('each contact renews the window, though there was nothing to send; without one the card opens', async () => {
  const phone = await activatedPhone(hub.answer, await hub.officerCode());
  const pass = (days: number) => {
    hub.clock.now += days * day;
    phone.line.clock = hub.clock.now;
  };
  for (let morning = 0; morning < 3; morning++) {
    pass(0.9);
    const app = phone.start();
    expect(await app.unlock(pin)).toMatchObject({ ok: true });
    expect(await app.sync()).toMatchObject({ is: 'done' });
  }
  pass(1.1);
  const closed = phone.start();
  expect(await closed.state()).toMatchObject({ is: 'locked', pin: 'expired' });
  expect(await closed.unlock(pin)).toEqual({ ok: false, error: { why: 'expired' } });
  expect(await closed.unlockWithCard(phone.card)).toMatchObject({ ok: true });
  expect(await closed.sync()).toMatchObject({ is: 'done' });
  expect(await phone.start().unlock(pin)).toMatchObject({ ok: true });
});

test('a window that nobody signed is none: an altered contact renews nothing', async () => {
  let forge = false;
  const phone = await activatedPhone(
    async (url, init) => {
      const answer = await hub.answer(url, init);
      if (!forge || !url.startsWith('/sync/changes')) return answer;
      const changes = await answer.json();
      return Response.json({ ...changes, contact: { ...changes.contact, signature: 'A'.repeat(86) } });
    },
    await hub.officerCode(),
  );
  const app = phone.start();
  await app.unlock(pin);
  forge = true;
  hub.clock.now += 0.9 * day;
  phone.line.clock = hub.clock.now;
  expect(await app.sync()).toMatchObject({ is: 'done' });
  phone.line.clock += 0.9 * day;
  expect(await phone.start().state()).toMatchObject({ pin: 'expired' });
});

/** An officer's phone whose work is all sent, locked, and so many days later. */
async function leftFor(days: number) {
  const rows: unknown[] = [];
  const phone = await activatedPhone(
    async (url, init) => {
      const answer = await hub.answer(url, init);
      if (url.startsWith('/sync/changes')) rows.push(...((await answer.clone().json()).rows ?? []));
      return answer;
    },
    await hub.officerCode(),
  );
  const app = phone.start();
  await app.unlock(pin);
  hub.clock.now += 60_000;
  phone.line.clock = hub.clock.now;
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  await app.lock();
  hub.clock.now += days * day;
  phone.line.clock = hub.clock.now;
  return { phone, rows };
}

test('a network alone brings the PIN back to a locked phone on which nothing waits, and not a row comes for it', async () => {
  const { phone, rows } = await leftFor(3);
  const closed = phone.start();
  expect(await closed.state()).toMatchObject({ is: 'locked', pin: 'expired' });
  const before = rows.length;
  expect(await sendAll(serviceWorkerOf(phone))).toBe(true);
  expect(rows.length).toBe(before);
  expect(await closed.state()).toMatchObject({ is: 'locked', pin: 'usable' });
  expect(await closed.unlock(pin)).toMatchObject({ ok: true });
});

test('after the lease not even the card opens; the next contact of the locked phone opens all again', async () => {
  const { phone } = await leftFor(76);
  const hubAnswer = phone.line.answer;
  phone.line.answer = 'cut';
  await sendAll(serviceWorkerOf(phone));
  const closed = phone.start();
  expect(await closed.unlockWithCard(phone.card)).toEqual({ ok: false, error: { why: 'expired' } });
  phone.line.answer = hubAnswer;
  await sendAll(serviceWorkerOf(phone));
  expect(await closed.unlockWithCard(phone.card)).toMatchObject({ ok: true });
});

test('a phone that met its hub this morning asks nothing while it is locked', async () => {
  const { phone } = await leftFor(0.4);
  let asked = 0;
  const hubAnswer = phone.line.answer;
  phone.line.answer = (url, init) => {
    asked++;
    return hubAnswer === 'cut' ? Promise.reject(new TypeError()) : hubAnswer(url, init);
  };
  await sendAll(serviceWorkerOf(phone));
  expect(asked).toBe(0);
});

test('whoever opens by the card after weeks without the hub hears until when that goes on; a contact ends it', async () => {
  const { phone } = await leftFor(40);
  const hubAnswer = phone.line.answer;
  phone.line.answer = 'cut';
  const app = phone.start();
  expect(await app.unlockWithCard(phone.card)).toMatchObject({ ok: true });
  const met = phone.line.clock - 40 * day;
  expect((await app.sync()).lease).toEqual({ metAt: met, closesAt: met + 75 * day });
  phone.line.answer = hubAnswer;
  expect((await app.sync()).lease).toEqual({ metAt: phone.line.clock, closesAt: phone.line.clock + 75 * day });
});
