import { expect, test } from 'vitest';
import type { Act, ActPlan } from '../../../src/register/acts/act.ts';
import { planFor } from '../../../src/register/acts/plan-for.ts';
import type { Register } from '../../../src/register/register.ts';
import { birth, hoaFamily, household, openRegister, resident, tell } from '../tale.ts';

/* A split, merge or move that happened weeks ago and is written today: who lived there then, and who came or went since. */

const village = [
  ...hoaFamily,
  household('h3', 43),
  resident('s1', { fullName: 'Lê Văn Sáu', relation: 'head', household: 'h3' }),
  household('h5', 8, 'u-v2'),
];
const date = '2026-09-01';
const relations = { p1: 'head', p2: 'spouse', p4: 'child', p3: 'head' };
const split: Act = {
  is: 'split',
  household: 'h1',
  date,
  people: ['p1', 'p2', 'p4'],
  number: 77,
  address: '',
  relations,
};

const moves = ({ drafts }: ActPlan) =>
  drafts.flatMap((draft) =>
    draft.kind === 'move_internal' && 'add' in draft ? [`${draft.add.person} ${draft.add.date}`] : [],
  );
const told = ({ problems }: ActPlan) => problems.map(({ code, message }) => `${code}: ${message.vi}`);
/** The village's rows of a month after the act. */
function after(register: Register, act: Act, place: string, month: string) {
  const made = planFor(register, act).drafts.map((draft, index) => {
    const fields = 'add' in draft ? draft.add : 'put' in draft ? draft.put : {};
    const isMade = (value: unknown) => typeof value === 'object' && value !== null && 'made' in value;
    const named = Object.entries(fields).map(([key, value]) => [key, isMade(value) ? 'new-0' : value] as const);
    const id = typeof draft.id === 'string' ? draft.id : `new-${index}`;
    const known = register.get(id)?.fields ?? {};
    return tell(draft.kind, id, { ...known, ...Object.fromEntries(named) }, { place: draft.place });
  });
  register.apply(made);
  return register.report('01-DSX', month, place).above.find(({ key }) => key === 'pop_end')?.value;
}

test('a child born since goes along from its birth on, and the clerk is told', () => {
  const newborn = birth('b1', { date: '2026-10-01', mother: 'p2', fullName: 'Trần Bảo An' });
  const register = openRegister([...village, ...newborn]);
  const act: Act = {
    ...split,
    people: ['p1', 'p2', 'p4', 'b1-child'],
    relations: { ...relations, 'b1-child': 'child' },
  };
  const plan = planFor(register, act);
  expect(moves(plan)).toEqual(['p1 2026-09-01', 'p2 2026-09-01', 'p4 2026-09-01', 'b1-child 2026-10-01']);
  expect(told(plan)).toEqual([
    'came_later: Trần Bảo An sinh hoặc đến hộ sau ngày này: tính chuyển từ ngày sinh, ngày đến. Đúng không?',
  ]);
  expect(after(register, act, 'u-v1', '2026-11')).toBe(6);
  expect(register.get('b1-child')?.fields.household).toBe('new-0');
});

test('who moved in since goes along from that day; who was away between goes twice', () => {
  const register = openRegister([
    ...village,
    resident('x1', { fullName: 'Cô Ba', relation: 'other', household: 'h3' }),
    tell('move_internal', 'm1', { date: '2026-10-05', person: 'x1', toHousehold: 'h1' }),
    tell('move_out', 'm2', { date: '2026-09-10', person: 'p4' }),
    tell('move_in', 'm3', { date: '2026-09-20', person: 'p4', household: 'h1', residence: 'usual_present' }),
  ]);
  const plan = planFor(register, {
    ...split,
    people: ['p1', 'p4', 'x1'],
    relations: { ...relations, p2: 'other', x1: 'other' },
  });
  expect(moves(plan)).toEqual(['p1 2026-09-01', 'p4 2026-09-01', 'p4 2026-09-20', 'x1 2026-10-05']);
});

test('a whole household that moved: whoever died or left since moved too, and their later lives stand', () => {
  const states = [
    ...village,
    tell('death', 'd1', { date: '2026-10-10', person: 'p3' }),
    tell('move_internal', 'm1', { date: '2026-10-20', person: 'p4', toHousehold: 'h3' }),
  ];
  const register = openRegister(states);
  const move: Act = { is: 'move', household: 'h1', village: 'u-v2', date, number: 9 };
  const plan = planFor(register, move);
  expect(moves(plan).toSorted()).toEqual(['p1 2026-09-01', 'p2 2026-09-01', 'p3 2026-09-01', 'p4 2026-09-01']);
  expect(told(plan)).toEqual([
    'gone_since: Ngày đó Lê Thị Mận, Trần Gia Huy còn ở hộ, nay đã mất hoặc đã đi: ghi là cũng chuyển ngày đó. Đúng không?',
  ]);
  expect([
    after(register, move, 'u-v2', '2026-09'),
    register.report('01-DSX', '2026-10', 'u-v2').rows.find(({ key }) => key === 'deaths')?.value,
  ]).toEqual([4, 1]);
  expect([register.get('p4')?.fields.household, register.get('p3')?.fields.status]).toEqual(['h3', 'dead']);
});

test('a merge that is written late takes the same people', () => {
  const register = openRegister([...village, tell('death', 'd1', { date: '2026-10-10', person: 'p3' })]);
  const merge: Act = { is: 'merge', household: 'h1', into: 'h3', date, relations: { ...relations, s1: 'other' } };
  expect(moves(planFor(register, merge))).toContain('p3 2026-09-01');
});

test('on a day when nobody of them lived there it is no act', () => {
  const late = [
    household('h7', 7),
    resident('y1', { fullName: 'Bảy', household: 'h3', relation: 'other' }),
    tell('move_internal', 'm1', { date: '2026-10-01', person: 'y1', toHousehold: 'h7' }),
  ];
  const register = openRegister([...village, ...late]);
  const move: Act = { is: 'move', household: 'h7', village: 'u-v2', date, number: null };
  expect(told(planFor(register, move))).toEqual([
    'nobody_then: Ngày đó chưa có ai trong số này ở hộ. Nhập ngày từ 01/10/2026 trở đi',
  ]);
  expect(planFor(register, move).drafts).toEqual([]);
  expect(told(planFor(register, { ...move, date: '2026-10-01' }))).toEqual([]);
  expect(moves(planFor(register, { ...move, date: '2026-10-01' }))).toEqual(['y1 2026-10-01']);
});

test('nobody goes before the day of birth, told by no fact', () => {
  const register = openRegister([
    ...village,
    resident('z1', { fullName: 'Bé', birthDate: '2026-10-15', household: 'h1', relation: 'child', marital: 'single' }),
  ]);
  const plan = planFor(register, {
    ...split,
    people: ['p1', 'z1'],
    relations: { ...relations, p2: 'other', z1: 'child' },
  });
  expect(moves(plan)).toEqual(['p1 2026-09-01', 'z1 2026-10-15']);
});
