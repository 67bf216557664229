import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completedYears } from '../../../src/domain/calendar/age.ts';
import { dateOfDay, dayNumber } from '../../../src/domain/calendar/civil-date.ts';

test.each([
  ['1996-05-03', '2026-05-02', 29],
  ['1996-05-03', '2026-05-03', 30],
  ['2026-11-30', '2026-11-30', 0],
  ['2004-02-29', '2025-02-28', 20],
  ['2004-02-29', '2025-03-01', 21],
  ['2004-02-29', '2024-02-29', 20],
  ['1996-05', '2026-05-01', 30],
  ['1996', '2026-01-01', 30],
])('born %s, on %s: %i completed years', (birth, day, age) => {
  expect(completedYears(birth, day)).toBe(age);
});

test('an unknown birth date gives no age, nor does a day before the birth', () => {
  expect(completedYears(undefined, '2026-01-01')).toBeNull();
  expect(completedYears('2026-01-02', '2026-01-01')).toBeNull();
});

test('age never falls, and rises by one about every 365 days', () => {
  const day = fc.integer({ min: -40_000, max: 20_000 });
  fc.assert(
    fc.property(day, fc.nat(40_000), (birth, lived) => {
      const age = (days: number) => completedYears(dateOfDay(birth), dateOfDay(birth + days)) ?? -1;
      expect(age(lived + 1) - age(lived)).toBeGreaterThanOrEqual(0);
      expect(age(lived + 1) - age(lived)).toBeLessThanOrEqual(1);
      expect(Math.abs(age(lived) - lived / 365.2425)).toBeLessThan(1.01);
    }),
  );
});

test('on the same day of the year the age is the difference of the years', () => {
  fc.assert(
    fc.property(fc.integer({ min: -40_000, max: 20_000 }), fc.integer({ min: 0, max: 110 }), (birth, years) => {
      const born = dateOfDay(birth);
      const day = `${Number(born.slice(0, 4)) + years}${born.slice(4)}`;
      fc.pre(dateOfDay(dayNumber(day)) === day);
      expect(completedYears(born, day)).toBe(years);
    }),
  );
});
