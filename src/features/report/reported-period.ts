import { catalogue } from '../../catalogue/index.ts';
import { type Period, readPeriod } from '../../domain/calendar/period.ts';
import { formFor, type ReportForm } from '../../domain/figure/report.ts';
import { periodOn } from '../../ui/words/period-steps.ts';

/** What an address asks for: the form of its period; this month where it names none that a form is made for. */
export interface ReportedPeriod {
  readonly form: ReportForm;
  readonly period: Period;
}

/** @param text as in the address: "2026-11", "2026-Q2", "2026", "2026-01..2026-09" */
export function readReported(text: string | undefined, today: string): ReportedPeriod | undefined {
  return findReported(text ?? '') ?? findReported(periodOn('month', today));
}

function findReported(text: string): ReportedPeriod | undefined {
  const period = readPeriod(text);
  const form = period.ok ? formFor(catalogue.reports, period.value) : undefined;
  return period.ok && form !== undefined ? { form, period: period.value } : undefined;
}

/** @param place a village by its unit id, where the number is not the commune's */
export function reportPath(period: string, row?: string, place?: string): string {
  if (row === undefined) return `/report/${period}`;
  const query = place === undefined ? '' : `?place=${encodeURIComponent(place)}`;
  return `/report/${period}/${encodeURIComponent(row)}${query}`;
}
