import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber } from '../../../src/domain/calendar/civil-date.ts';
import {
  type LunarCalendar,
  type LunarDate,
  leapMonthOf,
  lunarOf,
  solarOf,
} from '../../../src/domain/calendar/lunar-date.ts';

const tet = (year: number, calendar: LunarCalendar = 'north'): string | undefined =>
  solarOf({ year, month: 1, day: 1, isLeap: false }, calendar);

const lunar = (year: number, month: number, day: number, isLeap = false): LunarDate => ({ year, month, day, isLeap });

describe('Tết as people remember it', () => {
  test('recent years', () => {
    expect([2023, 2024, 2025, 2026].map((year) => tet(year))).toEqual([
      '2023-01-22',
      '2024-02-10',
      '2025-01-29',
      '2026-02-17',
    ]);
  });

  test('1968: a day earlier in the north, which had left the clock of Beijing that year', () => {
    expect(tet(1968, 'north')).toBe('1968-01-29');
    expect(tet(1968, 'south')).toBe('1968-01-30');
  });

  test('1985 a month, 2007 and 2030 a day before the Chinese new year', () => {
    expect(tet(1985)).toBe('1985-01-21');
    expect(tet(2007)).toBe('2007-02-17');
    expect(tet(2030)).toBe('2030-02-02');
  });

  test('years that hang on minutes: 1916 and 1954', () => {
    expect(tet(1916)).toBe('1916-02-03');
    expect(tet(1954)).toBe('1954-02-03');
  });
});

describe('leap months', () => {
  test('the known ones of Viet Nam; 1985 and 1987 are not those of China', () => {
    const years = [1900, 1917, 1922, 1985, 1987, 2004, 2006, 2014, 2017, 2020, 2023, 2025, 2028, 2033];
    expect(years.map((year) => leapMonthOf(year, 'north'))).toEqual([8, 2, 5, 2, 7, 2, 7, 9, 6, 4, 2, 6, 5, 11]);
    expect([1984, 2024, 2026, 2034].map((year) => leapMonthOf(year, 'north'))).toEqual(Array(4).fill(undefined));
  });

  test('the same number twice: the ninth and the leap ninth of 2014', () => {
    expect(solarOf(lunar(2014, 9, 1), 'north')).toBe('2014-09-24');
    expect(solarOf(lunar(2014, 9, 1, true), 'north')).toBe('2014-10-24');
    expect(lunarOf('2014-10-24', 'north')).toEqual(lunar(2014, 9, 1, true));
  });

  test('a leap month that was none, a thirtieth that was none, a year beyond: no date', () => {
    expect(solarOf(lunar(2026, 6, 1, true), 'north')).toBeUndefined();
    expect(solarOf(lunar(2026, 12, 31), 'north')).toBeUndefined();
    expect(solarOf(lunar(2025, 12, 30), 'north')).toBeUndefined();
    expect(solarOf(lunar(1899, 1, 1), 'north')).toBeUndefined();
    expect(solarOf(lunar(2101, 1, 1), 'north')).toBeUndefined();
  });
});

test('feasts: the full moons of 2026', () => {
  expect(solarOf(lunar(2026, 3, 10), 'north')).toBe('2026-04-26');
  expect(solarOf(lunar(2026, 8, 15), 'north')).toBe('2026-09-25');
});

test('there and back: each day of two centuries has one lunar date', () => {
  const [first, last] = [dayNumber('1901-03-01'), dayNumber('2100-12-31')];
  for (let day = first; day <= last; day += 29) {
    const date = dateOfDay(day);
    for (const calendar of ['north', 'south'] as const) {
      expect(solarOf(lunarOf(date, calendar), calendar)).toBe(date);
    }
  }
});

test('where the clock is that of Beijing, another almanac says the same', () => {
  const almanac = new Intl.DateTimeFormat('en-u-ca-chinese', {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
  });
  const said = (day: number): string => {
    const parts = Object.fromEntries(almanac.formatToParts(day * 86_400_000).map(({ type, value }) => [type, value]));
    return `${parts.relatedYear}/${parts.month}/${parts.day}`;
  };
  const differing = new Set<string>();
  const [first, last] = [dayNumber('1929-02-10'), dayNumber('1975-12-31')];
  for (let day = first; day <= last; day += 3) {
    const { year, month, isLeap, day: ofMonth } = lunarOf(dateOfDay(day), 'south');
    if (said(day) !== `${year}/${month}${isLeap ? 'bis' : ''}/${ofMonth}`) differing.add(dateOfDay(day).slice(0, 7));
  }
  // That almanac is two months wrong there: the new moons of 3 February 1954 and 22 February 1955 were before midnight.
  expect([...differing].filter((month) => !/^195[45]-0[23]$/.test(month))).toEqual([]);
});
