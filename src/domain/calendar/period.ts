import { bad, good, type Outcome } from '../outcome.ts';
import { civilDate, daysInMonth } from './civil-date.ts';

/** Whole civil days, first to last, both included. */
export interface Days {
  readonly first: string;
  readonly last: string;
}

/** A reporting period: "2026-11", "2026-Q2" or "2026". */
export interface Period extends Days {
  readonly text: string;
  readonly is: 'month' | 'quarter' | 'year';
  /** 1 January of its year, where the cumulative column begins. */
  readonly newYear: string;
}

const shape = /^(\d{4})(?:-(?:(\d{2})|Q([1-4])))?$/;

export function readPeriod(text: string): Outcome<Period, 'malformed_period'> {
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
    newYear: civilDate(year, 1, 1),
  });
}

function monthsOf(month: string | undefined, quarter: string | undefined): readonly [number, number] | undefined {
  if (quarter !== undefined) return [Number(quarter) * 3 - 2, Number(quarter) * 3];
  if (month === undefined) return [1, 12];
  const number = Number(month);
  return number >= 1 && number <= 12 ? [number, number] : undefined;
}

/** The days since 1 January up to the end of a period. */
export function sinceNewYear(period: Period): Days {
  return { first: period.newYear, last: period.last };
}
