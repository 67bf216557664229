import { expect, test } from 'vitest';
import { hoaFamily, household, lodgers, resident } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* A child is taken in: a change and no birth; whoever comes for good is a resident. */

const commune = [...hoaFamily, ...lodgers];
const other = household('h4', 60, 'u-v2');

test('a child of the book is adopted into another household, and counts as nobody new', async () => {
  const desk = openDesk([...commune, other]);
  const answers = { person: 'p4', date: '2026-11-05', household: 'h4', relation: 'adopted' };
  expect(desk.register.formContext('adopt', 'h1', 'p4').defaults).toEqual({ person: 'p4', household: 'h1' });
  const saved = await desk.record('adopt', 'h1', answers);
  expect([desk.now('p4', 'household'), desk.now('p4', 'relation'), desk.placeOf('p4')]).toEqual([
    'h4',
    'adopted',
    'u-v2',
  ]);
  expect([desk.figure('move_in'), desk.figure('births')]).toEqual([0, 0]);
  await desk.undo(saved.transaction);
  expect([desk.now('p4', 'household'), desk.now('p4', 'relation'), desk.placeOf('p4')]).toEqual([
    'h1',
    'child',
    'u-v1',
  ]);
  expect(desk.check('adopt', 'h1', { ...answers, person: 'p1' })).toEqual(['adopt_grown_up']);
});

test('a child who is to be head of a household that has one is asked about, adopted from here or from outside', () => {
  const desk = openDesk([...commune, other]);
  const heads = (form: string, household: string, relation = 'head') =>
    desk
      .check(form, 'h1', { person: 'p4', date: '2026-11-05', household, relation })
      .filter((check) => check.endsWith('second_head'));
  expect([heads('adopt', 'h1'), heads('adopt', 'h1', 'adopted')]).toEqual([['row_second_head'], []]);
  expect(desk.check('adopt', 'h2', { person: 'p4', date: '2026-11-05', household: 'h1', relation: 'head' })).toEqual([
    'row_second_head',
  ]);
  expect(heads('adopt_outside', 'h1')).toEqual(['row_second_head']);
});

test('to be adopted, or to marry into a household, is to come for good: a lodger is asked about, and counts as a resident since', async () => {
  const lodging = { household: 'h2', residence: 'temporary', marital: 'single' } as const;
  const desk = openDesk([
    ...hoaFamily,
    ...lodgers,
    resident('kid', { fullName: 'Lò Thị Bé', sex: 'female', birthDate: '2020', ...lodging }),
    resident('bride', { fullName: 'Lò Thị Dâu', sex: 'female', birthDate: '2000', ...lodging }),
    resident('son', { fullName: 'Trần Văn Sơn', sex: 'male', birthDate: '1999', household: 'h1', marital: 'single' }),
  ]);
  const adopted = { person: 'kid', date: '2026-11-05', household: 'h1', relation: 'adopted' };
  await expect(desk.record('adopt', 'h2', adopted)).rejects.toThrow('problems');
  const { made } = await desk.record('adopt', 'h2', { ...adopted, residence: 'usual_present' });
  expect([desk.now('kid', 'residence'), desk.figure('move_in')]).toEqual(['usual_present', 1]);
  await desk.takeBack(...made('adopt'));
  expect([desk.now('kid', 'residence'), desk.figure('move_in')]).toEqual(['temporary', 0]);

  const wedding = { person: 'son', date: '2026-11-10', spouseFrom: 'in_book', spouse: 'bride', joins: true };
  const told = { ...wedding, relation: 'daughter_in_law', premaritalCheck: null, closeKin: null };
  await expect(desk.record('marriage', 'h1', told)).rejects.toThrow('problems');
  const wed = await desk.record('marriage', 'h1', { ...told, residence: 'usual_present' });
  expect(['residence', 'household', 'spouse'].map((field) => desk.now('bride', field))).toEqual([
    'usual_present',
    'h1',
    'son',
  ]);
  expect(desk.figure('move_in')).toBe(1);
  await desk.undo(wed.transaction);
  expect([desk.now('bride', 'residence'), desk.now('bride', 'household'), desk.figure('move_in')]).toEqual([
    'temporary',
    'h2',
    0,
  ]);
  // Whoever stays a lodger says so.
  await desk.record('marriage', 'h1', { ...told, residence: 'temporary' });
  expect([desk.now('bride', 'residence'), desk.figure('move_in')]).toEqual(['temporary', 0]);
});

test('a child adopted from outside is a new row and a move in', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('adopt_outside', 'h1', {
    parent: 'p2',
    date: '2026-11-05',
    from: 'Thành phố Vinh',
    fullName: 'Lê Văn Tí',
    sex: 'male',
    birthDate: '2025-02-01',
    relation: 'adopted',
    residence: 'usual_present',
  });
  const [child = ''] = made('person');
  expect([desk.now(child, 'household'), desk.now(child, 'status'), desk.figure('move_in')]).toEqual([
    'h1',
    'active',
    1,
  ]);
});
