import { type Days, type Period, sinceNewYear } from '../../calendar/period.ts';
import type { Value } from '../../value.ts';
import type { Evaluation, Indicator } from '../indicator.ts';
import { makeReport, type ReportForm, type ReportTable } from '../report.ts';

/** A number of a report as it was frozen, at full precision. */
export interface FrozenFigure {
  readonly row: string;
  readonly key: string;
  readonly value: number | null;
  readonly cumulative: number | null;
  /** An expiry, of a row that is no number. */
  readonly text?: string;
  readonly parts?: { readonly numerator: number | null; readonly denominator: number | null };
}

export type FrozenLine = readonly (string | number | null)[];

export function writeFigures({ above, rows }: ReportTable): readonly FrozenLine[] {
  return [...above, ...rows].map(({ row, key, value, cumulative, text, parts }) => {
    const line = [row, key, text ?? value, cumulative];
    return parts === undefined ? line : [...line, parts.numerator, parts.denominator];
  });
}

export function readFigures(lines: Value | undefined): readonly FrozenFigure[] {
  return readLines(lines).map(([row, key, value = null, cumulative = null, ...parts]) => {
    const [numerator = null, denominator = null] = parts.map(asNumber);
    return {
      row: String(row),
      key: String(key),
      value: asNumber(value),
      ...(typeof value === 'string' && { text: value }),
      cumulative: asNumber(cumulative),
      ...(parts.length > 0 && { parts: { numerator, denominator } }),
    };
  });
}

export function readLines(lines: Value | undefined): readonly FrozenLine[] {
  return Array.isArray(lines) ? lines.filter((line): line is FrozenLine => Array.isArray(line)) : [];
}

function asNumber(value: Value): number | null {
  return typeof value === 'number' ? value : null;
}

/** The form as it was filled when it was frozen: its words by the catalogue, its numbers by the fact. */
export function frozenTable(
  form: ReportForm,
  period: Period,
  place: { readonly id: string; readonly name: string },
  figures: readonly FrozenFigure[],
  indicatorOf: (key: string) => Indicator,
): ReportTable {
  const known = new Map(figures.map((figure) => [figure.key, figure]));
  const evaluate = ({ key }: Indicator, days: Days): Evaluation => {
    const figure = known.get(key);
    const isPeriod = days.first === period.first;
    const isCumulative = days.first === sinceNewYear(period).first;
    const value = isPeriod ? figure?.value : isCumulative ? figure?.cumulative : undefined;
    return { ...numberAlone(value ?? null), ...(isPeriod && partsOf(figure)) };
  };
  // Rows that a newer form set brought were not in what was frozen.
  const rows = form.rows.filter(({ indicator }) => known.has(indicator));
  const above = form.above.filter((key) => known.has(key));
  const source = { indicator: indicatorOf, evaluate, countWaiting: () => 0 };
  return makeReport({ ...form, rows, above }, period, place, source);
}

function partsOf(figure: FrozenFigure | undefined): Pick<Evaluation, 'parts'> {
  if (figure?.parts === undefined) return {};
  const { numerator, denominator } = figure.parts;
  return { parts: { numerator: numberAlone(numerator), denominator: numberAlone(denominator) } };
}

function numberAlone(value: number | null): Evaluation {
  return { value, cases: [], restingOn: () => 0 };
}
