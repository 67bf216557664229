import { countKey } from '../../../domain/book/count.ts';
import { type Days, type Period, sinceNewYear } from '../../../domain/calendar/period.ts';
import {
  type Case,
  type CountRule,
  countsBehind,
  type Indicator,
  indicatorOf,
  indicatorsOn,
} from '../../../domain/figure/indicator.ts';
import { indicatorsOf, type ReportForm } from '../../../domain/figure/report.ts';
import type { Register } from '../../register.ts';
import type { CaseList } from './counted-report.ts';

/** A list of people, households or facts, and by which rule they are counted. */
interface RuledList extends CaseList {
  readonly rule: CountRule;
}

/** All lists that the numbers of a form rest on, each once, in the form's order. */
export function caseLists(
  { folk, casesOf }: Pick<Register, 'folk' | 'casesOf'>,
  form: ReportForm,
  period: Period,
  place: string,
): readonly RuledList[] {
  const indicators = indicatorsOn(folk.book.catalogue.indicators, period.last);
  const seen = new Set<string>();
  return countedBehind(form, indicators).flatMap((key) =>
    spansOf(period).flatMap(({ span, days }): readonly RuledList[] => {
      const [wanted] = countsBehind([key], indicators, days);
      if (wanted === undefined || seen.has(countKey(wanted))) return [];
      seen.add(countKey(wanted));
      return [{ key, span, rule: wanted.rule, cases: casesOf(wanted.rule, wanted.days, place) }];
    }),
  );
}

function spansOf(period: Period): readonly { readonly span: CaseList['span']; readonly days: Days }[] {
  const year = sinceNewYear(period);
  const own = { span: 'period', days: period } as const;
  return year.first === period.first ? [own] : [own, { span: 'year', days: year }];
}

/** Indicators that count records, of those that a form shows or puts together; of a change, this year's. */
function countedBehind(form: ReportForm, indicators: readonly Indicator[]): readonly string[] {
  const counted = (key: string): readonly string[] => {
    const parts = partsOf(indicatorOf(indicators, key));
    return parts === undefined ? [key] : parts.flatMap(counted);
  };
  return [...new Set(indicatorsOf(form).flatMap(counted))];
}

/** What a number is put together from; `undefined` of a count. */
export function partsOf({ rule }: Indicator): readonly string[] | undefined {
  if (rule.is === 'ratio') return [rule.numerator, rule.denominator];
  if (rule.is === 'sum') return rule.of.map(({ indicator }) => indicator);
  return rule.is === 'change' ? [rule.of] : undefined;
}

/** By their records; whom it is about where one record counts several, and which time where it counts somebody twice. */
export function caseIds(cases: readonly Pick<Case, 'record' | 'subject'>[]): readonly string[] {
  const times = new Map<string, number>();
  return cases.map(({ record, subject }) => {
    const id = record === subject ? record : `${record} ${subject}`;
    const time = (times.get(id) ?? 0) + 1;
    times.set(id, time);
    return time === 1 ? id : `${id} ${time}`;
  });
}
