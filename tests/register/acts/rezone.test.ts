import { describe, expect, test } from 'vitest';
import type { Act } from '../../../src/register/acts/act.ts';
import { planFor } from '../../../src/register/acts/plan-for.ts';
import { openDesk } from '../../workers/recording/clerk.ts';
import { hoaFamily, household, lodgers, openRegister, resident, tell } from '../tale.ts';

/* Boundaries move: a range of sheets stands in another village from a day on, and nobody has moved. */

const village = [
  ...hoaFamily,
  household('h3', 43),
  resident('s1', { fullName: 'Lê Văn Sáu', relation: 'head', household: 'h3' }),
  tell('visit', 'v1', { date: '2026-09-01', household: 'h1', kind: 'visit' }),
  tell('death', 'd1', { date: '2026-03-05', person: 'p3' }),
  ...lodgers,
];
const toNextVillage: Act = { is: 'rezone', households: ['h1'], village: 'u-v2', date: '2026-07-01' };

const population = (register: ReturnType<typeof openRegister>, month: string, place: string) =>
  register.report('01-DSX', month, place).above[0]?.value;

const balanceOf = (register: ReturnType<typeof openRegister>, month: string, place: string) => {
  const { above, rows } = register.report('01-DSX', month, place);
  const numberAt = (key: string) => [...above, ...rows].find((row) => row.key === key)?.value ?? Number.NaN;
  return ['pop_start', 'internal_in', 'internal_out', 'pop_end'].map(numberAt);
};

const rowOf = (register: ReturnType<typeof openRegister>, key: string) =>
  register.report('01-DSX', '2026-05', 'u-c').rows.find((row) => row.key === key)?.row ?? '';

