import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayBefore, dayNumber, daysInMonth } from '../../../src/domain/calendar/civil-date.ts';

test('days are counted from 1 January 1970', () => {
  expect(dayNumber('1970-01-01')).toBe(0);
  expect(dayNumber('1970-01-02')).toBe(1);
  expect(dayNumber('1969-12-31')).toBe(-1);
  expect(dayNumber('2000-03-01') - dayNumber('2000-02-28')).toBe(2);
  expect(dayNumber('2100-03-01') - dayNumber('2100-02-28')).toBe(1);
});

test('the day before the first of a month is the last of the month before', () => {
  expect(dayBefore('2026-01-01')).toBe('2025-12-31');
  expect(dayBefore('2024-03-01')).toBe('2024-02-29');
  expect(dayBefore('2026-03-01')).toBe('2026-02-28');
});

test('day numbers agree with the calendar of the machine, both ways, for four centuries', () => {
  fc.assert(
    fc.property(fc.integer({ min: -62_000, max: 84_000 }), (day) => {
      const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
      expect(dateOfDay(day)).toBe(date);
      expect(dayNumber(date)).toBe(day);
    }),
    { numRuns: 2000 },
  );
});

test('months have their days', () => {
  const days = (year: number) => Array.from({ length: 12 }, (_, month) => daysInMonth(year, month + 1));
  expect(days(2026)).toEqual([31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]);
  expect([daysInMonth(2024, 2), daysInMonth(1900, 2), daysInMonth(2000, 2)]).toEqual([29, 28, 29]);
});
