import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { UnitsChange } from '../../../src/sync/units-change.ts';
import { createUnitsDesk } from '../../../src/workers/units/units-desk.ts';
import { storyEngines } from '../../server/engines.ts';
import { book, commune, type JourneyHub, openCommune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, openPhone, recordBirth, syncUntilAgreed } from '../phone.ts';

/*
 * The province redraws the villages of a commune. The officer asks the hub from her phone; every phone learns of it by
 * its next sync, and what a collaborator wrote without a network finds its way.
 */

const [first = '', second = '', third = ''] = villages;
const day = '2026-11-01';

describe.each(storyEngines)('villages that change, on %s', (engine) => {
  let hub: JourneyHub;
  let officer: JourneyPhone;
  let here: JourneyPhone;
  let there: JourneyPhone;

  beforeAll(async () => {
    hub = await openCommune(engine);
    officer = await openPhone(hub, await hub.officerCode());
    here = await openPhone(hub, await hub.collaboratorCode('001'));
    there = await openPhone(hub, await hub.collaboratorCode('002'));
    await everybodyAgrees();
  });
  afterAll(() => hub.close());

  const everybodyAgrees = () => syncUntilAgreed(hub, [officer, here, there]);
  const session = (phone: JourneyPhone) => phone.work().session;
  const register = (phone: JourneyPhone) => session(phone).register;
  const villageNames = (phone: JourneyPhone) =>
    session(phone)
      .who.places.filter(({ level }) => level === 'village')
      .map(({ name }) => name);
  const households = (phone: JourneyPhone, place: string) => register(phone).village(place).households.length;
  const residents = (phone: JourneyPhone, month: string, place: string) =>
    register(phone).report('01-DSX', month, place).above[0]?.value;
  const desk = () => {
    const { unitsAsked, crypto } = session(officer);
    return createUnitsDesk(unitsAsked, () => hub.clock.now, crypto.randomId);
  };
  async function ask(change: UnitsChange) {
    const { id } = await desk().askUnits(change);
    await officer.sync();
    const asked = (await desk().unitsAsked()).find((one) => one.id === id);
    return { id, state: asked?.state };
  }

  test('a new name is on every phone after its next sync, and an undo brings the old one back', async () => {
    const before = villageNames(here)[0] ?? '';
    const { id, state } = await ask({ is: 'rename', unit: first, name: '  Thôn   Bến Mới ' });
    expect(state).toEqual({ is: 'done', households: 0 });
    await everybodyAgrees();
    expect([villageNames(officer)[0], villageNames(here)[0]]).toEqual(['Thôn Bến Mới', 'Thôn Bến Mới']);
    expect(register(here).village(first).name).toBe('Thôn Bến Mới');
    await here.reopen();
    expect(villageNames(here)[0]).toBe('Thôn Bến Mới');
    await ask({ is: 'undo', change: id });
    await everybodyAgrees();
    expect(villageNames(here)[0]).toBe(before);
  });

  test('what waits for a network can be withdrawn; what cannot be is refused with its reason', async () => {
    const { id } = await desk().askUnits({ is: 'rename', unit: first, name: 'Không gửi' });
    await desk().dropUnits(id);
    expect((await ask({ is: 'join', unit: first, into: first, date: day })).state).toEqual({
      is: 'refused',
      why: 'same_unit',
    });
    expect((await ask({ is: 'join', unit: first, into: second, date: '2027-01-01' })).state).toEqual({
      is: 'refused',
      why: 'date_after_today',
    });
    expect(villageNames(officer)).not.toContain('Không gửi');
  });

  test('one village joins another: its households follow, months before keep their village, late work arrives', async () => {
    const before = ['2026-10', '2026-11'].map((month) =>
      [first, second, commune].map((at) => residents(officer, month, at)),
    );
    const sheets = [households(officer, first), households(officer, second)];
    // A collaborator without a network writes on, and opens a sheet.
    const [home = ''] = fertileHouseholds(here, first);
    const late = await recordBirth(here, home, { fullName: 'Nguyễn Thị Muộn', date: '2026-11-20' });
    const opened = await here.work().record('household_new', first, { number: 901, kind: 'family' }, []);
    await here.edit(home, 'phone', '0987654321');

    const { id, state } = await ask({ is: 'join', unit: first, into: second, date: day });
    expect(state).toEqual({ is: 'done', households: sheets[0] });
    await everybodyAgrees();

    expect(villageNames(officer)).toHaveLength(2);
    expect(villageNames(here)).toEqual(villageNames(there));
    expect([households(officer, first), households(officer, second)]).toEqual([
      0,
      (sheets[0] ?? 0) + (sheets[1] ?? 0) + 1,
    ]);
    expect(opened.ok && register(there).household(opened.value.records[0]?.id ?? '')?.place).toBe(second);
    expect([late.child, late.birth, home].map((record) => register(there).get(record)?.place)).toEqual([
      second,
      second,
      second,
    ]);
    expect(register(there).household(home)?.phone).toBe('0987654321');
    // Every number stands once: those of the old village go on as an area of their own.
    const numbers = register(officer)
      .village(second)
      .households.map(({ householdNumber, area }) => `${area} ${householdNumber}`);
    expect(new Set(numbers).size).toBe(numbers.length);

    const after = ['2026-10', '2026-11'].map((month) =>
      [first, second, commune].map((at) => residents(officer, month, at)),
    );
    expect(after[0]).toEqual(before[0]);
    const [a = 0, b = 0] = before[1] ?? [];
    expect(after[1]).toEqual([
      0,
      (a ?? 0) + (b ?? 0) + 1,
      (a ?? 0) + (b ?? 0) + 1 + (residents(officer, '2026-11', third) ?? 0),
    ]);
    await hub.figures().settle();
    expect((await hub.figures().report(book, '01-DSX', '2026-10', first))?.above[0]?.value).toBe(before[0]?.[0]);

    // Taken back, everything stands where it stood; what was opened meanwhile as well.
    await ask({ is: 'undo', change: id });
    await everybodyAgrees();
    expect(households(officer, first)).toBe(sheets[0]);
    expect(villageNames(here)).toHaveLength(2);
    expect(register(here).get(home)).toMatchObject({ place: first });
    expect(residents(officer, '2026-11', second)).toBe(before[1]?.[1]);
  });

  test('a village is split: the chosen households are a village of their own, which its collaborator need not keep', async () => {
    const chosen = register(officer)
      .village(third)
      .households.slice(0, 2)
      .map(({ household }) => household);
    const keeper = await openPhone(hub, await hub.collaboratorCode('003'));
    await keeper.sync();
    await keeper.edit(chosen[0] ?? '', 'address', 'Xóm Trên');
    const { id, state } = await ask({
      is: 'split',
      unit: third,
      name: 'Thôn Xóm Trên',
      date: day,
      households: chosen,
      keepers: false,
    });
    expect(state).toEqual({ is: 'done', households: 2 });
    await keeper.sync();
    await keeper.sync();
    await everybodyAgrees();
    const made = session(officer).who.places.find(({ name }) => name === 'Thôn Xóm Trên');
    expect(made?.code).toBe('004');
    expect(households(officer, made?.id ?? '')).toBe(2);
    // What the keeper wrote before she knew is there, and the sheets have left her phone.
    expect(register(officer).household(chosen[0] ?? '')).toMatchObject({ place: made?.id, address: 'Xóm Trên' });
    expect(chosen.map((household) => register(keeper).get(household))).toEqual([undefined, undefined]);
    // She is told where they went; the officer, who has both, is not.
    const partOf = (phone: JourneyPhone) => session(phone).who.places.flatMap(({ part }) => part || []);
    expect(partOf(keeper)).toEqual([`${day} Thôn Xóm Trên`]);
    expect(partOf(officer)).toEqual([]);
    const newcomer = await openPhone(hub, await hub.collaboratorCode('004'));
    await newcomer.sync();
    expect(partOf(newcomer)).toEqual([]);
    expect(households(newcomer, made?.id ?? '')).toBe(2);
    await ask({ is: 'undo', change: id });
    await officer.sync();
    await keeper.sync();
    expect([households(officer, third), households(keeper, third)]).toEqual([4, 4]);
    expect(partOf(keeper)).toEqual([]);
  });
});
