import { bad, good, type Outcome } from '../outcome.ts';
import { civilDate, dateAfter, daysInMonth } from './civil-date.ts';
import { completeDate, isPartialDate } from './partial-date.ts';

/** Whole civil days, first to last, both included. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/**
 * A reporting period: "2026-11", "2026-Q2", "2026", or any span of months or days, "2026-01..2026-09",
 * "2026-03-15..2026-11-30".
 */
export interface Period extends Days {
  readonly text: string;
  readonly is: 'month' | 'quarter' | 'year' | 'span';
}

const shape = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])))?$/;
const spanShape = /^(\d{4}-\d{2}(?:-\d{2})?)\.\.(\d{4}-\d{2}(?:-\d{2})?)$/;

export function readPeriod(text: string): Outcome<Period, 'malformed_period'> {
  const span = spanShape.exec(text);
  if (span !== null) return readSpan(text, span[1] ?? '', span[2] ?? '');
  const parts = shape.exec(text);
  if (parts === null) return bad('malformed_period');
  const year = Number(parts[1]);
  const months = monthsOf(parts[2], parts[3]);
  if (months === undefined || year < 1800) return bad('malformed_period');
  const [from, to] = months;
  return good({
    text,
    is: parts[2] !== undefined ? 'month' : parts[3] !== undefined ? 'quarter' : 'year',
    first: civilDate(year, from, 1),
    last: civilDate(year, to, daysInMonth(year, to)),
  });
}

function readSpan(text: string, from: string, to: string): Outcome<Period, 'malformed_period'> {
  if (!isPartialDate(from) || !isPartialDate(to)) return bad('malformed_period');
  const [first, last] = [completeDate(from), to.length === 10 ? to : lastOfMonth(to)];
  if (first > last) return bad('malformed_period');
  return good({ text, is: 'span', first, last });
}

/** "2026-02" or any day of it → "2026-02-28". */
function lastOfMonth(date: string): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  return civilDate(year, month, daysInMonth(year, month));
}

function monthsOf(month: string | undefined, quarter: string | undefined): readonly [number, number] | undefined {
  if (quarter !== undefined) return [Number(quarter) * 3 - 2, Number(quarter) * 3];
  if (month === undefined) return [1, 12];
  const number = Number(month);
  return number >= 1 && number <= 12 ? [number, number] : undefined;
}

/** The days since 1 January of the year that a period ends in, up to its end: the cumulative column. */
export function sinceNewYear({ last }: Days): Days {
  return { first: `${last.slice(0, 4)}-01-01`, last };
}

/** The same period of last year ("cùng kỳ năm trước"); what ends with a month ends with it there too. */
export function sameLastYear({ first, last }: Days): Days {
  const before = dateAfter(last, -12, 0);
  return { first: dateAfter(first, -12, 0), last: last === lastOfMonth(last) ? lastOfMonth(before) : before };
}
