import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isBackup } from '../../../server/durable/backup.ts';
import { commit } from '../../../src/sync/phone/commit.ts';
import type { OpDraft } from '../../../src/sync/phone/transaction.ts';
import { commune, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../phone.ts';

/*
 * The hub's machine breaks on a Friday; what was saved on Monday is put back. The days between are on the phones, and
 * come back from them, each act once.
 */

describe('a hub is restored from a backup', () => {
  let hub: JourneyHub;
  let backups = '';
  let officer: JourneyPhone;
  let collaborator: JourneyPhone;
  let idle: JourneyPhone;
  let births = 0;

  const everybody = () => [officer, collaborator, idle];
  const countOf = (phone: JourneyPhone, place: string) =>
    phone
      .work()
      .session.register.report('01-DSX', '2026-11', place)
      .rows.find(({ key }) => key === 'births')?.value;
  const birth = async (phone: JourneyPhone, at: number, order: number) => {
    const households = fertileHouseholds(phone, villages[0] ?? '');
    await recordBirth(phone, households[at % households.length] ?? '', { order });
    births += 1;
  };
  const write = async (phone: JourneyPhone, draft: OpDraft) => {
    const { store, crypto, sender } = phone.work().session;
    const now = () => hub.clock.now;
    return (await commit(store, crypto, sender, [draft], now, '2026-11-22')).records[0]?.id ?? '';
  };
  async function everybodyAgrees(): Promise<void> {
    for (const phone of [...everybody(), ...everybody()]) await phone.sync();
    for (const phone of everybody())
      expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
  }

  beforeAll(async () => {
    hub = await openCommune('PGlite');
    backups = await mkdtemp(join(tmpdir(), 'so-dan-so-backups-'));
    officer = await openPhone(hub, await hub.officerCode());
    collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    idle = await openPhone(hub, await hub.officerCode());
    await everybodyAgrees();
    births = countOf(officer, commune) ?? 0;
  });
  afterAll(async () => {
    await hub.close();
    await rm(backups, { recursive: true });
  });

  test('a backup is taken while the hub works, and says when it is whole', async () => {
    await birth(collaborator, 0, 1);
    await everybodyAgrees();
    const monday = join(backups, 'monday');
    expect(isBackup(monday)).toBe(false);
    await hub.backup(monday);
    expect(isBackup(monday)).toBe(true);
  });

  test('what was answered after it comes back from the phones, once, and all agree', async () => {
    for (const at of [0, 1]) await birth(collaborator, at, 2 + at);
    await collaborator.sync();
    await birth(officer, 2, 5);
    await everybodyAgrees();
    // Saved, and not sent when the machine breaks.
    await birth(collaborator, 1, 6);
    await hub.restore(join(backups, 'monday'));
    await everybodyAgrees();
    for (const phone of everybody()) expect(countOf(phone, commune)).toBe(births);
    expect((await collaborator.work().session.store.head()).nextSeq - 1).toBe(await ackedOf(collaborator));
  });

  test('a phone that was closed meanwhile does the same when it is opened', async () => {
    await birth(collaborator, 0, 7);
    await everybodyAgrees();
    await hub.restore(join(backups, 'monday'));
    await collaborator.reopen();
    await everybodyAgrees();
    for (const phone of everybody()) expect(countOf(phone, commune)).toBe(births);
  });

  test('restored twice to the same day, the epoch still tells it apart; a new phone holds what the others hold', async () => {
    await birth(officer, 0, 8);
    await everybodyAgrees();
    const tuesday = join(backups, 'tuesday');
    await hub.backup(tuesday);
    await birth(officer, 1, 9);
    await everybodyAgrees();
    await hub.restore(tuesday);
    await everybodyAgrees();
    const fresh = await openPhone(hub, await hub.officerCode());
    expect(await fresh.sync()).toMatchObject({ is: 'done', agreedAt: hub.clock.now });
    expect(countOf(fresh, commune)).toBe(births);
  });

  test('what one wrote to the other’s lost record comes back too, whoever of them comes first', async () => {
    const [home = ''] = fertileHouseholds(collaborator, villages[0] ?? '');
    const { child } = await recordBirth(collaborator, home, { order: 10, fullName: 'Nguyễn Thị Tên Cũ' });
    births += 1;
    await everybodyAgrees();
    await officer.edit(child, 'fullName', 'Nguyễn Thị Tên Mới');
    await everybodyAgrees();
    await hub.restore(join(backups, 'tuesday'));
    // The officer's phone is the first to come, and the child is not there yet.
    await officer.sync();
    await officer.sync();
    await birth(officer, 2, 11);
    await officer.sync();
    await everybodyAgrees();
    for (const phone of everybody())
      expect(phone.work().session.register.get(child)?.fields.fullName).toBe('Nguyễn Thị Tên Mới');
    for (const phone of everybody()) expect(countOf(phone, commune)).toBe(births);
  });

  test('an edit waits for its record also until that is back where its author may write', async () => {
    const [home = '', far = ''] = villages;
    const put = { number: 77, kind: 'family', address: 'Nhà mới' };
    const id = await write(officer, { kind: 'household', place: far, put });
    await everybodyAgrees();
    await write(idle, {
      kind: 'household',
      id,
      place: home,
      put: { address: 'Nhà bên suối' },
      seen: { address: [id] },
    });
    await everybodyAgrees();
    await collaborator.edit(id, 'number', 78);
    await everybodyAgrees();
    await hub.restore(join(backups, 'tuesday'));
    // Her edit first, then the household where it was founded, and only then that it went over to her village.
    for (const phone of [collaborator, officer, idle]) for (const _turn of [1, 2]) await phone.sync();
    await everybodyAgrees();
    for (const phone of everybody()) {
      const { fields } = phone.work().session.register.get(id) ?? {};
      expect([fields?.number, fields?.address]).toEqual([78, 'Nhà bên suối']);
    }
  });

  test('an edit waits, too, for the move that brought a household of before the backup to its author', async () => {
    const [home = '', far = ''] = villages;
    const put = { number: 79, kind: 'family', address: 'Nhà cũ' };
    const id = await write(officer, { kind: 'household', place: far, put });
    await everybodyAgrees();
    const thursday = join(backups, 'thursday');
    await hub.backup(thursday);
    await write(officer, {
      kind: 'household',
      id,
      place: home,
      put: { address: 'Nhà bên đình' },
      seen: { address: [id] },
    });
    await everybodyAgrees();
    await collaborator.edit(id, 'number', 80);
    await everybodyAgrees();
    await hub.restore(thursday);
    // To the restored hub the household stands where she never wrote.
    for (const phone of [collaborator, officer]) for (const _turn of [1, 2]) await phone.sync();
    await everybodyAgrees();
    for (const phone of everybody()) {
      const { fields } = phone.work().session.register.get(id) ?? {};
      expect([fields?.number, fields?.address]).toEqual([80, 'Nhà bên đình']);
    }
  });

  test('an edit of before a household moved away is not too late because the move was the first to come back', async () => {
    const [home = '', far = ''] = villages;
    const put = { number: 81, kind: 'family', address: 'Nhà đầu dốc' };
    const id = await write(collaborator, { kind: 'household', place: home, put });
    await everybodyAgrees();
    const wednesday = join(backups, 'wednesday');
    await hub.backup(wednesday);
    await collaborator.edit(id, 'number', 82);
    await everybodyAgrees();
    await write(officer, {
      kind: 'household',
      id,
      place: far,
      put: { address: 'Nhà cuối dốc' },
      seen: { address: [id] },
    });
    await everybodyAgrees();
    await hub.restore(wednesday);
    for (const phone of [officer, collaborator]) for (const _turn of [1, 2]) await phone.sync();
    await everybodyAgrees();
    const { fields } = officer.work().session.register.get(id) ?? {};
    expect([fields?.number, fields?.address]).toEqual([82, 'Nhà cuối dốc']);
    expect(collaborator.work().session.register.get(id)).toBeUndefined();
  });

  async function ackedOf(phone: JourneyPhone): Promise<number> {
    const { device } = phone.work().session.record;
    const row = await hub
      .hub()
      .database.transaction(undefined, (tx) =>
        tx.selectFrom('device').select('acked').where('id', '=', device).executeTakeFirstOrThrow(),
      );
    return row.acked;
  }
});

describe('a hub that was never restored refused something', () => {
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

  test('it stays refused, though the restored hub judges its journal again', async () => {
    const [home = '', far = ''] = villages;
    const officer = await openPhone(hub, await hub.officerCode());
    const collaborator = await openPhone(hub, await hub.collaboratorCode('001'));
    const syncBoth = async () => {
      for (const phone of [collaborator, officer, collaborator, officer]) await phone.sync();
    };
    const { store, crypto, sender, register } = officer.work().session;
    const move = async (id: string) => {
      const away = { kind: 'household', id, place: far, put: { address: 'Nhà bến đò' }, seen: { address: [id] } };
      await commit(store, crypto, sender, [away], () => hub.clock.now, '2026-11-22');
      await officer.sync();
    };
    const put = { number: 91, kind: 'family', address: 'Nhà gốc đa' };
    const hers = collaborator.work().session;
    const draft = { kind: 'household', place: home, put };
    const made = await commit(hers.store, hers.crypto, hers.sender, [draft], () => hub.clock.now, '2026-11-22');
    const id = made.records[0]?.id ?? '';
    await syncBoth();
    await move(id);
    await collaborator.edit(id, 'number', 92);
    expect(await collaborator.sync()).toMatchObject({ mending: 1 });
    await hub.backup(join(folder, 'monday'));
    await hub.restore(join(folder, 'monday'));
    await syncBoth();
    // Behind each upload a restored hub looks for what came too early.
    await recordBirth(collaborator, fertileHouseholds(collaborator, home)[0] ?? '', { order: 3 });
    await syncBoth();
    const { fields } = register.get(id) ?? {};
    expect([fields?.number, fields?.address]).toEqual([91, 'Nhà bến đò']);
    expect(await collaborator.sync()).toMatchObject({ is: 'done', mending: 1 });
  });
});
