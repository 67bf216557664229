import { describe, expect, test } from 'vitest';
import type { Act } from '../../../src/register/acts/act.ts';
import { planFor } from '../../../src/register/acts/plan-for.ts';
import type { Register, StandingState } from '../../../src/register/register.ts';
import type { OpDraft } from '../../../src/sync/phone/transaction.ts';
import { birth, hoaFamily, household, lodgers, openRegister, resident, tell } from '../tale.ts';

/* What the officer does to whole households, as the book looks afterwards. */

const village = [
  ...hoaFamily,
  household('h3', 43),
  resident('s1', { fullName: 'Lê Văn Sáu', relation: 'head', household: 'h3' }),
  ...lodgers,
];
const date = '2026-11-20';

/** Writes a plan as a phone would: drafts that make records get names of their own. */
function write(register: Register, drafts: readonly OpDraft[], isVoid = false): readonly string[] {
  const ids = drafts.map((draft, index) => (typeof draft.id === 'string' ? draft.id : `new-${index}`));
  const named = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'made' in value ? ids[Number(value.made)] : value;
  const told = drafts.map((draft, index): StandingState => {
    const put = 'put' in draft ? draft.put : 'add' in draft ? draft.add : {};
    const known = register.get(ids[index] ?? '')?.fields ?? {};
    const fields = Object.fromEntries(Object.entries(put).map(([key, value]) => [key, named(value)]));
    return tell(draft.kind, ids[index] ?? '', JSON.parse(JSON.stringify({ ...known, ...fields })), {
      place: draft.place,
      isVoid,
    });
  });
  register.apply(told);
  return ids;
}

const namesOf = (register: Register, id: string): readonly string[] =>
  (register.household(id)?.people ?? [])
    .filter(({ status }) => status === 'active')
    .map(({ name, relation }) => `${relation}: ${name}`);

const codesOf = (register: Register, act: Act): readonly string[] =>
  planFor(register, act).problems.map(({ code }) => code);

describe('another head', () => {
  const relations = { p2: 'head', p1: 'spouse', p3: 'parent', p4: 'child' };

  test('Hoà becomes the head, and everybody stands in the paper’s order behind her', () => {
    const register = openRegister(village);
    write(register, planFor(register, { is: 'newHead', household: 'h1', relations }).drafts);
    expect(namesOf(register, 'h1')).toEqual([
      'head: Nguyễn Thị Hoà',
      'spouse: Trần Văn Đức',
      'child: Trần Gia Huy',
      'parent: Lê Thị Mận',
    ]);
  });

  test('only what changes is written', () => {
    const register = openRegister(village);
    const { drafts } = planFor(register, { is: 'newHead', household: 'h1', relations });
    expect(drafts.flatMap(({ id }) => id ?? []).toSorted()).toEqual(['p1', 'p2']);
  });

  test.each([
    ['a relation nobody told', { p2: 'head', p1: 'spouse', p3: 'parent' }, 'relation_missing'],
    ['two heads', { ...relations, p1: 'head' }, 'two_heads'],
    ['no head', { ...relations, p2: 'spouse' }, 'no_head'],
    ['no head yet, and so no relation to her', { p3: 'parent' }, 'no_head'],
  ] as const)('%s must be mended first, and nothing is written', (_, told, code) => {
    const plan = planFor(openRegister(village), { is: 'newHead', household: 'h1', relations: told });
    expect(plan.problems.map((one) => one.code)).toEqual([code]);
    expect(plan.drafts).toEqual([]);
  });
});

