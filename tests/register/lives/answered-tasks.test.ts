import { expect, test } from 'vitest';
import type { StandingState } from '../../../src/register/register.ts';
import { hoaFamily, household, resident, tell } from '../tale.ts';
import { keys, openOn, person } from './on-day.ts';

/* Tasks that an answer ends though nothing changed, and those that come a few at a time. */

test('who was asked about and is still away is asked about again after six months more', () => {
  const away = person('w1', { birthDate: '2000-05-01', residence: 'usual_absent', awaySince: '2026-01-10' });
  const still = tell('confirmation', 'k1', { date: '2026-08-01', person: 'w1', about: 'away' });
  expect(keys('2026-08-01', away)).toEqual(['away_long w1']);
  expect(keys('2026-08-01', away, still)).toEqual([]);
  expect(keys('2027-02-01', away, still)).toEqual([]);
  expect(keys('2027-02-02', away, still)).toEqual(['away_long w1']);
});

test('who is away since nobody says when: by the day of the change, else it is asked', () => {
  const gone = { birthDate: '2000-05-01', sex: 'male', marital: 'single' };
  const told = [
    person('w1', gone),
    tell('change_info', 'c1', { date: '2026-02-01', person: 'w1', field: 'residence', new: 'usual_absent' }),
  ];
  expect(keys('2026-07-20', told)).toEqual([]);
  expect(keys('2026-08-02', told)).toEqual(['away_long w1']);
  const fromFile = person('w2', { ...gone, residence: 'usual_absent' });
  expect(keys('2026-11-22', fromFile)).toEqual(['away_undated w2']);
  expect(openOn('2026-11-22', [...hoaFamily, ...told]).people('away_long', '', 9).total).toBe(1);
  const still = tell('confirmation', 'k1', { date: '2026-11-20', person: 'w2', about: 'away' });
  expect(keys('2026-11-22', fromFile, still)).toEqual([]);
});

test('an answer that nothing differs ends a task: schooling for the year, poverty for the year, a birth date for good', () => {
  const boy = person('g1', { birthDate: '2016-09', sex: 'male', marital: 'single' });
  const poor = tell('household', 'h1', { number: 42, poor: 'near' });
  const confirmed = (about: string, date: string, who: string) =>
    tell('confirmation', `k-${about}`, { date, about, [about === 'poverty' ? 'household' : 'person']: who });
  expect(keys('2027-08-20', boy)).toEqual(['birth_date_incomplete g1', 'schooling_yearly g1', 'schooling_yearly p4']);
  const done = [confirmed('birth_date', '2026-01-01', 'g1'), confirmed('schooling', '2027-08-15', 'g1')];
  expect(keys('2027-08-20', boy, done)).toEqual(['schooling_yearly p4']);
  expect(keys('2027-01-15', poor)).toEqual(['poverty_yearly h1']);
  expect(keys('2027-01-15', poor, confirmed('poverty', '2027-01-05', 'h1'))).toEqual([]);
});

test('what is changed for another reason ends no yearly task: a number given anew, a card number', () => {
  const poor = tell('household', 'h1', { number: 42, poor: 'near' });
  const changed = (id: string, date: string, field: string, about: object) =>
    tell('change_info', id, { date, field, new: 'x', ...about });
  const home = { household: 'h1' };
  expect(keys('2027-01-15', poor, changed('c1', '2027-01-05', 'number', home))).toEqual(['poverty_yearly h1']);
  expect(keys('2027-01-15', poor, changed('c1', '2027-01-05', 'poor', home))).toEqual([]);
  const boy = { person: 'p4' };
  expect(keys('2027-08-20', changed('c1', '2027-08-15', 'nationalId', boy))).toEqual(['schooling_yearly p4']);
  expect(keys('2027-08-20', changed('c1', '2027-08-15', 'education', boy))).toEqual([]);
});

test('households nobody ever visited come a few at a time in each village, and the next ones as these are seen', () => {
  const homes = ['u-v1', 'u-v2'].flatMap((place) =>
    Array.from({ length: 12 }, (_, index) => [
      household(`${place}-${index}`, 12 - index, place),
      resident(
        `${place}-p${index}`,
        { birthDate: '1990-02-03', household: `${place}-${index}`, relation: 'head' },
        { place },
      ),
    ]),
  );
  const open = (...more: readonly StandingState[]) =>
    openOn('2026-11-22', [...homes.flat(), ...more])
      .tasks('u-v1', 99)
      .tasks.map(({ definition, householdNumber }) => `${definition} ${householdNumber}`);
  const never = (numbers: readonly number[]) => numbers.map((number) => `household_never_seen ${number}`);
  expect(open()).toEqual(never([1, 2, 3, 4, 5]));
  expect(openOn('2026-11-22', homes.flat()).tasks('', 99).total).toBe(10);
  expect(open(tell('visit', 'v1', { date: '2026-11-22', household: 'u-v1-10', kind: 'home' }))).toEqual(
    never([1, 3, 4, 5, 6]),
  );
  // Somebody came to live there a month ago: whoever wrote that was there.
  const arrived = tell('move_in', 'a1', {
    date: '2026-10-20',
    person: 'u-v1-p11',
    household: 'u-v1-11',
    residence: 'usual_present',
  });
  expect(open(arrived)).toEqual(never([2, 3, 4, 5, 6]));
});
