import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PhoneApi } from '../../../src/workers/api/phone-api.ts';
import { activatedPhone, pin } from '../../workers/invented-phone.ts';
import { openCommune, villages } from '../commune.ts';

/*
 * She has her certificate, the hub is put back from an older backup, and her phone hears that her work is on it alone again.
 * Then the line drops.
 */

test('work that a restored hub has lost counts as waiting: no "all sent", no certificate, nobody leaves the phone', async () => {
  const hub = await openCommune('PGlite');
  const backups = await mkdtemp(join(tmpdir(), 'so-dan-so-backups-'));
  let goesUp = true;
  const phone = await activatedPhone(
    (url, init) =>
      goesUp || !url.endsWith('/sync/envelopes')
        ? hub.answer(url, init)
        : Promise.reject(new TypeError('Failed to fetch')),
    await hub.collaboratorCode('001'),
  );
  const pass = (): void => {
    hub.clock.now += 60_000;
    phone.line.clock = hub.clock.now;
  };
  await hub.backup(join(backups, 'monday'));
  pass();
  await recordDeath(phone.app);
  expect(await phone.app.certify()).toMatchObject({ ok: true, value: { isCurrent: true } });

  await hub.restore(join(backups, 'monday'));
  goesUp = false;
  pass();
  const sentAt = phone.line.clock - 60_000;
  expect(await phone.app.sync()).toMatchObject({ is: 'offline', waiting: 1, sentAt });
  await phone.app.lock();
  const app = phone.start();
  expect(await app.unlock(pin)).toMatchObject({ ok: true });
  expect(await app.syncState()).toMatchObject({ waiting: 1, sentAt });
  expect(await app.proof()).toMatchObject({ left: { waiting: 1 }, certificate: { isCurrent: false } });
  expect(await app.leavePhone()).toEqual({ ok: false, error: 'unproved' });

  goesUp = true;
  pass();
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  expect(await app.certify()).toMatchObject({ ok: true });
  expect(await app.leavePhone()).toMatchObject({ ok: true });
  await hub.close();
  await rm(backups, { recursive: true });
});

async function recordDeath(app: PhoneApi): Promise<void> {
  const [household] = (await app.village(villages[0] ?? '')).households;
  const { choices } = await app.formContext('death', household?.id ?? '');
  const person = choices.person?.[0]?.value ?? '';
  const saved = await app.record('death', household?.id ?? '', { person, date: '2026-11-20' }, []);
  if (!saved.ok) throw new Error(saved.error.map(({ check, message }) => `${check} ${JSON.stringify(message)}`).join());
}
