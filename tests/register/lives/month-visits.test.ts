import { expect, test } from 'vitest';
import { monthVisits } from '../../../src/register/lives/tasks/month-visits.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { birth, hoaFamily, household, resident, tell } from '../tale.ts';
import { openOn } from './on-day.ts';

/* Whom to visit in a month: what is due today, and what will be by its last day. */

const today = '2026-11-22';
const visits = (month: string, states: readonly StandingState[], role?: string) =>
  monthVisits(openOn(today, states).folk, 'u-v1', month, { today, role }).map(
    ({ number, names }) => `${number}: ${names.join(', ')}`,
  );
/** Everybody was seen then: nobody is unseen for long before three months are over. */
const seen = (date: string, home = 'h1') => tell('visit', `v-${home}`, { date, household: home, kind: 'home' });
const young = hoaFamily.filter(({ state }) => state.id !== 'p3');

test('what comes due later in the month stands on it, what comes after it does not', () => {
  // Ninety days are over on the 28th.
  expect(openOn(today, [...young, seen('2026-08-29')]).tasks('', 9).total).toBe(0);
  expect(visits('2026-11', [...young, seen('2026-08-29')])).toEqual(['42: Trần Văn Đức']);
  expect(visits('2026-11', [...young, seen('2026-09-03')])).toEqual([]);
  expect(visits('2026-12', [...young, seen('2026-09-03')])).toEqual(['42: Trần Văn Đức']);
});

test('what is due today and lapses before the month is over stands on it still', () => {
  const an = birth('b1', { date: '2026-09-28', mother: 'p2', fullName: 'Trần Bảo An' });
  const states = [...young, seen('2026-11-01'), ...an];
  expect(openOn('2026-11-30', states).tasks('', 9).total).toBe(0);
  expect(visits('2026-11', states)).toEqual(['42: Trần Bảo An']);
});

test('one line a household, in the book’s order, with everybody whom something is due for and nothing of why', () => {
  const elders = [
    household('h5', 5),
    resident('n1', {
      fullName: 'Hồ Thị Năm',
      sex: 'female',
      birthDate: '1950-01-01',
      household: 'h5',
      relation: 'head',
    }),
    resident('n2', { fullName: 'Hồ Văn Tư', sex: 'male', birthDate: '1948-01-01', household: 'h5' }),
  ];
  const states = [...hoaFamily, ...elders, seen('2026-11-01'), seen('2026-11-01', 'h5')];
  // Lê Thị Mận is 61 and known by her year of birth only: two tasks, one name.
  expect(visits('2026-11', states)).toEqual(['5: Hồ Thị Năm, Hồ Văn Tư', '42: Lê Thị Mận']);
  const [line] = monthVisits(openOn(today, states).folk, 'u-v1', '2026-11', { today, role: undefined });
  expect(Object.keys(line ?? {}).sort()).toEqual(['area', 'household', 'names', 'number']);
});

test('tasks of another role are none of hers; a month that is over has none', () => {
  const wish = tell('request', 'r1', { date: '2026-11-02', person: 'p1', wish: 'Sửa ngày sinh' });
  const states = [...young, seen('2026-11-01'), wish];
  expect(visits('2026-11', states, 'officer')).toEqual(['42: Trần Văn Đức']);
  expect(visits('2026-11', states, 'collaborator')).toEqual([]);
  expect(visits('2026-10', hoaFamily)).toEqual([]);
});

test('of those that come a few at a time, as many as on the home screen', () => {
  const homes = Array.from({ length: 9 }, (_, index) => [
    household(`f${index}`, index + 1),
    resident(`fp${index}`, {
      fullName: `Bà ${index + 1}`,
      birthDate: '1990-02-03',
      household: `f${index}`,
      relation: 'head',
    }),
  ]).flat();
  expect(visits('2026-11', homes)).toEqual([1, 2, 3, 4, 5].map((number) => `${number}: Bà ${number}`));
});