describe('splitting and joining households', () => {
  const split: Act = {
    is: 'split',
    household: 'h1',
    date,
    people: ['p1', 'p2', 'p4'],
    number: 44,
    address: 'Nhà mới',
    relations: { p1: 'head', p2: 'spouse', p4: 'child', p3: 'head' },
  };

  test('the young family begins a sheet of its own; the mother-in-law stays, head of hers', () => {
    const register = openRegister(village);
    const [made = ''] = write(register, planFor(register, split).drafts);
    expect(namesOf(register, made)).toEqual(['head: Trần Văn Đức', 'spouse: Nguyễn Thị Hoà', 'child: Trần Gia Huy']);
    expect(namesOf(register, 'h1')).toEqual(['head: Lê Thị Mận']);
    expect(register.household(made)).toMatchObject({ number: '44', address: 'Nhà mới', place: 'u-v1' });
  });

  test('nobody is counted twice or lost by it', () => {
    const register = openRegister(village);
    const before = register.report('01-DSX', '2026-11', 'u-c').above[0]?.value;
    write(register, planFor(register, split).drafts);
    expect(register.report('01-DSX', '2026-11', 'u-c').above[0]?.value).toBe(before);
  });

  test('a number in use is asked about; a household may wait for its number', () => {
    expect(codesOf(openRegister(village), { ...split, number: 43 })).toEqual(['number_taken']);
    expect(codesOf(openRegister(village), { ...split, number: null })).toEqual([]);
  });

  test('no date, a date to come, nobody chosen, a number that is none', () => {
    const register = openRegister(village);
    expect(codesOf(register, { ...split, date: '' })).toEqual(['date_missing']);
    expect(codesOf(register, { ...split, date: '2026-11-23' })).toEqual(['date_after_today']);
    expect(codesOf(register, { ...split, people: [] })).toContain('nobody');
    expect(codesOf(register, { ...split, number: Number.NaN })).toEqual(['malformed_number']);
  });

  test('everybody may go: then the old sheet is empty', () => {
    const register = openRegister(village);
    const all = { p1: 'head', p2: 'spouse', p3: 'parent', p4: 'child' };
    write(register, planFor(register, { ...split, people: ['p1', 'p2', 'p3', 'p4'], relations: all }).drafts);
    expect(namesOf(register, 'h1')).toEqual([]);
  });

  test('joined again, all stand in one sheet', () => {
    const register = openRegister(village);
    const merge: Act = {
      is: 'merge',
      household: 'h3',
      into: 'h1',
      date,
      relations: { p1: 'head', p2: 'spouse', p3: 'parent', p4: 'child', s1: 'other' },
    };
    write(register, planFor(register, merge).drafts);
    expect(namesOf(register, 'h1')).toContain('other: Lê Văn Sáu');
    expect(namesOf(register, 'h3')).toEqual([]);
    expect(codesOf(register, { ...merge, household: 'h1', into: 'h1' })).toContain('same_household');
  });

  test('a dormitory has no head: some go, some stay, and nobody is asked who is', () => {
    const dormitory = [
      tell('household', 'h9', { number: 90, kind: 'collective' }),
      ...['k1', 'k2', 'k3'].map((id) => resident(id, { household: 'h9', relation: 'other' })),
    ];
    const register = openRegister([...village, ...dormitory]);
    const relations = { k1: 'head', k2: 'other', k3: 'other' };
    expect(codesOf(register, { ...split, household: 'h9', people: ['k1'], relations })).toEqual([]);
    // Those who go begin a family's sheet.
    expect(codesOf(register, { ...split, household: 'h9', people: ['k2'], relations })).toContain('no_head');
    const all = { ...relations, k1: 'other', s1: 'other' };
    expect(codesOf(register, { is: 'merge', household: 'h3', into: 'h9', date, relations: all })).toEqual([]);
    expect(codesOf(register, { is: 'newHead', household: 'h9', relations: all })).toEqual([]);
    expect(register.household('h9')?.isCollective).toBe(true);
  });

  test('who left or died is asked nothing and goes nowhere', () => {
    const register = openRegister([...village, tell('death', 'd1', { date: '2026-01-05', person: 'p3' })]);
    const plan = planFor(register, { ...split, relations: { p1: 'head', p2: 'spouse', p4: 'child' } });
    expect(plan.problems).toEqual([]);
    expect(plan.drafts.some(({ id }) => id === 'p3')).toBe(false);
  });
});

describe('moving to another village', () => {
  const move: Act = { is: 'move', household: 'h1', village: 'u-v2', date, number: 8 };

  test('a village loses four residents and another gains them; the commune keeps them', () => {
    const register = openRegister(village);
    const rows = (place: string) => register.report('01-DSX', '2026-11', place);
    const before = rows('u-c').above[0]?.value;
    const [made = ''] = write(register, planFor(register, move).drafts);
    expect(register.household(made)).toMatchObject({ number: '8', place: 'u-v2' });
    expect(rows('u-v1').above[0]?.value).toBe(1);
    expect(rows('u-c').above[0]?.value).toBe(before);
    expect(rows('u-c').rows.find(({ key }) => key === 'move_out')?.value).toBe(0);
  });

  test('the numbering area stays behind: the number is one of where they go', () => {
    const old = tell('household', 'h1', { number: 42, area: 'Xóm Cũ', phone: '0912345678' });
    const register = openRegister([...village, old, household('h8', 8, 'u-v2'), resident('t1', { household: 'h8' })]);
    expect(codesOf(register, move)).toEqual(['number_taken']);
    const [made = ''] = write(register, planFor(register, move).drafts);
    expect(register.get(made)?.fields).toMatchObject({ number: 8, phone: '0912345678' });
    expect(register.get(made)?.fields).not.toHaveProperty('area');
  });

  test('not to where it is', () => {
    expect(codesOf(openRegister(village), { ...move, village: 'u-v1' })).toEqual(['same_village']);
  });
});

