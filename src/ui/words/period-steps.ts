import { formatDate } from '../../domain/calendar/partial-date.ts';
import { type Period, readPeriod } from '../../domain/calendar/period.ts';
import { monthAway } from './civil-time.ts';

/* Periods as people choose them: month, quarter, year, and spans of the year's first months; from one to the next. */

/** Half-yearly and yearly meetings look back on so many months of a year (sơ kết, tổng kết). */
const spanLengths = [6, 9, 11] as const;

export type PeriodKind = 'month' | 'quarter' | 'year' | (typeof spanLengths)[number];

/** In the order of the forms. */
export const periodKinds: readonly PeriodKind[] = ['month', 'quarter', ...spanLengths, 'year'];

/** What a period is among those that can be chosen; `undefined` for any other span. */
export function kindOf({ is, text }: Period): PeriodKind | undefined {
  if (is !== 'span') return is;
  return spanLengths.find((months) => text === spanOf(text.slice(0, 4), months));
}

/** The period of a kind that a day ("2026-11-22") lies in, of a span that of its year. */
export function periodOn(kind: PeriodKind, day: string): string {
  const year = day.slice(0, 4);
  if (kind === 'month') return day.slice(0, 7);
  if (kind === 'quarter') return quarterOf(day);
  return kind === 'year' ? year : spanOf(year, kind);
}

/** The period before or after one; `undefined` of any other span. */
export function stepTo(period: Period, step: -1 | 1): Period | undefined {
  const kind = kindOf(period);
  const read = kind === undefined ? undefined : readPeriod(periodAway(period, kind, step));
  return read?.ok ? read.value : undefined;
}

function periodAway(period: Period, kind: PeriodKind, step: -1 | 1): string {
  if (kind === 'month') return monthAway(period.text, step);
  if (kind === 'quarter') return quarterOf(monthAway(period.first.slice(0, 7), 3 * step));
  return periodOn(kind, String(Number(period.text.slice(0, 4)) + step));
}

/** The last day of a period that has come: from a year that runs one goes to its latest month. */
export function latestDay({ last }: Period, today: string): string {
  return last > today ? today : last;
}

/** From January to the end of a period, as an address names it. */
export function sinceJanuary(period: Period): string {
  const { last } = period;
  return `${last.slice(0, 4)}-01..${kindOf(period) === undefined ? last : last.slice(0, 7)}`;
}

function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}

function spanOf(year: string, months: number): string {
  return `${year}-01..${year}-${String(months).padStart(2, '0')}`;
}

/** How periods are said. */
export interface PeriodWords {
  readonly month: (month: string, year: string) => string;
  readonly quarter: (quarter: string, year: string) => string;
  readonly year: (year: string) => string;
  readonly firstMonths: (months: number, year: string) => string;
  readonly span: (first: string, last: string) => string;
}

/** "Tháng 11/2026", "Quý 2/2026", "6 tháng đầu năm 2026", "Năm 2026". */
export function namePeriod(period: Period, words: PeriodWords): string {
  const { text, first, last } = period;
  const kind = kindOf(period);
  const year = last.slice(0, 4);
  if (kind === undefined) return words.span(formatDate(first), formatDate(last));
  if (kind === 'month') return words.month(text.slice(5), year);
  if (kind === 'quarter') return words.quarter(text.slice(6), year);
  return kind === 'year' ? words.year(year) : words.firstMonths(kind, year);
}
