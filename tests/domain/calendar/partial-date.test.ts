import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay } from '../../../src/domain/calendar/civil-date.ts';
import {
  comparePartialDates,
  completeDate,
  formatDate,
  isPartialDate,
  parsePartialDate,
  precisionOf,
} from '../../../src/domain/calendar/partial-date.ts';

const anyPartialDate = fc
  .tuple(fc.integer({ min: -60_000, max: 80_000 }), fc.constantFrom(4, 7, 10))
  .map(([day, length]) => dateOfDay(day).slice(0, length));

test.each(['1996-05-03', '1996-05', '1996', '2024-02-29'])('%s is a date as far as it is known', (text) => {
  expect(parsePartialDate(text)).toEqual({ ok: true, value: text });
});

test.each(['2023-02-31', '2023-02-29', '2023-13', '2023-00', '2023-04-31', '0000', '2023-01-00'])(
  '%s never was',
  (text) => {
    expect(parsePartialDate(text)).toEqual({ ok: false, error: 'impossible_date' });
  },
);

test.each(['', '96', '3/5/1996', '1996-5-3', '1996-05-03T00:00', ' 1996', '1996-'])('"%s" is no date', (text) => {
  expect(parsePartialDate(text)).toEqual({ ok: false, error: 'malformed_date' });
});

test('a date known to the month counts from its first day, to the year from 1 January', () => {
  expect(completeDate('1996-05')).toBe('1996-05-01');
  expect(completeDate('1996')).toBe('1996-01-01');
  expect(completeDate('1996-05-03')).toBe('1996-05-03');
  expect(['1996', '1996-05', '1996-05-03'].map(precisionOf)).toEqual(['year', 'month', 'day']);
});

test('dates are written as on every form here', () => {
  expect(['1996-05-03', '1996-05', '1996'].map(formatDate)).toEqual(['03/05/1996', '05/1996', '1996']);
});

test('completing gives a possible whole date of the same period, and changes nothing the second time', () => {
  fc.assert(
    fc.property(anyPartialDate, (date) => {
      const whole = completeDate(date);
      expect(isPartialDate(whole)).toBe(true);
      expect(whole.startsWith(date)).toBe(true);
      expect(completeDate(whole)).toBe(whole);
      expect(comparePartialDates(date, whole)).toBe(0);
    }),
  );
});

test('the order of dates is an order', () => {
  fc.assert(
    fc.property(anyPartialDate, anyPartialDate, anyPartialDate, (a, b, c) => {
      expect(Math.sign(comparePartialDates(a, b))).toBe(-Math.sign(comparePartialDates(b, a)) + 0);
      if (comparePartialDates(a, b) <= 0 && comparePartialDates(b, c) <= 0) {
        expect(comparePartialDates(a, c)).toBeLessThanOrEqual(0);
      }
    }),
  );
});
