import { type Days, type Period, readPeriod, sameLastYear } from './period.ts';

/** Of a month that is known to be one, "2026-10". */
export function daysOfMonth(month: string): Days {
  const read = readPeriod(month);
  if (!read.ok || read.value.is !== 'month') throw new RangeError(`no month: ${month}`);
  return read.value;
}

/** The same period of last year as it is written: "2026-Q2" → "2025-Q2". */
export function textLastYear(period: Period): string {
  if (period.is !== 'span') return `${Number(period.text.slice(0, 4)) - 1}${period.text.slice(4)}`;
  const { first, last } = sameLastYear(period);
  return `${first}..${last}`;
}
