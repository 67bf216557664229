import { dateOfDay, dayNumber } from './civil-date.ts';
import { newMoon } from './moon.ts';
import { sunLongitude } from './sun.ts';

/*
 * The lunar calendar that people here reckon in. A month begins on the civil day of a new moon; the month of the winter
 * solstice is the eleventh; where thirteen months lie between two of them, the first month in which the sun enters no
 * twelfth of its way is a leap month and bears the number of the month before it.
 */

export interface LunarDate {
  /** The year that begins with Tết, e.g. 2026 for Bính Ngọ. */
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly isLeap: boolean;
}

/**
 * Whose calendar: north since 1968 goes by the meridian of 105° (Quyết định 121-CP of 8 August 1967); the south went on
 * with 120° until the end of 1975. Before, both went as the Chinese calendar: 120°, before 1929 the local time of Beijing.
 */
export type LunarCalendar = 'north' | 'south';

/** Years that the astronomy was tried for. */
const firstLunarYear = 1900;
const lastLunarYear = 2100;

/** Hours before Universal Time. */
function clockOf(calendar: LunarCalendar, year: number): number {
  if (year < 1929) return 7 + 45 / 60 + 40 / 3600;
  return year >= (calendar === 'north' ? 1968 : 1976) ? 7 : 8;
}

interface LunarMonth {
  readonly number: number;
  readonly isLeap: boolean;
  /** Day number of its first day. */
  readonly start: number;
  readonly days: number;
}

/** Months of the lunar year, from the first to the twelfth, the leap month in its place. */
function monthsOf(year: number, calendar: LunarCalendar): readonly LunarMonth[] {
  // The twelfth month may lie in the next civil year, which begins by another clock only in 1929, 1968 and 1976.
  const early = monthsBetweenSolstices(year, clockOf(calendar, year));
  const late = monthsBetweenSolstices(year + 1, clockOf(calendar, year));
  const first = early.findIndex(({ number, isLeap }) => number === 1 && !isLeap);
  const next = late.findIndex(({ number, isLeap }) => number === 1 && !isLeap);
  return [...early.slice(first), ...late.slice(0, next)];
}

/** From the eleventh month of the year before up to the tenth (or its leap month) of `year`. */
function monthsBetweenSolstices(year: number, clock: number): readonly LunarMonth[] {
  const from = eleventhMonth(year - 1, clock);
  const to = eleventhMonth(year, clock);
  const count = to - from;
  const starts = Array.from({ length: count + 1 }, (_, index) => moonDay(from + index, clock));
  const leap = count === 13 ? starts.findIndex((_, index) => index > 0 && !hasMajorTerm(starts, index, clock)) : -1;
  return starts.slice(0, count).map((start, index) => {
    const place = leap >= 0 && index >= leap ? index - 1 : index;
    return {
      number: ((place + 10) % 12) + 1,
      isLeap: index === leap,
      start,
      days: (starts[index + 1] ?? start) - start,
    };
  });
}

/** Civil day on which a lunation begins. */
function moonDay(lunation: number, clock: number): number {
  return Math.floor(newMoon(lunation) + clock / 24);
}

/** Twelfth of the sun's way (0 = spring equinox, 9 = winter solstice) at the beginning of a civil day. */
function sunTwelfth(day: number, clock: number): number {
  return Math.floor(sunLongitude(day - clock / 24) / 30);
}

function hasMajorTerm(starts: readonly number[], index: number, clock: number): boolean {
  const [start = 0, end = 0] = [starts[index], starts[index + 1]];
  return sunTwelfth(start, clock) !== sunTwelfth(end, clock);
}

/** Lunation whose month holds the winter solstice of a civil year. */
function eleventhMonth(year: number, clock: number): number {
  const lastDay = dayNumber(`${year}-12-31`);
  let lunation = Math.round((lastDay - 10_962.6) / 29.530588861);
  while (moonDay(lunation, clock) > lastDay) lunation -= 1;
  while (moonDay(lunation + 1, clock) <= lastDay) lunation += 1;
  // Entered before the month began: the solstice lies in the month before.
  return sunTwelfth(moonDay(lunation, clock), clock) >= 9 ? lunation - 1 : lunation;
}

/** The lunar date of a civil date between 1900 and 2100: lunarOf("2026-02-17", "north") = the first day of 2026. */
export function lunarOf(date: string, calendar: LunarCalendar): LunarDate {
  const day = dayNumber(date);
  const civilYear = Number(date.slice(0, 4));
  const year = (monthsOf(civilYear, calendar)[0]?.start ?? 0) <= day ? civilYear : civilYear - 1;
  const month = monthsOf(year, calendar).findLast(({ start }) => start <= day);
  if (month === undefined) throw new RangeError(`no lunar month holds ${date}`);
  return { year, month: month.number, day: day - month.start + 1, isLeap: month.isLeap };
}

/** The civil date of a lunar date; `undefined` where that month was not a leap month, or had no thirtieth day. */
export function solarOf(date: LunarDate, calendar: LunarCalendar): string | undefined {
  if (date.year < firstLunarYear || date.year > lastLunarYear) return undefined;
  const month = monthsOf(date.year, calendar).find(
    ({ number, isLeap }) => number === date.month && isLeap === date.isLeap,
  );
  if (month === undefined || date.day < 1 || date.day > month.days) return undefined;
  return dateOfDay(month.start + date.day - 1);
}

/** Number of the leap month of a lunar year, if it has one: leapMonthOf(2025, "north") = 6. */
export function leapMonthOf(year: number, calendar: LunarCalendar): number | undefined {
  return monthsOf(year, calendar).find(({ isLeap }) => isLeap)?.number;
}