describe('a range of households to another village', () => {
  test('the sheet, everybody on it, the dead too, and what tells of them stand there; the sheet says where it stood', async () => {
    const desk = openDesk(village);
    await desk.act(toNextVillage);
    expect(desk.register.household('h1')).toMatchObject({ number: '42', place: 'u-v2', villageName: 'Thôn Bãi Cát' });
    expect(['p1', 'p2', 'p3', 'p4', 'v1', 'd1'].map((id) => desk.placeOf(id))).toEqual(Array(6).fill('u-v2'));
    expect(desk.placeOf('h3')).toBe('u-v1');
    const former = desk.register.household('h1')?.fields.find(({ field }) => field === 'formerPlaces');
    expect(former?.value.vi).toBe('Thôn Đông (đến 30/06/2026)');
    expect(desk.facts('move_internal', 'p1')).toEqual([]);
  });

  test('months before say what they said; later ones count in the new village, and every balance closes', async () => {
    const desk = openDesk(village);
    await desk.record('birth', 'h1', {
      mother: 'p2',
      sex: 'female',
      date: '2026-05-10',
      order: 2,
      deliveryPlace: 'home',
      multiple: false,
    });
    const months = ['2026-05', '2026-06', '2026-07', '2026-08'];
    const before = months.map((month) =>
      ['u-v1', 'u-v2', 'u-c'].map((place) => population(desk.register, month, place)),
    );
    await desk.act(toNextVillage);
    const after = months.map((month) =>
      ['u-v1', 'u-v2', 'u-c'].map((place) => population(desk.register, month, place)),
    );
    expect(after.slice(0, 2)).toEqual(before.slice(0, 2));
    expect(after.slice(2)).toEqual([
      [1, 4, 5],
      [1, 4, 5],
    ]);
    const births = desk.register.cases('01-DSX', rowOf(desk.register, 'births'), '2026-05', 'u-v1');
    expect(births.map(({ villageName }) => villageName)).toEqual(['Thôn Đông']);
  });

  test('who moved house the month before a join still moved from one village to the other', async () => {
    const desk = openDesk([
      ...village,
      tell('move_internal', 'm1', { date: '2026-06-10', person: 's1', toHousehold: 'h2' }),
    ]);
    const june = () => ['u-v1', 'u-v2'].map((place) => balanceOf(desk.register, '2026-06', place));
    const told = [
      [4, 0, 1, 3],
      [0, 1, 0, 1],
    ];
    expect(june()).toEqual(told);
    await desk.act({ ...toNextVillage, households: ['h1', 'h3'] });
    expect(june()).toEqual(told);
    // By July's boundaries both houses stand in one village.
    const sinceJanuary = ['u-v1', 'u-v2'].map((place) => balanceOf(desk.register, '2026-07', place));
    expect(sinceJanuary).toEqual([
      [0, 0, 0, 0],
      [4, 0, 0, 4],
    ]);
  });

  test('who moved house within a village the month before it was split moved to no other village', async () => {
    const desk = openDesk([
      ...village,
      tell('move_internal', 'm1', { date: '2026-06-10', person: 's1', toHousehold: 'h1' }),
    ]);
    await desk.act(toNextVillage);
    expect(balanceOf(desk.register, '2026-06', 'u-v1')).toEqual([4, 0, 0, 4]);
    expect(balanceOf(desk.register, '2026-06', 'u-v2')).toEqual([0, 0, 0, 0]);
  });

  test('one undo takes all of it back', async () => {
    const desk = openDesk(village);
    const { transaction } = await desk.act({
      ...toNextVillage,
      households: ['h1', 'h3'],
      first: 11,
      area: 'Địa bàn 2',
    });
    expect(['h1', 'h3'].map((id) => desk.register.household(id)?.number)).toEqual(['11', '12']);
    await desk.undo(transaction);
    expect(['h1', 'h3', 'p1', 'p3', 's1', 'v1', 'd1'].map((id) => desk.placeOf(id))).toEqual(Array(7).fill('u-v1'));
    expect(desk.register.household('h1')).toMatchObject({ number: '42', fields: [{ field: 'kind' }] });
    expect(population(desk.register, '2026-08', 'u-v1')).toBe(4);
  });

  test('there and back leaves two marks, and each month its own village', async () => {
    const desk = openDesk(village);
    await desk.act(toNextVillage);
    await desk.act({ ...toNextVillage, village: 'u-v1', date: '2026-09-01' });
    const there = ['2026-06', '2026-08', '2026-09'].map((month) => population(desk.register, month, 'u-v2'));
    expect(there).toEqual([0, 3, 0]);
    expect(desk.register.get('h1')?.fields.formerPlaces).toEqual(['u-v1 2026-07-01', 'u-v2 2026-09-01']);
  });

  test.each([
    ['no village chosen', { village: '' }, 'no_village'],
    ['nobody in the range', { households: [] }, 'no_range'],
    ['a day to come', { date: '2026-12-24' }, 'date_after_today'],
    ['where it is already', { village: 'u-v1' }, 'same_village'],
    ['numbers that run over', { first: 100_000 }, 'malformed_number'],
  ] as const)('%s must be mended first', (_, told, code) => {
    const plan = planFor(openRegister(village), { ...toNextVillage, ...told });
    expect(plan.problems.map((one) => one.code)).toContain(code);
    expect(plan.drafts).toEqual([]);
  });

  test('a number that somebody has there is asked about; in an area of its own it is free', () => {
    const register = openRegister([...village, household('h9', 42, 'u-v2')]);
    expect(planFor(register, toNextVillage).problems.map(({ code, about }) => [code, about])).toEqual([
      ['number_taken', 'h1'],
    ]);
    expect(planFor(register, { ...toNextVillage, area: 'Thôn Đông cũ' }).problems).toEqual([]);
  });
});

describe('a numbering area that spans villages', () => {
  const area = 'Địa bàn 105';

  test('numbers run on from village to village, and one stands once in the whole area', async () => {
    const desk = openDesk(village);
    await desk.act({ is: 'renumber', numbers: { h1: 1, h3: 2, h2: 3 }, area });
    expect(['h1', 'h3', 'h2'].map((id) => desk.register.household(id)?.number)).toEqual(['1', '2', '3']);
    const plan = planFor(desk.register, { is: 'renumber', numbers: { h2: 1 } });
    expect(plan.problems.map(({ code }) => code)).toEqual(['number_twice']);
  });

  test('given back to its village a household has the number of the village again', async () => {
    const desk = openDesk(village);
    await desk.act({ is: 'renumber', numbers: { h1: 42, h2: 7 }, area });
    await desk.act({ is: 'renumber', numbers: { h1: 42 }, area: '' });
    expect(desk.put('h1', 'area')).toBeNull();
    expect(planFor(desk.register, { is: 'renumber', numbers: { h2: 42 } }).problems).toEqual([]);
  });
});
