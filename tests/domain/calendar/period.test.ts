import { expect, test } from 'vitest';
import { readPeriod, sinceNewYear } from '../../../src/domain/calendar/period.ts';

const daysOf = (text: string) => {
  const period = readPeriod(text);
  return period.ok ? [period.value.is, period.value.first, period.value.last] : period.error;
};

test.each([
  ['2026-11', ['month', '2026-11-01', '2026-11-30']],
  ['2024-02', ['month', '2024-02-01', '2024-02-29']],
  ['2026-Q2', ['quarter', '2026-04-01', '2026-06-30']],
  ['2026-Q4', ['quarter', '2026-10-01', '2026-12-31']],
  ['2026', ['year', '2026-01-01', '2026-12-31']],
])('%s is whole days, first to last', (text, days) => {
  expect(daysOf(text)).toEqual(days);
});

test.each(['2026-13', '2026-00', '2026-Q5', '2026-11-05', 'November', '', '26-11', '0026'])('"%s" is none', (text) => {
  expect(daysOf(text)).toBe('malformed_period');
});

test('the cumulative column begins on 1 January', () => {
  const period = readPeriod('2026-Q3');
  expect(period.ok && sinceNewYear(period.value)).toEqual({ first: '2026-01-01', last: '2026-09-30' });
});
