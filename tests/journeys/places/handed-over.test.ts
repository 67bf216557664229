import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { obeyHandOver } from '../../../server/command-line/order/hand-over-words.ts';
import { obeyRevoke } from '../../../server/command-line/order/revoke-words.ts';
import { obeyUnits } from '../../../server/command-line/units/obey-units.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { villageSizes } from '../../../src/register/lives/village-sizes.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import { certify } from '../../../src/workers/answering/proof/proving.ts';
import { storyEngines } from '../../server/engines.ts';
import { book, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth } from '../phone.ts';

/*
 * "Bàn giao địa bàn": Hoa leaves her village to Lan. What Hoa wrote reaches it whatever happens, her phone keeps nothing of
 * it, and the minutes say what was handed over.
 */

const [first = '', second = '', third = ''] = villages;
const days = 86_400_000;
const place = ['--place', demoCommune.communeCode];
const scratch = await mkdtemp(join(tmpdir(), 'so-dan-so-handover-'));
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe.each(storyEngines)('a village is handed over, on %s', { timeout: 180_000 }, (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let lan: JourneyPhone;
  let hoa: JourneyPhone;

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    lan = await openPhone(hub, await hub.collaboratorCode('002'));
  }, 180_000);
  afterAll(() => hub?.close());
  beforeEach(async () => {
    hoa = await openPhone(hub, await hub.collaboratorCode('001'));
    await agree(hoa, lan, officer);
  });

  const session = (phone: JourneyPhone) => phone.work().session;
  const device = (phone: JourneyPhone) => session(phone).record.device;
  const handOver = (from: JourneyPhone, ...words: readonly string[]) =>
    obeyHandOver(unitsBench({ hub: hub.hub(), figures: hub.figures() }), [
      ...place,
      ...['--data', scratch, '--from', device(from), '--reason', 'maternity'],
      ...words,
    ]);
  const placesOn = (phone: JourneyPhone) =>
    [...new Set([...session(phone).store.allConfirmed()].map((state) => String(state.place.value)))].sort();
  const standsAt = (phone: JourneyPhone, id: string) => session(phone).register.get(id)?.place;

  async function agree(...phones: readonly JourneyPhone[]): Promise<void> {
    for (const phone of [...phones, ...phones]) await phone.sync();
    for (const phone of phones)
      expect(await phone.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0, agreedAt: hub.clock.now });
  }
  async function certificateOf(phone: JourneyPhone): Promise<string> {
    const asked = await certify({ session: session(phone), line: phone.line(), sync: phone.sync });
    if (!asked.ok) throw new Error(asked.error);
    const path = join(scratch, `${device(phone)}.txt`);
    await writeFile(path, `Đã gửi đủ\n${asked.value.text}\n`);
    return path;
  }
  /** The order is obeyed by the door, which is not in this story: here it is enough that the hub speaks it. */
  const standing = async (phone: JourneyPhone) =>
    hub
      .hub()
      .database.transaction(undefined, (tx) =>
        tx
          .selectFrom('device')
          .select(['status', 'wipe', 'places'])
          .where('book', '=', book)
          .where('id', '=', device(phone))
          .executeTakeFirstOrThrow(),
      );
  const terms = async () => {
    await officer.sync();
    return [...session(officer).store.allConfirmed()]
      .filter(({ kind }) => kind === 'collaborator')
      .map(({ id }) => session(officer).register.get(id)?.fields ?? {});
  };

  test('ten days without a network, her work reaches the village that is another’s by then', async () => {
    const [home = '', other = ''] = fertileHouseholds(hoa, first);
    const born = await recordBirth(hoa, home, { fullName: 'Nguyễn Thị Muộn' });
    await hoa.edit(other, 'phone', '0987654321');
    const opened = await hoa.work().record('household_new', first, { number: 931, kind: 'family' }, []);
    await session(hoa).store.drafts.put('d1', {
      id: 'd1',
      form: 'death',
      household: home,
      page: 0,
      answers: { date: '2026-11-19' },
      savedAt: 1,
    });
    // A sheet in which nobody lives is in the book, and no household in its counts.
    const empty = await officer.work().record('household_new', first, { number: 930, kind: 'family' }, []);
    expect(empty.ok).toBe(true);
    await officer.sync();
    const size = villageSizes(session(officer).register.folk).find(({ place }) => place === first);
    hub.clock.now += 10 * days;
    const said = await handOver(hoa, '--to', device(lan));
    expect(said).toMatch(/BIÊN BẢN BÀN GIAO ĐỊA BÀN/);
    expect(said).toMatch(/nghỉ thai sản/);
    expect(said).toMatch(/- 001 [^:]+: \d+ hộ, \d+ người, \d+ bản ghi, mã đối chiếu [0-9a-f]{32}/);
    expect(said).toContain(`: ${size?.households} hộ, ${size?.people} người, `);
    expect(said).toMatch(/không có giấy xác nhận/);
    expect(said).toMatch(/chưa đóng/);
    await lan.sync();
    expect(placesOn(lan)).toEqual(expect.arrayContaining([first, second]));

    expect(await hoa.sync()).toMatchObject({ is: 'done', mending: 0 });
    await agree(hoa, lan, officer);
    for (const phone of [lan, officer]) {
      const household = opened.ok ? (opened.value.records[0]?.id ?? '') : '';
      expect([born.child, born.birth, household].map((id) => standsAt(phone, id))).toEqual([first, first, first]);
      expect(session(phone).register.household(other)?.phone).toBe('0987654321');
    }
    // Nothing of the village is left on her phone, and the form that she had begun is in the officer's hands.
    expect(placesOn(hoa).filter((at) => !at.startsWith('drafts.'))).toEqual([]);
    expect(await session(hoa).store.drafts.all()).toEqual([]);
    expect(session(officer).register.handedDrafts()).toMatchObject([{ form: 'death', at: home }]);
    await hoa.reopen();
    expect(session(hoa).register.get(home)).toBeUndefined();
    expect(session(hoa).who.places).toEqual([]);

    // She comes back from her leave.
    await handOver(lan, '--to', device(hoa), '--village', '001');
    await agree(lan, hoa, officer);
    expect(placesOn(lan).filter((at) => !at.startsWith('drafts.'))).toEqual([second]);
    expect(standsAt(hoa, born.child)).toBe(first);
    await recordBirth(hoa, home, { fullName: 'Nguyễn Thị Sau', order: 2 });
    await agree(hoa, officer);
    await handOver(hoa, '--close', 'yes');
  });

  test('with her certificate her phone is closed and told to forget; an older one is refused', async () => {
    const [home = ''] = fertileHouseholds(hoa, first);
    const early = await certificateOf(hoa);
    await recordBirth(hoa, home, { order: 2 });
    await hoa.sync();
    await expect(handOver(hoa, '--to', device(lan), '--certificate', early)).rejects.toThrow('sent 2 more since');
    await expect(handOver(hoa, '--to', device(lan), '--certificate', await certificateOf(lan))).rejects.toThrow(
      'another device',
    );
    const minutes = join(scratch, 'bien-ban.txt');
    await handOver(hoa, '--to', device(lan), '--certificate', await certificateOf(hoa), '--minutes', minutes);
    const printed = await readFile(minutes, 'utf8');
    expect(printed).toMatch(/Đã gửi đủ đến số \d+, theo giấy xác nhận ngày \d\d\/\d\d\/\d{4}, mã \S{14}\./);
    expect(printed).toMatch(/đã đóng; lần liên lạc tới máy tự xóa sổ/);
    expect(printed).toMatch(/Nhật ký xã: dòng \d+, mã [0-9a-f]{16}/);
    expect(await standing(hoa)).toMatchObject({ status: 'revoked', wipe: 'ordered', places: '[]' });
    expect(await hoa.sync()).toMatchObject({ is: 'failed', why: 'revoked' });
    await agree(lan, officer);
    await handOver(lan, '--village', '001');
  });

  test('what came as a file is taken in before; who has no phone yet gets a code', async () => {
    const [home = ''] = fertileHouseholds(hoa, first);
    const born = await recordBirth(hoa, home, { order: 2 });
    const file = join(scratch, 'viec-cho-gui.txt');
    const saved = await hoa.roads().waitingFile();
    if (saved === undefined) throw new Error('something waits');
    await writeFile(file, saved.bytes);
    const said = await handOver(hoa, '--name', 'Trần Thị Mới', '--file', file, '--close', 'yes');
    expect(said).toMatch(/Đã nhận 1\/1 gói/);
    expect(said).toMatch(/Bên nhận: Trần Thị Mới/);
    const code = /Mã kích hoạt cho Trần Thị Mới: (\S+)/.exec(said)?.[1] ?? '';
    const fresh = await openPhone(hub, code);
    await agree(fresh, officer);
    expect(standsAt(fresh, born.child)).toBe(first);
    await handOver(fresh, '--close', 'yes');
  });

  test('her phone is lost: the village goes on, what may still come from it is kept aside', async () => {
    const [home = ''] = fertileHouseholds(hoa, first);
    await recordBirth(hoa, home, { order: 2 });
    const said = await handOver(hoa, '--to', device(lan), '--lost', 'yes');
    expect(said).toMatch(/việc ghi sau đó nếu có thì nằm trên máy mất/);
    expect(await standing(hoa)).toMatchObject({ status: 'revoked', wipe: 'ordered' });
    const list = join(scratch, 'on-the-lost-phone.csv');
    await obeyRevoke(hub.hub(), ['--device', device(hoa), '--people', list, '--ground', 'mất máy']);
    const people = [...session(officer).store.allConfirmed()].filter(
      (state) => state.kind === 'person' && state.place.value === first,
    );
    const listed = await readFile(list, 'utf8');
    expect(people.length).toBeGreaterThan(0);
    expect(people.filter(({ id }) => !listed.includes(id))).toEqual([]);
    await agree(lan, officer);
    expect(placesOn(lan)).toContain(first);
    expect(await hoa.sync()).toMatchObject({ why: 'revoked' });
    await handOver(lan, '--village', '001');
  });

  test('handed over and joined into a third village meanwhile, her late work follows all the way', async () => {
    const [home = ''] = fertileHouseholds(hoa, first);
    const born = await recordBirth(hoa, home, { order: 3 });
    hub.clock.now += 10 * days;
    await handOver(hoa, '--to', device(lan));
    const bench = unitsBench({ hub: hub.hub(), figures: hub.figures() });
    const units = (...words: readonly string[]) => obeyUnits(bench, [...words, ...place, '--data', scratch], () => {});
    const said = await units('join', '--village', '001', '--into', '003');
    await agree(hoa, lan, officer);
    expect([born.child, born.birth, home].map((id) => standsAt(officer, id))).toEqual([third, third, third]);
    expect(standsAt(lan, born.child)).toBe(third);
    expect(placesOn(hoa).filter((at) => !at.startsWith('drafts.'))).toEqual([]);
    await units('undo', '--change', said.split(' ').at(-1) ?? '');
    await agree(lan, officer);
  });

  test('terms go with the village: the leaving one ends, and nobody is counted twice', async () => {
    const open = (await terms()).filter(({ until }) => until === undefined);
    const names = open.map(({ fullName }) => String(fullName));
    expect(new Set(names).size).toBe(names.length);
    const [name] = names.filter((one) => one === session(hoa).activation.userName);
    await handOver(hoa, '--to', device(lan));
    const after = (await terms()).filter(({ until }) => until === undefined).map(({ fullName }) => fullName);
    expect(after).not.toContain(name);
  });

  test('only villages that she has, to somebody else who is there', async () => {
    await expect(handOver(hoa, '--village', '002')).rejects.toThrow('does not have');
    await expect(handOver(hoa, '--to', device(hoa))).rejects.toThrow('another device');
    await expect(handOver(hoa, '--to', 'nobody')).rejects.toThrow('No device');
    await expect(handOver(officer)).rejects.toThrow('Only collaborators');
    await expect(handOver(hoa, '--reason', 'chán')).rejects.toThrow('--reason');
  });
});
