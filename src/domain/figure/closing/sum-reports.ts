import { formulaValue } from '../formula.ts';
import { type Indicator, indicatorOf } from '../indicator.ts';
import { indicatorsOf, type ReportForm } from '../report.ts';
import type { FrozenFigure } from './frozen-figures.ts';

/*
 * Several communes' reports as one: counts are summed, and a rate is worked out anew from its summed parts. A mean of
 * rates would weigh a hamlet like a town.
 */

type Figures = readonly FrozenFigure[];

/** The communes' figures of the period, and of the same period last year where each of them has it. */
interface Reports {
  readonly now: readonly Figures[];
  readonly lastYear?: readonly Figures[];
}

/** @returns a figure for each of the form's, `null` where one of the communes lacks a part of it */
export function sumReports(form: ReportForm, indicators: readonly Indicator[], reports: Reports): Figures {
  const find = (key: string) => indicatorOf(indicators, key);
  const now = makeSum(find, reports.now, reports.lastYear && makeSum(find, reports.lastYear, undefined));
  const numbers = [...form.above, ...form.rows.map(({ number }) => number)];
  return indicatorsOf(form).map((key, index) => {
    const parts = find(key).rule.is === 'ratio' ? { parts: now.parts(key) } : {};
    return { row: numbers[index] ?? key, key, value: now.value(key), cumulative: null, ...parts };
  });
}

interface Sum {
  value(key: string): number | null;
  parts(key: string): NonNullable<FrozenFigure['parts']>;
}

function makeSum(find: (key: string) => Indicator, reports: readonly Figures[], lastYear: Sum | undefined): Sum {
  const byKey = reports.map((figures) => new Map(figures.map((figure) => [figure.key, figure])));
  const add = (read: (figures: ReadonlyMap<string, FrozenFigure>) => number | null | undefined) =>
    sumOf(byKey.map((figures) => read(figures) ?? null));
  const sum: Sum = {
    parts: (key) => ({
      numerator: add((figures) => figures.get(key)?.parts?.numerator),
      denominator: add((figures) => figures.get(key)?.parts?.denominator),
    }),
    value(key) {
      const { rule } = find(key);
      if (rule.is === 'ratio') {
        const { numerator, denominator } = sum.parts(key);
        return formulaValue(rule, (_, index) => (index === 0 ? numerator : denominator));
      }
      if (rule.is === 'change')
        return formulaValue(rule, (of, index) => (index === 0 ? sum : lastYear)?.value(of) ?? null);
      if (rule.is === 'sum' && !isAdditive(key, find)) return formulaValue(rule, (of) => sum.value(of));
      return add((figures) => figures.get(key)?.value);
    },
  };
  return sum;
}

/** Whether communes' values of it add up: counts, and sums of nothing but counts. */
export function isAdditive(key: string, find: (key: string) => Indicator): boolean {
  const { rule } = find(key);
  if (rule.is === 'ratio' || rule.is === 'change') return false;
  return rule.is !== 'sum' || rule.of.every(({ indicator }) => isAdditive(indicator, find));
}

/** `null` where one of them does not exist; without anybody there is no sum either. */
export function sumOf(values: readonly (number | null)[]): number | null {
  if (values.length === 0) return null;
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
