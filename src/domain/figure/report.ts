import { type Days, type Period, readPeriod, sinceNewYear } from '../calendar/period.ts';
import type { Words } from '../words.ts';
import type { Evaluation, Indicator } from './indicator.ts';
import type { Rounding } from './rounding.ts';

/** A statutory form only arranges indicators: a row list with validity, never a formula. */
interface ReportRow {
  readonly number: string;
  readonly indicator: string;
  readonly indent: number;
  readonly label?: Words;
  /** What it is called beneath the row it belongs to, e.g. the method alone. */
  readonly short?: Words;
  /** false: ours, behind a switch, not printed on the legal form. */
  readonly isLegal: boolean;
  /** Heading of the part of the form that it stands in, "I. Hộ và nhân khẩu". */
  readonly part?: Words;
  /** Where it stands in a table of two directions, e.g. age × sex; rows of one table follow each other. */
  readonly cell?: ReportCell;
}

interface ReportCell {
  readonly table: string;
  readonly line: Words;
  readonly column: Words;
}

export interface ReportForm {
  readonly code: string;
  readonly formSet: string;
  readonly title: Words;
  /** What it is called when it is filled for a span, e.g. of six months. */
  readonly spanTitle?: Words;
  readonly period: 'month' | 'quarter' | 'year';
  /** Figures above the form: indicators of the state at the end of the period. */
  readonly above: readonly string[];
  readonly rows: readonly ReportRow[];
  /** How its numbers are shortened where they are shown. */
  readonly rounding: Rounding;
  readonly from: string;
  readonly to?: string;
  readonly law: string;
}

/** A number that another one is put together from. */
export interface FigurePart {
  readonly key: string;
  readonly label: Words;
  /** Counted from 1 January, whatever the period is. */
  readonly isSinceNewYear: boolean;
}

export interface ReportFigure {
  /** Number of the row; of a figure above the form, the indicator's key. */
  readonly row: string;
  readonly key: string;
  readonly label: Words;
  readonly short?: Words;
  readonly unit: Words;
  readonly decimals: number;
  readonly indent: number;
  readonly isLegal: boolean;
  readonly part?: Words;
  readonly cell?: ReportCell;
  /** Its list names people by what stands in their own panels only. */
  readonly isSensitive?: true;
  /** null where a ratio has no denominator: shown "—", never 0. At full precision. */
  readonly value: number | null;
  /** Since 1 January. */
  readonly cumulative: number | null;
  /** Of a book that began within the year: the same with the months that only paper tells of. */
  readonly withPaper?: WithPaper;
  /** An expiry, where it is no number. */
  readonly text?: string;
  /** Numerator and denominator of a ratio in the period. */
  readonly parts?: { readonly numerator: number | null; readonly denominator: number | null };
  /** Numbers that it is put together from; of a count nothing: its cases are its own. */
  readonly madeOf?: readonly FigurePart[];
  /** Whether chance rules the value and the cumulative one: shown grey, "số nhỏ". */
  readonly isSmall?: { readonly value: boolean; readonly cumulative: boolean };
  /** Why it is as it is, e.g. over 100 %. */
  readonly remark?: Words;
  /** Of `value`, how many rest on ops that still wait for a verdict. */
  readonly waiting: number;
}

/** A number since New Year that no list is behind as a whole: months before the book were typed from paper. */
export interface WithPaper {
  readonly cumulative: number;
  /** The first of those months, as text: where the typed numbers are. */
  readonly source: string;
}

export interface ReportTable {
  readonly form: string;
  readonly formSet: string;
  readonly title: Words;
  readonly period: string;
  readonly place: string;
  readonly placeName: string;
  readonly rounding: Rounding;
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
  const fill = (row: ReportRow): ReportFigure => makeFigure(row, period, source);
  return {
    form: form.code,
    formSet: form.formSet,
    title: (period.is === 'span' ? form.spanTitle : undefined) ?? form.title,
    period: period.text,
    place: place.id,
    placeName: place.name,
    rounding: form.rounding,
    above: form.above.map((key) => fill({ number: key, indicator: key, indent: 0, isLegal: true })),
    rows: form.rows.map(fill),
  };
}

