import { catalogue } from '../../../catalogue/index.ts';
import { stockForm } from '../../../catalogue/stock/month-form.ts';
import { type Period, readPeriod } from '../../../domain/calendar/period.ts';
import { reportNamed } from '../../../domain/figure/report.ts';

/** A report that is handed in, as an address names it. */
export interface HandedReport {
  /** Code of its form. */
  readonly form: string;
  readonly period: Period;
}

/** `undefined` where there is no such report. */
export function readHanded(params: { readonly [name: string]: string | undefined }): HandedReport | undefined {
  const { form = '', period = '' } = params;
  const read = readPeriod(period);
  if (!read.ok) return undefined;
  const isMade =
    form === stockForm.code ? read.value.is === 'month' : reportNamed(catalogue.reports, form, period) !== undefined;
  return isMade ? { form, period: read.value } : undefined;
}
