import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mergeCommunes } from '../../../server/sync/units/merge-communes.ts';
import { moveVillage } from '../../../server/sync/units/move/move-village.ts';
import { unitsBench } from '../../../server/sync/units/units-routes.ts';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { demoCommune } from '../../../src/sample/sample.ts';
import { shown } from '../../../src/sync/records/merge.ts';
import { storyEngines } from '../../server/engines.ts';
import { book, commune, villages } from '../commune.ts';
import { fertileHouseholds, type JourneyPhone, recordBirth } from '../phone.ts';
import { openTwoCommunes } from './two-communes.ts';

/*
 * A village went to another commune, and life in it goes on: households leave it and come to it, on phones that do not
 * know yet as on those that do; it goes further, is joined, split, comes back; the communes become one. Everybody is in
 * one commune's figures, once, and what was written late stands where its household is.
 */

const days = 86_400_000;
const own = demoCommune.communeCode;
const [stays = '', , goes = ''] = villages;

const sum = ([one, other]: readonly [number, number]) => one + other;

describe.each(storyEngines)('a village that went to another commune, on %s', { timeout: 120_000 }, (engine) => {
  let here: Awaited<ReturnType<typeof openTwoCommunes>>;
  beforeEach(async () => {
    here = await openTwoCommunes(engine);
  }, 120_000);
  afterEach(() => here?.hub.close());

  const placeIn = async (of: string, id: string) => (await here.stateIn(of, id))?.place.value;

  test('who moved house before her phone knew is where she moved to, and in that commune’s figures', async () => {
    const { hub, lan, move, beside, agree, people, moveHome } = here;
    hub.clock.now += 5 * days;
    const before = sum(await people('2026-11'));
    await move(own, '003', beside.code);
    hub.clock.now += 60_000;
    const [home = ''] = fertileHouseholds(lan, goes);
    const moved = here.peopleOf(lan, home);
    await moveHome(lan, home, stays, '2026-11-24');
    await agree();
    expect(sum(await people('2026-11'))).toBe(before);
    for (const of of [book, beside.book]) for (const id of moved) expect(await placeIn(of, id)).toBe(stays);
  });

  test.each(['merger', 'move'] as const)(
    'a move and a merger asked at once, the %s first: nobody is lost',
    async (first) => {
      const { hub, beside, agree, people } = here;
      hub.clock.now += 5 * days;
      const before = sum(await people('2026-11'));
      const bench = unitsBench({ hub: hub.hub(), figures: hub.figures() });
      const date = '2026-11-25';
      const merge = () => mergeCommunes(bench, { books: [book, beside.book], code: '99009', name: 'Xã Gộp', date });
      const move = () => moveVillage(bench, { book, unit: goes, into: beside.book, date });
      const asked = first === 'merger' ? [merge(), move()] : [move(), merge()];
      const told = (await Promise.all(asked)).map((outcome) => (outcome.ok ? 'done' : outcome.error));
      expect(told).toEqual(['done', first === 'merger' ? 'commune_merged' : 'done']);
      await agree();
      expect(sum(await people('2026-11'))).toBe(before);
    },
  );

  test('who moved house before the village went, and was heard of later, is on the phones of where she moved to', async () => {
    const { hub, lan, move, beside, agree, people, moveHome, register } = here;
    const [home = ''] = fertileHouseholds(lan, goes);
    const moved = here.peopleOf(lan, home);
    await moveHome(lan, home, stays, '2026-11-21');
    hub.clock.now += 5 * days;
    const before = sum(await people('2026-11'));
    await move(own, '003', beside.code);
    await agree();
    expect(sum(await people('2026-11'))).toBe(before);
    for (const of of [book, beside.book]) for (const id of moved) expect(await placeIn(of, id)).toBe(stays);
    for (const id of moved) expect(register(lan).get(id)?.place).toBe(stays);
  });

  test('a child born in the village, whose house moved before it went, is one birth of one commune, on phone and hub alike', async () => {
    const { hub, lan, mai, move, beside, agree, moveHome, register } = here;
    const [home = ''] = fertileHouseholds(lan, goes);
    await recordBirth(lan, home, { date: '2026-11-20' });
    await moveHome(lan, home, stays, '2026-11-21');
    hub.clock.now += 5 * days;
    await move(own, '003', beside.code);
    await agree();
    await hub.figures().settle();
    const births = async (of: string, phone: JourneyPhone, at: string) => {
      const told = await hub.figures().report(of, '01-DSX', '2026-11');
      const shown = register(phone).report('01-DSX', '2026-11', at);
      const value = (table = shown) => table.rows.find(({ key }) => key === 'births')?.value;
      expect(value(shown)).toBe(value(told));
      return value(shown) ?? 0;
    };
    expect([await births(book, lan, commune), await births(beside.book, mai, beside.commune)]).toEqual([1, 0]);
  });

  test('who came to it later from elsewhere in its new commune was never the old commune’s', async () => {
    const { hub, mai, move, beside, agree, people, moveHome, inTheirs } = here;
    const before = await people('2026-10');
    hub.clock.now += 5 * days;
    await move(own, '003', beside.code);
    await agree();
    const [home = ''] = fertileHouseholds(mai, inTheirs('001'));
    await moveHome(mai, home, inTheirs('004'), '2026-11-26');
    await agree();
    expect(await people('2026-10')).toEqual(before);
  });

  test('nor who goes to live with a household that had come with it', async () => {
    const { hub, mai, move, beside, agree, people, inTheirs, peopleOf } = here;
    const october = await people('2026-10');
    hub.clock.now += 5 * days;
    await move(own, '003', beside.code);
    await agree();
    const november = await people('2026-11');
    hub.clock.now += 10 * days;
    const [home = ''] = fertileHouseholds(mai, inTheirs('001'));
    const [toHousehold = ''] = fertileHouseholds(mai, inTheirs('004'));
    const person = peopleOf(mai, home).slice(-1);
    const answers = { person, date: '2026-12-02', toHousehold, relation: 'other' };
    expect(await mai.work().record('move_internal', home, answers, [])).toMatchObject({ ok: true });
    await agree();
    expect([await people('2026-10'), await people('2026-11')]).toEqual([october, november]);
  });

  test('who left the village within its new commune stays there when it comes back, and when the communes merge', async () => {
    const { hub, mai, lan, move, beside, agree, people, moveHome, units, inTheirs, peopleOf } = here;
    const october = await people('2026-10');
    hub.clock.now += 5 * days;
    await move(own, '003', beside.code);
    await agree();
    const [home = ''] = fertileHouseholds(mai, inTheirs('004'));
    const moved = peopleOf(mai, home);
    await moveHome(mai, home, inTheirs('001'), '2026-11-26');
    await agree();
    const before = sum(await people('2026-11'));
    // They lived in the old commune then, wherever they have moved to since.
    expect(await people('2026-10')).toEqual(october);
    hub.clock.now += days;
    await move(beside.code, '004', own, '2026-11-27');
    await agree();
    expect(sum(await people('2026-11'))).toBe(before);
    expect(peopleOf(lan, home)).toEqual([]);
    await units('merge', '--places', `${own},${beside.code}`, '--into', own, '--name', 'Mới', '--from', '2026-11-28');
    await agree();
    for (const id of moved) expect(await placeIn(book, id)).toBe(inTheirs('001'));
  });

  test('a child of before its going, written when the village has been joined there, is in the old commune’s figures', async () => {
    const { hub, mai, move, units, beside, agree, people, inTheirs } = here;
    hub.clock.now += 5 * days;
    const [before, theirs] = await people('2026-10');
    await move(own, '003', beside.code, '2026-11-27');
    await agree();
    const [home = '', other = '', third = ''] = fertileHouseholds(mai, inTheirs('004'));
    hub.clock.now += 5 * days;
    // On a phone that is away, before it and behind it; and on one that knows. Then what is told of the child alone.
    const { child } = await recordBirth(mai, home, { date: '2026-10-23' });
    hub.clock.now += days;
    await units('join', '--place', beside.code, '--village', '004', '--into', '001', '--date', civilDay(hub.clock.now));
    const away = await recordBirth(mai, third === '' ? other : third, { date: '2026-10-22' });
    await mai.edit(child, 'fullName', 'Nguyễn Thị Muộn');
    await agree();
    const late = await recordBirth(mai, other, { date: '2026-10-24' });
    await agree();
    expect(await people('2026-10')).toEqual([before + 3, theirs]);
    expect(sum(await people('2026-11'))).toBe(before + theirs + 3);
    for (const id of [child, away.child, late.child])
      expect(await here.stateIn(book, id)).toMatchObject({ ...(await here.stateIn(beside.book, id)), place: {} });
  });

  test('late work follows a village that has gone on, by as many communes as it went through', async () => {
    const { hub, thu, move, beside, agree } = here;
    const far = await here.third();
    await agree();
    const [home = ''] = fertileHouseholds(thu, goes);
    const late = await recordBirth(thu, home, { fullName: 'Muộn', date: '2026-11-21' });
    const sheet = await thu.work().record('household_new', goes, { number: 931, kind: 'family' }, []);
    await thu.edit(home, 'phone', '0987654321');
    hub.clock.now += 5 * days;
    await move(own, '003', beside.code);
    hub.clock.now += days;
    await move(beside.code, '004', '99003', '2026-11-26');
    await agree();
    const goal = `${far.commune}v004`;
    const opened = sheet.ok ? (sheet.value.records[0]?.id ?? '') : '';
    for (const id of [home, late.child, late.birth, opened]) expect(await placeIn(far.book, id)).toBe(goal);
    const state = await here.stateIn(far.book, home);
    expect(state && shown(state, 'phone')).toBe('0987654321');
  });

  test('and one that was joined there; a sheet written late is of the day on which the village went', async () => {
    const { hub, thu, move, beside, agree, units, inTheirs } = here;
    const [home = ''] = fertileHouseholds(thu, goes);
    const late = await recordBirth(thu, home, { fullName: 'Muộn', date: '2026-11-21' });
    const sheet = await thu.work().record('household_new', goes, { number: 931, kind: 'family' }, []);
    hub.clock.now += 5 * days;
    await move(own, '003', beside.code);
    hub.clock.now += 10 * days;
    const join = ['--village', '004', '--into', '001', '--date', '2026-12-06'];
    await units('join', '--place', beside.code, ...join);
    await agree();
    const opened = sheet.ok ? (sheet.value.records[0]?.id ?? '') : '';
    for (const id of [late.child, opened]) expect(await placeIn(beside.book, id)).toBe(inTheirs('001'));
    const state = await here.stateIn(beside.book, opened);
    const stood = state && shown(state, 'formerPlaces');
    expect(Array.isArray(stood) && stood[0]).toBe(`${goes} 2026-11-25`);
  });

  test('who had come to it from another village of the old commune was of the old commune before', async () => {
    const { hub, lan, move, beside, agree, people, moveHome, register, peopleOf } = here;
    const october = await people('2026-10');
    const home = register(lan)
      .village(stays)
      .households.find(({ household }) => peopleOf(lan, household).length > 0)?.household;
    await moveHome(lan, home ?? '', goes, '2026-11-10');
    await agree();
    hub.clock.now += 5 * days;
    await move(own, '003', beside.code);
    await agree();
    expect(await people('2026-10')).toEqual(october);
  });

  test('a house of it that moved to a village which goes later as well is in one commune’s figures of before', async () => {
    const { hub, lan, move, beside, agree, people, moveHome } = here;
    hub.clock.now += 5 * days;
    const before = sum(await people('2026-11'));
    await move(own, '003', beside.code);
    hub.clock.now += 8 * days;
    const [home = ''] = fertileHouseholds(lan, goes);
    await moveHome(lan, home, stays, '2026-12-02');
    await agree();
    await move(own, '001', beside.code, '2026-12-05');
    await agree();
    expect(sum(await people('2026-11'))).toBe(before);
    expect(sum(await people('2026-12'))).toBe(before);
  });

  test('a split from before is not taken back over it; what was taken back and what is in hand goes along', async () => {
    const { hub, lan, thu, move, beside, agree, units, register } = here;
    const [, home = ''] = fertileHouseholds(thu, goes);
    const wrong = await recordBirth(thu, home, { fullName: 'Nhầm', date: '2026-11-20' });
    await thu.work().undo(wrong.transaction);
    const draft = { id: 'd1', form: 'death', household: home, page: 0, answers: { note: 'dở' }, savedAt: 1 };
    await thu.work().session.store.drafts.put('d1', draft);
    hub.clock.now += 5 * days;
    const number = register(lan).village(goes).households[0]?.householdNumber ?? '';
    const split = ['--village', '003', '--households', number, '--name', 'Xóm Trên', '--date', '2026-11-24'];
    const said = await units('split', '--place', own, ...split);
    await agree();
    await move(own, '003', beside.code);
    // What was in hand is handed on to the officer, by the next sync.
    await thu.sync();
    await agree();
    await expect(units('undo', '--place', own, '--change', said.split(' ').at(-1) ?? '')).rejects.toThrow(
      /lấy lại thay đổi sau trước/,
    );
    for (const phone of [lan, thu]) {
      const names = [...phone.work().session.store.allConfirmed()].map((state) => shown(state, 'fullName'));
      expect(names).not.toContain('Nhầm');
    }
    expect(await placeIn(beside.book, wrong.child)).toBe(here.inTheirs('004'));
    expect(await thu.work().session.store.drafts.all()).toEqual([]);
  });
});
