import { expect, test } from 'vitest';
import { isTabled, restDays, rests } from '../../../src/catalogue/reports/holidays.ts';
import { isWorkingDay, workingDayAfter } from '../../../src/domain/calendar/working-days.ts';

const plain = { rests: new Set<string>(), works: new Set<string>() };

test('the fifth working day after a period: weekends do not count, nor the last day itself', () => {
  // January 2026 ends on a Saturday.
  expect(workingDayAfter('2026-01-31', 5, restDays)).toBe('2026-02-06');
  expect(workingDayAfter('2026-11-30', 5, restDays)).toBe('2026-12-07');
  expect(workingDayAfter('2026-03-31', 5, plain)).toBe('2026-04-07');
});

test('Tết and days exchanged move it; a Saturday worked in exchange counts', () => {
  expect(workingDayAfter('2025-12-31', 5, restDays)).toBe('2026-01-09');
  expect(workingDayAfter('2026-02-13', 5, restDays)).toBe('2026-02-27');
  expect(workingDayAfter('2026-08-21', 2, restDays)).toBe('2026-08-24');
  expect(workingDayAfter('2026-08-28', 1, restDays)).toBe('2026-09-03');
  expect(isWorkingDay('2026-08-22', restDays)).toBe(true);
});

test('each row of the table says where it stands written, and beyond the table a deadline is not sure', () => {
  for (const { first, last, source } of rests) {
    expect(first <= last).toBe(true);
    expect(source.length).toBeGreaterThan(10);
  }
  expect([isTabled('2026-12-07'), isTabled('2027-01-08'), isTabled('2027-03-05')]).toEqual([true, true, false]);
});
