import { expect, test } from 'vitest';
import { startReview } from '../../../../src/register/lives/reviews.ts';
import { hoaFamily, lodgers, resident, tell } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* Somebody who stands in the book without a household is found, and given one. */

const commune = [
  ...hoaFamily,
  ...lodgers,
  resident('x1', { fullName: 'Ngô Văn Lạc', sex: 'male', birthDate: '1970', residence: 'usual_present' }),
  tell('person', 'x2', { fullName: 'Ngô Thị Sót', sex: 'female', birthDate: '2020-02-01' }),
];
const home = { toHousehold: 'h1', relation: 'other', residence: 'usual_present', date: '2026-11-22' };

const found = (desk: ReturnType<typeof openDesk>) => {
  const run = startReview(desk.register, '', 20);
  while (!run.advance(500));
  const group = run.groups().find(({ check }) => check === 'no_household');
  return group?.lines.map(({ record }) => record).toSorted() ?? [];
};

test('both are lines of the check of the book, until they live somewhere; nobody came to the commune', async () => {
  const desk = openDesk(commune, 'collaborator');
  expect(found(desk)).toEqual(['x1', 'x2']);
  expect(desk.register.person('x1')).toMatchObject({ householdId: '', place: 'u-v1' });
  await desk.record('rehome', 'u-v1', { ...home, person: 'x1' });
  await desk.record('rehome', 'u-v1', { ...home, person: 'x2' });
  expect(found(desk)).toEqual([]);
  expect(desk.register.household('h1')?.people.map(({ id }) => id)).toEqual(expect.arrayContaining(['x1', 'x2']));
  expect([desk.figure('move_in'), desk.figure('review_add')]).toEqual([0, 1]);
});

test('who lives in a household is moved, not given one', async () => {
  const desk = openDesk(commune);
  expect(await desk.stopped('rehome', 'u-v1', { ...home, toHousehold: 'h2', person: 'p3' })).toEqual([
    'rehome_housed_already',
  ]);
});

test('as a second head of that household they are asked about, counted before or not', () => {
  const desk = openDesk(commune);
  const asked = (person: string, relation: string) => desk.check('rehome', 'u-v1', { ...home, person, relation });
  expect([asked('x1', 'head'), asked('x2', 'head'), asked('x1', 'other')]).toEqual([
    ['move_internal_second_head'],
    ['move_internal_second_head'],
    [],
  ]);
});