function makeFigure(row: ReportRow, period: Period, source: ReportSource): ReportFigure {
  const indicator = source.indicator(row.indicator);
  const inPeriod = source.evaluate(indicator, period);
  const cumulative = source.evaluate(indicator, sinceNewYear(period));
  const { label, unit, decimals, isSensitive, remark } = indicator;
  const isAbove = (one: Evaluation) => remark !== undefined && (one.value ?? 0) > remark.above;
  return {
    row: row.number,
    key: row.indicator,
    label: row.label ?? label,
    ...(row.short && { short: row.short }),
    unit,
    decimals,
    indent: row.indent,
    isLegal: row.isLegal,
    ...(row.part && { part: row.part }),
    ...(row.cell && { cell: row.cell }),
    ...(isSensitive && { isSensitive }),
    value: inPeriod.value,
    cumulative: cumulative.value,
    ...partsOf(inPeriod),
    ...madeOf(indicator, source),
    ...smallness(indicator, period, source),
    ...(remark && (isAbove(inPeriod) || isAbove(cumulative)) && { remark: remark.words }),
    waiting: source.countWaiting(inPeriod),
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

function madeOf(indicator: Indicator, source: ReportSource): Pick<ReportFigure, 'madeOf'> {
  const parts = figureParts(indicator, source.indicator);
  return parts.length === 0 ? {} : { madeOf: parts };
}

/** What opens instead of a list of cases; a sum of which people cancel out lists who does not. */
export function figureParts({ rule }: Indicator, indicatorOf: (key: string) => Indicator): readonly FigurePart[] {
  const isSinceNewYear = rule.is === 'ratio' && rule.isSinceNewYear === true;
  return keysOf(rule).map((key) => ({ key, label: indicatorOf(key).label, isSinceNewYear }));
}

function keysOf(rule: Indicator['rule']): readonly string[] {
  if (rule.is === 'ratio') return [rule.numerator, rule.denominator];
  if (rule.is === 'change') return [rule.of];
  return rule.is === 'sum' && !rule.isNet ? rule.of.map(({ indicator }) => indicator) : [];
}

function smallness({ small }: Indicator, period: Period, source: ReportSource): Pick<ReportFigure, 'isSmall'> {
  if (small === undefined) return {};
  const isSmall = (days: Days) => (source.evaluate(source.indicator(small.of), days).value ?? 0) < small.below;
  return { isSmall: { value: isSmall(period), cumulative: isSmall(sinceNewYear(period)) } };
}

/** The form with every other number of the programme behind its rows: not printed, and not lost for whoever reads all. */
export function withEveryNumber(form: ReportForm, indicators: readonly Indicator[]): ReportForm {
  const known = new Set([...form.above, ...form.rows.map(({ indicator }) => indicator)]);
  const rest = indicators.filter(({ key }) => !known.has(key));
  const rows = rest.map(({ key }) => ({ number: key, indicator: key, indent: 0, isLegal: false }));
  return { ...form, rows: [...form.rows, ...rows] };
}

/** A filled form, and beside some of its numbers what they come to with paper. */
export function withPaper(table: ReportTable, paper: ReadonlyMap<string, WithPaper>): ReportTable {
  if (paper.size === 0) return table;
  const add = (figure: ReportFigure): ReportFigure => {
    const known = paper.get(figure.key);
    return known === undefined ? figure : { ...figure, withPaper: known };
  };
  return { ...table, above: table.above.map(add), rows: table.rows.map(add) };
}

/** With the months that only paper tells of, as it would stand on the form. */
export function cumulativeWithPaper({ cumulative, withPaper }: ReportFigure): number | null {
  return withPaper?.cumulative ?? cumulative;
}

/** The indicator behind a row number; any other indicator opens by its key, e.g. a figure above the form, a part of a ratio. */
export function indicatorOfRow(form: ReportForm, row: string, indicators: readonly Indicator[]): Indicator | undefined {
  const key = form.rows.find((one) => one.number === row)?.indicator ?? row;
  return indicators.find((one) => one.key === key);
}

/** The form that is made for a period: a span fills the one that has a title for it. */
export function formFor(forms: readonly ReportForm[], period: Period): ReportForm | undefined {
  const isMade = (form: ReportForm) =>
    period.is === 'span' ? form.spanTitle !== undefined : form.period === period.is;
  return forms.find((form) => isMade(form) && formInForce([form], form.code, period) !== undefined);
}

export interface NamedReport {
  readonly form: ReportForm;
  readonly period: Period;
}

/** A form by its code and a period as it is written: "01-DSX", "2026-10"; `undefined` where there is no such report. */
export function reportNamed(forms: readonly ReportForm[], code: string, text: string): NamedReport | undefined {
  const period = readPeriod(text);
  const form = period.ok ? formInForce(forms, code, period.value) : undefined;
  return period.ok && form !== undefined ? { form, period: period.value } : undefined;
}

/** The form in force over a whole period: codes live on when a new circular changes their rows. */
export function formInForce(forms: readonly ReportForm[], code: string, period: Period): ReportForm | undefined {
  return forms.find(
    (form) => form.code === code && form.from <= period.last && (form.to === undefined || form.to >= period.last),
  );
}
