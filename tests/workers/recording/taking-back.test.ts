import { expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/value.ts';
import { hoaFamily, household, lodgers, resident, tell } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* One thing is taken back, and with it only what was written together with it. */

const commune = [...hoaFamily, ...lodgers];

/** A register that came in from a file: every record has an id of its own, and one reading of the clock for all. */
const imported = { stamp: [5000, 7] } as const;
const [elder, child, birth, change, check] = [
  '0a1b2c3d-0000-8000-8000-000000000001',
  '0a1b2c3d-0000-8000-8000-000000000002',
  '0a1b2c3d-0000-8000-8000-000000000003',
  '0a1b2c3d-0000-8000-8000-000000000004',
  '0a1b2c3d-0000-8000-8000-000000000005',
];
const mother = '0a1b2c3d-0000-8000-8000-000000000006';
const home = '0a1b2c3d-0000-8000-8000-000000000007';

function fromFile(kind: string, id: string, fields: Fields) {
  return tell(kind, id, fields, imported);
}

const file = [
  fromFile('household', home, { number: 9, kind: 'family' }),
  resident(mother, { fullName: 'Bùi Thị Na', sex: 'female', birthDate: '1996-01-02', household: home }, imported),
  resident(
    elder,
    { fullName: 'Bùi Văn Bảy', sex: 'male', birthDate: '1950', household: home, education: 'lower_sec' },
    imported,
  ),
  fromFile('person', child, { fullName: 'Bùi Gia An', sex: 'male', birthDate: '2025-03-01', mother }),
  fromFile('birth', birth, {
    date: '2025-03-01',
    child,
    mother,
    household: home,
    order: 1,
    residence: 'usual_present',
  }),
  fromFile('change_info', change, {
    date: '2024-01-01',
    person: elder,
    field: 'education',
    old: 'primary',
    new: 'lower_sec',
  }),
  fromFile('elder_check', check, { date: '2026-03-01', person: elder }),
];

test('one imported fact is taken back alone: what else the file says of that person stays', async () => {
  const desk = openDesk([...commune, ...file]);
  await desk.takeBack(check ?? '');
  expect(desk.facts('elder_check', elder ?? '')).toEqual([]);
  expect(desk.facts('change_info', elder ?? '')).toHaveLength(1);
  expect(desk.now(elder ?? '', 'education')).toBe('lower_sec');
});

test('an imported birth goes with its child; mother and household stay', async () => {
  const desk = openDesk([...commune, ...file]);
  await desk.takeBack(birth ?? '');
  expect(desk.register.get(child ?? '')).toBeUndefined();
  expect([desk.now(mother, 'fullName'), desk.now(home, 'number')]).toEqual(['Bùi Thị Na', 9]);
  expect(desk.register.household(home)?.people.map(({ id }) => id)).toEqual([elder, mother]);
});

test('a mended marriage is taken back alone: the name that was mended beside it stays, also before it is sent', async () => {
  for (const isSent of [false, true]) {
    const desk = openDesk(commune);
    const { defaults } = desk.register.formContext('person_edit', 'h1', 'p3');
    const answers = { ...defaults, isCorrection: true, fullName: 'Lê Thị Mẫn', marital: 'widowed' };
    await desk.record('person_edit', 'h1', answers);
    if (isSent) desk.send();
    const facts = desk.register.factsAbout('p3').map((id) => desk.register.get(id));
    const marital = facts.find((fact) => fact?.fields.field === 'marital');
    await desk.takeBack(marital?.id ?? '');
    expect([desk.now('p3', 'marital'), desk.now('p3', 'fullName')]).toEqual(['married', 'Lê Thị Mẫn']);
    expect(desk.facts('change_info', 'p3')).toMatchObject([{ field: 'fullName' }]);
  }
});

test('of a list that was sent one move is taken back: the others stay where they went', async () => {
  const desk = openDesk(commune);
  const { made } = await desk.record('move_internal', 'h1', {
    person: ['p3', 'p4'],
    date: '2026-11-06',
    toHousehold: 'h2',
    relation: 'other',
  });
  desk.send();
  await desk.takeBack(made('move_internal')[0] ?? '');
  expect([desk.now('p3', 'household'), desk.now('p3', 'relation')]).toEqual(['h1', 'parent']);
  expect([desk.now('p4', 'household'), desk.now('p4', 'relation')]).toEqual(['h2', 'other']);
});

test('a household that stood before is never taken along, though nothing else speaks of it', async () => {
  const desk = openDesk([...commune, household('h5', 55)]);
  const { made } = await desk.record('move_internal', 'h1', { person: ['p3'], date: '2026-11-06', toHousehold: 'h5' });
  desk.send();
  await desk.takeBack(made('move_internal')[0] ?? '');
  expect(desk.now('h5', 'number')).toBe(55);
});

test('two acts of a phone whose clock ran ahead, which the hub stamped with one moment, are two acts', async () => {
  const stamped = (counter: number) => ({ stamp: [5000, counter] }) as const;
  const desk = openDesk([
    ...commune,
    tell(
      'change_info',
      'd9.10',
      { date: '2025-01-01', person: 'p3', field: 'education', old: 'primary', new: 'lower_sec' },
      stamped(0),
    ),
    tell('elder_check', 'd9.11', { date: '2026-03-01', person: 'p3' }, stamped(1)),
    tell(
      'change_info',
      'd9.14',
      { date: '2026-03-02', person: 'p3', field: 'relation', old: 'other', new: 'parent' },
      stamped(4),
    ),
    tell('move_internal', 'd9.40', { date: '2026-03-02', person: 'p3', toHousehold: 'h1' }, stamped(30)),
  ]);
  await desk.takeBack('d9.11');
  await desk.takeBack('d9.40');
  expect(desk.facts('change_info', 'p3')).toHaveLength(2);
  expect(desk.now('p3', 'relation')).toBe('parent');
});

test('a taking back is itself taken back: birth and child live again, at once and after a restart', async () => {
  for (const isReopened of [false, true]) {
    const desk = openDesk(commune);
    const born = { mother: 'p2', sex: 'male', date: '2026-11-01', order: 2, deliveryPlace: 'home', multiple: false };
    const { made } = await desk.record('birth', 'h1', born);
    const [child = ''] = made('person');
    const taken = await desk.takeBack(made('birth')[0] ?? '');
    expect([desk.register.get(child), desk.figure('births')]).toEqual([undefined, 0]);
    if (isReopened) desk.reopen();
    await desk.undo(taken.transaction);
    expect([desk.now(child, 'household'), desk.figure('births')]).toEqual(['h1', 1]);
  }
});

test('a move that was taken back by mistake: there again, with the relation that was put beside it', async () => {
  const desk = openDesk(commune);
  const answers = { person: ['p3'], date: '2026-11-06', toHousehold: 'h2', relation: 'other' };
  const { made } = await desk.record('move_internal', 'h1', answers);
  desk.send();
  const taken = await desk.takeBack(made('move_internal')[0] ?? '');
  expect([desk.now('p3', 'household'), desk.now('p3', 'relation'), desk.placeOf('p3')]).toEqual([
    'h1',
    'parent',
    'u-v1',
  ]);
  await desk.undo(taken.transaction);
  expect([desk.now('p3', 'household'), desk.now('p3', 'relation'), desk.placeOf('p3')]).toEqual([
    'h2',
    'other',
    'u-v2',
  ]);
  expect(desk.facts('change_info', 'p3')).toHaveLength(1);
});
