import { type Days, type Period, sinceNewYear } from './calendar/period.ts';
import type { Evaluation, Indicator } from './indicator.ts';
import type { Words } from './words.ts';

/** A statutory form only arranges indicators: a row list with validity, never a formula. */
interface ReportRow {
  readonly number: string;
  readonly indicator: string;
  readonly indent: number;
  readonly label?: Words;
  /** false: ours, behind a switch, not printed on the legal form. */
  readonly isLegal: boolean;
}

export interface ReportForm {
  readonly code: string;
  readonly formSet: string;
  readonly title: Words;
  readonly period: 'month' | 'quarter' | 'year';
  /** Figures above the form: indicators of the state at the end of the period. */
  readonly above: readonly string[];
  readonly rows: readonly ReportRow[];
  readonly from: string;
  readonly to?: string;
  readonly law: string;
}

export interface ReportFigure {
  /** Number of the row; of a figure above the form, the indicator's key. */
  readonly row: string;
  readonly key: string;
  readonly label: Words;
  readonly unit: Words;
  readonly indent: number;
  readonly isLegal: boolean;
  /** null where a ratio has no denominator: shown "—", never 0. */
  readonly value: number | null;
  /** Since 1 January. */
  readonly cumulative: number | null;
  /** Numerator and denominator of a ratio in the period. */
  readonly parts?: { readonly numerator: number | null; readonly denominator: number | null };
  /** Of `value`, how many rest on ops that still wait for a verdict. */
  readonly waiting: number;
}

export interface ReportTable {
  readonly form: string;
  readonly formSet: string;
  readonly title: Words;
  readonly period: string;
  readonly place: string;
  readonly placeName: string;
  readonly above: readonly ReportFigure[];
  readonly rows: readonly ReportFigure[];
}

/** One case behind a number. `name` is empty above the commune until a ground is stated. */
export interface ReportCase {
  readonly record: string;
  readonly person: string;
  readonly household: string;
  readonly householdNumber: string;
  readonly villageName: string;
  readonly date: string;
  readonly sex: string;
  readonly name: string;
}

/** What a report is filled from. */
export interface ReportSource {
  indicator(key: string): Indicator;
  /** The number and its cases over these days, at the report's place. */
  evaluate(indicator: Indicator, days: Days): Evaluation;
  /** Of these cases, how many rest on ops that still wait for a verdict. */
  countWaiting(evaluation: Evaluation): number;
}

/** A form filled for a period and a place: it arranges numbers and works none out. */
export function makeReport(
  form: ReportForm,
  period: Period,
  place: { readonly id: string; readonly name: string },
  source: ReportSource,
): ReportTable {
  const figure = (row: ReportRow): ReportFigure => {
    const indicator = source.indicator(row.indicator);
    const inPeriod = source.evaluate(indicator, period);
    return {
      row: row.number,
      key: row.indicator,
      label: row.label ?? indicator.label,
      unit: indicator.unit,
      indent: row.indent,
      isLegal: row.isLegal,
      value: inPeriod.value,
      cumulative: source.evaluate(indicator, sinceNewYear(period)).value,
      ...partsOf(inPeriod),
      waiting: source.countWaiting(inPeriod),
    };
  };
  return {
    form: form.code,
    formSet: form.formSet,
    title: form.title,
    period: period.text,
    place: place.id,
    placeName: place.name,
    above: form.above.map((key) => figure({ number: key, indicator: key, indent: 0, isLegal: true })),
    rows: form.rows.map(figure),
  };
}

function partsOf({ parts }: Evaluation): Pick<ReportFigure, 'parts'> {
  if (parts === undefined) return {};
  return { parts: { numerator: parts.numerator.value, denominator: parts.denominator.value } };
}

/** Indicators of a form, above it and in its rows. */
export function indicatorsOf({ above, rows }: ReportForm): readonly string[] {
  return [...above, ...rows.map(({ indicator }) => indicator)];
}

/** The indicator behind a row number, or behind a figure above the form. */
export function indicatorOfRow(form: ReportForm, row: string): string | undefined {
  return form.rows.find((one) => one.number === row)?.indicator ?? form.above.find((key) => key === row);
}

/** The form in force over a whole period: codes live on when a new circular changes their rows. */
export function formInForce(forms: readonly ReportForm[], code: string, period: Period): ReportForm | undefined {
  return forms.find(
    (form) => form.code === code && form.from <= period.last && (form.to === undefined || form.to >= period.last),
  );
}
