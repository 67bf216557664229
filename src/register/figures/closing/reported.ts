import { stockForm } from '../../../catalogue/stock/month-form.ts';
import { type Period, readPeriod } from '../../../domain/calendar/period.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import { formFor, type ReportForm, reportNamed } from '../../../domain/figure/report.ts';
import type { StockForm } from '../../../domain/stock/month-form.ts';

/** What a commune hands in: a form of indicators, or the month's report of its stores. */
export type HandedForm = ReportForm | StockForm;

/** Which report: a form, for a period, of a unit. */
export interface Reported<Form extends HandedForm = HandedForm> {
  readonly form: Form;
  readonly period: Period;
  readonly place: string;
}

export function isStockForm(form: HandedForm): form is StockForm {
  return 'columns' in form;
}

/** A report by its form's code and its period as it is written; `undefined` where there is no such report. */
export function reportedBy(
  { reports }: Pick<Catalogue, 'reports'>,
  { form, period, place }: { readonly form: string; readonly period: string; readonly place: string },
): Reported | undefined {
  const known = form === stockForm.code ? stockReportOf(period) : reportNamed(reports, form, period);
  return known && { ...known, place };
}

/** The month's report of stores is made for months alone. */
function stockReportOf(text: string): { readonly form: StockForm; readonly period: Period } | undefined {
  const period = readPeriod(text);
  const isMade = period.ok && period.value.is === 'month' && period.value.last >= stockForm.from;
  return isMade ? { form: stockForm, period: period.value } : undefined;
}

/** All that a commune hands in for a period. */
export function formsFor(forms: readonly ReportForm[], period: Period): readonly HandedForm[] {
  return [formFor(forms, period), stockReportOf(period.text)?.form].filter((form) => form !== undefined);
}
