import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { obeyHandOver } from '../../../server/command-line/order/hand-over-words.ts';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import { commit } from '../../../src/sync/phone/commit.ts';
import { type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth, syncUntilAgreed } from '../phone.ts';

/*
 * A backup on Monday, new orders about villages on Tuesday, and on Friday the hub is put back to Monday: it knows neither the
 * orders nor what was written by them.
 */

const [first = '', second = '', third = ''] = villages;
const place = ['--place', demoCommune.communeCode];
const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-restored-villages-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe('villages and a hub that is put back', { timeout: 180_000 }, () => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let hoa: JourneyPhone;
  let lan: JourneyPhone;
  let backup = '';

  beforeAll(async () => {
    hub = await openCommune('PGlite');
    officer = await openPhone(hub, await hub.officerCode());
  }, 180_000);
  afterAll(() => hub.close());
  beforeEach(async () => {
    hoa = await openPhone(hub, await hub.collaboratorCode('001'));
    lan = await openPhone(hub, await hub.collaboratorCode('002'));
    await syncUntilAgreed(hub, [hoa, lan, officer]);
    backup = await mkdtemp(join(scratch, 'monday-'));
    await hub.backup(backup);
    hub.clock.now += 60_000;
  });

  const session = (phone: JourneyPhone) => phone.work().session;
  const bench = () => unitsBench({ hub: hub.hub(), figures: hub.figures() });
  const handOver = (from: JourneyPhone, to: JourneyPhone, village: string) =>
    obeyHandOver(bench(), [
      ...place,
      ...['--data', scratch, '--from', session(from).record.device, '--to', session(to).record.device],
      ...['--village', village, '--reason', 'transfer'],
    ]);
  const standsAt = (phone: JourneyPhone, ids: readonly string[]) =>
    ids.map((id) => session(phone).register.get(id)?.place);
  const placesOf = (phone: JourneyPhone) => session(phone).who.places.map(({ id }) => id);
  async function putBack(): Promise<void> {
    hub.clock.now += 60_000;
    await hub.restore(backup);
  }
  async function newHousehold(phone: JourneyPhone, village: string, number: number): Promise<string> {
    const opened = await phone.work().record('household_new', village, { number, kind: 'family' }, []);
    if (!opened.ok) throw new Error(JSON.stringify(opened));
    return opened.value.records[0]?.id ?? '';
  }

  test('what she wrote in a village that she had got since is kept until the order is given again, and then stands', async () => {
    await handOver(hoa, lan, '001');
    await syncUntilAgreed(hub, [hoa, lan, officer]);
    const [home = '', away = ''] = fertileHouseholds(lan, first);
    const { child, birth } = await recordBirth(lan, home, { fullName: 'Nguyễn Thị Mới Giao' });
    const opened = await newHousehold(lan, first, 940);
    await syncUntilAgreed(hub, [lan, officer]);
    await lan.edit(child, 'fullName', 'Nguyễn Thị Đã Sửa');
    await lan.edit(away, 'phone', '0987654321');
    // Into her other village, and what the officer wrote to a sheet that only she has made.
    const moved = await newHousehold(lan, first, 941);
    const { store, crypto, sender } = session(lan);
    const put = { address: 'Nhà cuối dốc' };
    const over = { kind: 'household', id: moved, place: second, put, seen: { address: [moved] } };
    await commit(store, crypto, sender, [over], () => hub.clock.now, '2026-11-22');
    await syncUntilAgreed(hub, [lan, officer]);
    await officer.edit(opened, 'address', 'Nhà bên suối');
    await syncUntilAgreed(hub, [officer, lan]);
    await putBack();
    await officer.sync();
    await lan.sync();
    await lan.sync();
    expect(await lan.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
    expect(standsAt(officer, [child, birth, opened])).toEqual([undefined, undefined, undefined]);

    await handOver(hoa, lan, '001');
    await syncUntilAgreed(hub, [hoa, lan, officer]);
    for (const phone of [lan, officer]) {
      expect(standsAt(phone, [child, birth, opened, moved])).toEqual([first, first, first, second]);
      const { register } = session(phone);
      expect(register.get(child)?.fields.fullName).toBe('Nguyễn Thị Đã Sửa');
      expect(register.get(opened)?.fields.address).toBe('Nhà bên suối');
      expect(register.household(away)?.phone).toBe('0987654321');
    }
    // Built anew from the journal, it is the same.
    const friday = await mkdtemp(join(scratch, 'friday-'));
    await hub.backup(friday);
    hub.clock.now += 60_000;
    await hub.restore(friday);
    await syncUntilAgreed(hub, [lan, officer, hoa]);
    expect(standsAt(officer, [child, birth, opened, moved])).toEqual([first, first, first, second]);
  });

  test('what was written in a village that was made since is kept until that is made again', async () => {
    const households = session(officer)
      .register.village(second)
      .households.map(({ household }) => household);
    const number = String(session(officer).register.household(households[0] ?? '')?.number);
    const split = () =>
      obeyUnits(
        bench(),
        ['split', ...place, '--data', scratch, '--village', '002', '--households', number, '--name', 'Xóm Trên'],
        () => {},
      );
    await split();
    await syncUntilAgreed(hub, [lan, officer]);
    const upper = placesOf(lan).find((id) => id !== second) ?? '';
    const opened = await newHousehold(lan, upper, 950);
    await syncUntilAgreed(hub, [lan, officer]);
    await putBack();
    await syncUntilAgreed(hub, [officer]);
    for (const _turn of [1, 2]) await lan.sync();
    await split();
    await syncUntilAgreed(hub, [lan, officer]);
    for (const phone of [lan, officer]) expect(standsAt(phone, [opened])).toEqual([upper]);
  });

  test('behind it each phone has the villages that the hub gives it, not those of orders that are lost', async () => {
    const mai = await openPhone(hub, await hub.collaboratorCode('003'));
    const tuesday = await mkdtemp(join(scratch, 'tuesday-'));
    await syncUntilAgreed(hub, [mai]);
    await hub.backup(tuesday);
    hub.clock.now += 60_000;
    await handOver(hoa, lan, '001');
    await syncUntilAgreed(hub, [hoa, lan, officer]);
    expect([placesOf(hoa), placesOf(lan)]).toEqual([[], [first, second]]);
    hub.clock.now += 60_000;
    await hub.restore(tuesday);
    // Her phone has heard of one order, as the hub has now, and it was another.
    await handOver(mai, lan, '003');
    for (const phone of [hoa, lan, mai]) await phone.sync();
    expect([placesOf(hoa), placesOf(lan), placesOf(mai)]).toEqual([[first], [second, third], []]);
    const [home = ''] = fertileHouseholds(lan, third);
    const { child } = await recordBirth(lan, home, { fullName: 'Nguyễn Thị Thôn Ba' });
    expect(fertileHouseholds(lan, first)).toEqual([]);
    await syncUntilAgreed(hub, [lan, hoa, mai, officer]);
    expect(standsAt(officer, [child])).toEqual([third]);

    hub.clock.now += 60_000;
    await hub.restore(tuesday);
    for (const phone of [lan, mai]) await phone.sync();
    expect([placesOf(lan), placesOf(mai)]).toEqual([[second], [third]]);
  });
});
