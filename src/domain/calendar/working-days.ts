import { dateAfter, dayNumber } from './civil-date.ts';

/** Days on which offices rest though it is no weekend, and weekends on which they work in exchange; civil dates. */
export interface RestDays {
  readonly rests: ReadonlySet<string>;
  readonly works: ReadonlySet<string>;
}

const thursday = 4;
const saturday = 6;

/** 1 January 1970 was a Thursday. 0 is Sunday. */
function weekday(date: string): number {
  return (((dayNumber(date) + thursday) % 7) + 7) % 7;
}

export function isWorkingDay(date: string, { rests, works }: RestDays): boolean {
  if (works.has(date)) return true;
  const day = weekday(date);
  return day !== 0 && day !== saturday && !rests.has(date);
}

/** The n-th working day strictly after a day: five after Saturday 31 January 2026 is Friday 6 February. */
export function workingDayAfter(date: string, count: number, days: RestDays): string {
  let [day, left] = [date, count];
  while (left > 0) {
    day = dateAfter(day, 0, 1);
    if (isWorkingDay(day, days)) left -= 1;
  }
  return day;
}
