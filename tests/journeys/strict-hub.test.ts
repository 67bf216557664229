import { afterAll, beforeAll, expect, test } from 'vitest';
import { parsePolicy } from '../../server/auth/policy-file.ts';
import { activatedPhone, pin } from '../workers/invented-phone.ts';
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