describe('new numbers', () => {
  test('numbers may be exchanged in one go, and the old ones are kept', () => {
    const register = openRegister(village);
    const plan = planFor(register, { is: 'renumber', numbers: { h1: 43, h3: 42 } });
    expect(plan.problems).toEqual([]);
    write(register, plan.drafts);
    expect(register.household('h1')?.number).toBe('43');
    expect(register.get('h1')?.fields.formerNumbers).toEqual(['42']);
  });

  test('two households of one area never get one number; another village may have it', () => {
    const register = openRegister(village);
    expect(codesOf(register, { is: 'renumber', numbers: { h1: 43 } })).toEqual(['number_twice']);
    expect(codesOf(register, { is: 'renumber', numbers: { h1: 7 } })).toEqual([]);
  });

  test('no number, half a number, a household that is not there', () => {
    const register = openRegister(village);
    expect(codesOf(register, { is: 'renumber', numbers: { h1: 0 } })).toEqual(['malformed_number']);
    expect(codesOf(register, { is: 'renumber', numbers: { h1: 1.5 } })).toEqual(['malformed_number']);
    expect(codesOf(register, { is: 'renumber', numbers: { nowhere: 5 } })).toEqual(['no_household']);
  });

  test('whoever keeps his number is not written', () => {
    expect(planFor(openRegister(village), { is: 'renumber', numbers: { h1: 42 } }).drafts).toEqual([]);
  });
});

test('whatever is put by an act is told with what was before, and stands on the pages', () => {
  const told = (register: ReturnType<typeof openRegister>, home: string) =>
    register
      .changes(home)
      .filter(({ kind }) => kind === 'change_info')
      .map((line) => [
        line.date,
        line.people[0]?.name ?? '',
        line.before[0]?.value.vi ?? '',
        line.details[0]?.value.vi,
      ]);
  const head = openRegister(village);
  const relations = { p2: 'head', p1: 'spouse', p3: 'parent', p4: 'child' };
  write(head, planFor(head, { is: 'newHead', household: 'h1', relations }).drafts);
  expect(told(head, 'h1').toSorted()).toEqual([
    ['2026-11-22', 'Nguyễn Thị Hoà', 'Vợ', 'Chủ hộ'],
    ['2026-11-22', 'Trần Văn Đức', 'Chủ hộ', 'Chồng'],
  ]);

  const numbers = openRegister(village);
  write(numbers, planFor(numbers, { is: 'renumber', numbers: { h1: 50 } }).drafts);
  expect(told(numbers, 'h1')).toEqual([['2026-11-22', '', '42', '50']]);

  const apart = openRegister(village);
  const split = { is: 'split', household: 'h1', date, people: ['p3'], number: 44, address: '' } as const;
  const [made = ''] = write(
    apart,
    planFor(apart, { ...split, relations: { p1: 'head', p2: 'spouse', p4: 'child', p3: 'head' } }).drafts,
  );
  // On her new sheet: there she is the head.
  expect(told(apart, made)).toEqual([[date, 'Lê Thị Mận', 'Mẹ', 'Chủ hộ']]);
});

test('a newborn goes with its mother when the family splits', () => {
  const register = openRegister([...village, ...birth('b1', { date: '2026-11-01', mother: 'p2' })]);
  const plan = planFor(register, {
    is: 'split',
    household: 'h1',
    date,
    people: ['p1', 'p2', 'p4', 'b1-child'],
    number: null,
    address: '',
    relations: { p1: 'head', p2: 'spouse', p4: 'child', 'b1-child': 'child', p3: 'head' },
  });
  const [made = ''] = write(register, plan.drafts);
  expect(namesOf(register, made)).toHaveLength(4);
});
