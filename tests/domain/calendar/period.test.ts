import { expect, test } from 'vitest';
import { readPeriod, sameLastYear, sinceNewYear } from '../../../src/domain/calendar/period.ts';

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
  ['2026-01..2026-09', ['span', '2026-01-01', '2026-09-30']],
  ['2025-12..2026-02', ['span', '2025-12-01', '2026-02-28']],
  ['2025-12-16..2026-11-15', ['span', '2025-12-16', '2026-11-15']],
])('%s is whole days, first to last', (text, days) => {
  expect(daysOf(text)).toEqual(days);
});

test.each([
  '2026-13',
  '2026-00',
  '2026-Q5',
  '2026-11-05',
  'November',
  '',
  '26-11',
  '0026',
  '2026-06..2026-01',
  '2026-01..2026-13',
  '2026-02-01..2026-02-30',
  '2026..2027',
  '2026-01..',
])('"%s" is none', (text) => {
  expect(daysOf(text)).toBe('malformed_period');
});

test('the cumulative column begins on 1 January', () => {
  const period = readPeriod('2026-Q3');
  expect(period.ok && sinceNewYear(period.value)).toEqual({ first: '2026-01-01', last: '2026-09-30' });
});

test('of a review too, in the year that it ends in', () => {
  const period = readPeriod('2025-10..2026-08');
  expect(period.ok && sinceNewYear(period.value)).toEqual({ first: '2026-01-01', last: '2026-08-31' });
});

test('the same period of last year: a month stays a whole month, 29 February or not', () => {
  const before = (text: string) => {
    const period = readPeriod(text);
    return period.ok && sameLastYear(period.value);
  };
  expect(before('2026-Q1')).toEqual({ first: '2025-01-01', last: '2025-03-31' });
  expect(before('2025-02')).toEqual({ first: '2024-02-01', last: '2024-02-29' });
  expect(before('2024-02')).toEqual({ first: '2023-02-01', last: '2023-02-28' });
  expect(before('2024-02-10..2024-02-28')).toEqual({ first: '2023-02-10', last: '2023-02-28' });
});
