import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askHub, type HubLine } from '../../../src/seal/hub-request.ts';
import { utf8 } from '../../../src/sync/wire/bytes.ts';
import { type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, openPhone, recordBirth, syncUntilAgreed } from '../phone.ts';

/* A new collaborator got her phone on Tuesday; on Friday the hub is put back to Monday, and knows nothing of her. */

describe('a phone that was activated behind the backup', () => {
  let hub: JourneyHub;
  let folder = '';

  beforeAll(async () => {
    hub = await openCommune('PGlite');
    folder = await mkdtemp(join(tmpdir(), 'so-dan-so-backups-'));
  });
  afterAll(async () => {
    await hub.close();
    await rm(folder, { recursive: true });
  });

  test('shows the hub what it signed then, is known again under its own name, and brings back what it wrote', async () => {
    const [home = ''] = villages;
    const officer = await openPhone(hub, await hub.officerCode());
    await syncUntilAgreed(hub, [officer]);
    const monday = join(folder, 'monday');
    await hub.backup(monday);
    hub.clock.now += 60_000;
    const newcomer = await openPhone(hub, await hub.collaboratorCode('001'));
    await syncUntilAgreed(hub, [newcomer]);
    const [sent = '', waits = ''] = fertileHouseholds(newcomer, home);
    await recordBirth(newcomer, sent, { order: 2, fullName: 'Nguyễn Thị Đã Gửi' });
    await syncUntilAgreed(hub, [newcomer, officer]);
    await recordBirth(newcomer, waits, { order: 3, fullName: 'Nguyễn Thị Chờ Gửi' });
    hub.clock.now += 60_000;
    await hub.restore(monday);
    await syncUntilAgreed(hub, [newcomer, officer]);
    const names = officer
      .work()
      .session.search('nguyen thi', 50)
      .rows.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['Nguyễn Thị Đã Gửi', 'Nguyễn Thị Chờ Gửi']));
    const { device } = newcomer.work().session.record;
    const said = await hub
      .hub()
      .database.transaction(undefined, (tx) =>
        tx.selectFrom('audit').select('action').where('device', '=', device).orderBy('n').execute(),
      );
    expect(said).toEqual([{ action: 'enrol' }]);
  });

  test('closed while the hub was put back, it does the same when it is opened', async () => {
    const tuesday = join(folder, 'tuesday');
    await hub.backup(tuesday);
    hub.clock.now += 60_000;
    const late = await openPhone(hub, await hub.collaboratorCode('002'));
    await syncUntilAgreed(hub, [late]);
    hub.clock.now += 60_000;
    await hub.restore(tuesday);
    await late.reopen();
    await syncUntilAgreed(hub, [late]);
  });

  test('a hub that was not put back behind it believes no such word, nor does it believe another’s', async () => {
    const phone = await openPhone(hub, await hub.collaboratorCode('003'));
    const line = phone.line();
    const { enrolment } = phone.work().session.activation;
    const body = utf8(JSON.stringify({ enrolment }));
    const ask = (asking: HubLine) => askHub(asking, { method: 'POST', path: '/enrol', body });
    const other = await openPhone(hub, await hub.collaboratorCode('003'));
    expect(await ask(line)).toMatchObject({ ok: true, value: { enrolled: true } });
    expect(await ask(other.line())).toMatchObject({ ok: false });
    const altered = { ...enrolment, payload: `${enrolment?.payload}A` };
    const forged = await askHub(line, {
      method: 'POST',
      path: '/enrol',
      body: utf8(JSON.stringify({ enrolment: altered })),
    });
    expect(forged).toMatchObject({ ok: false });
  });
});
