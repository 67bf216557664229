/*
 * Civil dates "yyyy-mm-dd" (Gregorian, Asia/Ho_Chi_Minh) as plain text and day numbers. Worked out by hand: a Date
 * object would bring a time zone along.
 */

const daysOf400Years = 146_097;
/** Days from 1 March of year 0 to 1 January 1970. */
const epochOffset = 719_468;

/** Days since 1970-01-01 of a whole civil date, e.g. "1970-01-02" → 1; negative before. */
export function dayNumber(date: string): number {
  const month = Number(date.slice(5, 7));
  // Years that begin in March put the leap day last, so months need no table.
  const year = Number(date.slice(0, 4)) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + Number(date.slice(8, 10)) - 1;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * daysOf400Years + dayOfEra - epochOffset;
}

/** Inverse of `dayNumber`. */
export function dateOfDay(day: number): string {
  const shifted = day + epochOffset;
  const era = Math.floor(shifted / daysOf400Years);
  const dayOfEra = shifted - era * daysOf400Years;
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return civilDate(year, month, dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
}

/** "2026-11-30" → "2026-11-29". */
export function dayBefore(date: string): string {
  return dateOfDay(dayNumber(date) - 1);
}

export function dayAfter(date: string): string {
  return dateOfDay(dayNumber(date) + 1);
}

/** So many whole months, then days, later; a day that the month has not becomes its last: "2026-01-31" + 1 month → "2026-02-28". */
export function dateAfter(date: string, months: number, days: number): string {
  const month = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months;
  const [year, inYear] = [Math.floor(month / 12), (month % 12) + 1];
  const day = Math.min(Number(date.slice(8, 10)), daysInMonth(year, inYear));
  return dateOfDay(dayNumber(civilDate(year, inYear, day)) + days);
}

/** Days of a month, 28 to 31. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Asia/Ho_Chi_Minh is seven hours before UTC all year, without summer time; ms. */
const vietnamOffset = 7 * 3_600_000;

/** Civil day of a moment (ms since 1970): "2026-11-22". */
export function civilDay(moment: number): string {
  return new Date(moment + vietnamOffset).toISOString().slice(0, 10);
}

/** civilDate(2026, 3, 1) = "2026-03-01". */
export function civilDate(year: number, month: number, day: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Time of day of a moment: "14:05". */
export function clockTime(moment: number): string {
  return new Date(moment + vietnamOffset).toISOString().slice(11, 16);
}
