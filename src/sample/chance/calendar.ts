/* Civil days as whole numbers since 1970-01-01, so that the sample never asks a clock or a time zone. */

export const msOfDay = 86_400_000;

/** @param date "yyyy-mm-dd" */
export function dayNumber(date: string): number {
  return Math.floor(Date.parse(`${date}T00:00:00Z`) / msOfDay);
}

export function dateOfDay(day: number): string {
  return new Date(day * msOfDay).toISOString().slice(0, 10);
}

/** The same day `years` earlier; 29 February becomes 1 March in a common year. */
export function yearsBefore(date: string, years: number): string {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number);
  return dateOfDay(Math.floor(Date.UTC(year - years, month - 1, day) / msOfDay));
}

/** First day of the month `months` before the month of `date`. */
export function monthStart(date: string, months: number): string {
  const [year = 1970, month = 1] = date.split('-').map(Number);
  return dateOfDay(Math.floor(Date.UTC(year, month - 1 - months, 1) / msOfDay));
}

export function completedYears(birth: string, today: string): number {
  const years = Number(today.slice(0, 4)) - Number(birth.slice(0, 4));
  return today.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Completed years between two day numbers, right but for a day or so around the birthday. */
export function yearsBetween(born: number, day: number): number {
  return Math.floor((day - born) / 365.2425);
}
