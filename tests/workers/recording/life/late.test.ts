import { expect, test } from 'vitest';
import { hoaFamily, household, lodgers } from '../../../register/tale.ts';
import { openDesk } from '../clerk.ts';

/* What came about before a death or a departure and is written down after it: found, judged at its date, counted there. */

const commune = [...hoaFamily, ...lodgers];

test('an elder who died was checked before: the check is hers, and counts in its month', async () => {
  const desk = openDesk(commune);
  await desk.record('death', 'h1', { person: 'p3', date: '2026-11-10' });
  const { choices, defaults } = desk.register.formContext('elder_check', 'h1', 'p3');
  expect([defaults.person, choices.person?.map(({ label }) => label)]).toEqual([
    'p3',
    expect.arrayContaining(['Lê Thị Mận']),
  ]);
  expect(desk.check('elder_check', 'h1', { person: 'p3', date: '2026-11-12' })).toEqual(['elder_check_after_death']);
  await desk.record('elder_check', 'h1', { person: 'p3', date: '2026-11-05' });
  const row = desk.register.report('02-DSX', '2026-Q4', 'u-c').rows.find(({ key }) => key === 'elder_checked');
  expect(row?.value).toBe(1);
});

test('a woman who left had begun a method and was screened: each at its date, and she stays gone', async () => {
  const desk = openDesk(commune);
  await desk.record('move_out', 'h1', { person: ['p2'], date: '2026-11-15' });
  expect(desk.check('method_start', 'h1', { person: 'p2', date: '2026-11-20', method: 'pill' })).toContain(
    'method_start_after_leaving',
  );
  await desk.record('pregnancy', 'h1', { person: 'p2', date: '2026-10-01' });
  await desk.record('prenatal_screen', 'h1', { person: 'p2', date: '2026-10-20', week: 12, down: 'low_risk' });
  const rows = desk.register.report('02-DSX', '2026-Q4', 'u-c').rows;
  expect(['pregnant', 'slts'].map((key) => rows.find((row) => row.key === key)?.value)).toEqual([1, 1]);
  expect([
    desk.now('p2', 'status'),
    desk.register.household('h1')?.people.find(({ id }) => id === 'p2')?.ended,
  ]).toEqual(['left', '2026-11-15']);
});

test('a check-up of the weeks before she went to another village is told at the old household, and follows her', async () => {
  const desk = openDesk([...commune, household('h5', 8, 'u-v2')]);
  await desk.record('move_internal', 'h1', {
    person: ['p3'],
    date: '2026-11-10',
    toHousehold: 'h5',
    relation: 'other',
  });
  // A second save could be the one that finds no room, and be told as if nothing had been saved.
  desk.leaveRoom(1);
  const told = await desk.record('elder_check', 'h1', { person: 'p3', date: '2026-11-05' });
  expect(told.made('elder_check').map(desk.placeOf)).toEqual(['u-v2']);
  // The phone of her new village has it; the one of the old village lets go of it.
  expect([desk.placeOf('p3'), desk.placeOf('h1')]).toEqual(['u-v2', 'u-v1']);
});
