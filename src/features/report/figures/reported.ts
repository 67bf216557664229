import { catalogue } from '../../../catalogue/index.ts';
import { type Period, readPeriod, sameLastYear } from '../../../domain/calendar/period.ts';
import { formFor, type ReportForm } from '../../../domain/figure/report.ts';
import { periodOn } from '../../../ui/words/period-steps.ts';
import { civilToday } from '../../../ui/words/today.ts';

/** The form of a period, and what an address asks for of it; this month where it names none that a form is made for. */
export interface Reported {
  readonly form: ReportForm;
  readonly period: Period;
}

export function reportedOf(text: string | undefined): Reported {
  const found = findReported(text ?? '') ?? findReported(periodOn('month', civilToday()));
  if (found === undefined) throw new RangeError('no form for a month');
  return found;
}

function findReported(text: string): Reported | undefined {
  const period = readPeriod(text);
  const form = period.ok ? formFor(catalogue.reports, period.value) : undefined;
  return period.ok && form !== undefined ? { form, period: period.value } : undefined;
}

/** The same period a year before, as it is written: "2026-10" → "2025-10". */
export function yearBefore(period: Period): string {
  if (period.is === 'span') {
    const { first, last } = sameLastYear(period);
    return `${first}..${last}`;
  }
  return `${Number(period.text.slice(0, 4)) - 1}${period.text.slice(4)}`;
}

export type FigureView = 'compare' | 'villages' | 'pictures' | 'files' | 'entry' | 'paper';

export const figurePath = (view: FigureView, period: string): string => `/figures/${view}/${period}`;
export const targetsPath = (year: string): string => `/targets/${year}`;

/** Where a number opens: the cases behind it, of a place that is not the whole commune by its unit id. */
export function casesPath(period: string, row: string, place: string): string {
  const query = place === '' ? '' : `?place=${encodeURIComponent(place)}`;
  return `/report/${period}/${encodeURIComponent(row)}${query}`;
}
