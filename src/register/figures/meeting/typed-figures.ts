import { watchedCounts } from '../../../catalogue/meeting/odd-villages.ts';
import { civilDay, dateAfter, dayBefore } from '../../../domain/calendar/civil-date.ts';
import { type Days, type Period, sinceNewYear } from '../../../domain/calendar/period.ts';
import { daysOfMonth } from '../../../domain/calendar/written-period.ts';
import { sumOf } from '../../../domain/figure/closing/sum-reports.ts';
import { type Indicator, indicatorOf } from '../../../domain/figure/indicator.ts';
import { indicatorsOf, type ReportForm, type WithPaper } from '../../../domain/figure/report.ts';
import type { Folk } from '../../folk.ts';
import { type Held, textOf } from '../../held.ts';
import type { Register } from '../../register.ts';

/*
 * Figures of a time before the book, as somebody typed them from paper. They stand where the book has no facts, and
 * nowhere else: what it counts itself is never replaced.
 */

/** Months are reported on this form; longer times are put together from it. */
const monthForm = '01-DSX';
/** Before anything that a book tells of. */
const firstDay = '1900-01-01';
const lastDay = '9999-12-31';

/** Typed records of a form, period and commune by indicator; of two that were begun apart, the same one on every device. */
export function typedRecords({ book }: Folk, form: string, period: string, place: string): ReadonlyMap<string, Held> {
  const found = new Map<string, Held>();
  for (const held of book.all('typed_figure')) {
    if (held.place !== place || held.fields.form !== form || held.fields.period !== period) continue;
    const key = textOf(held.fields, 'indicator');
    const known = found.get(key);
    if (known === undefined || held.id < known.id) found.set(key, held);
  }
  return found;
}

export function typedValue(held: Held | undefined): number | null {
  return typeof held?.fields.value === 'number' ? held.fields.value : null;
}

/** What these are read from. */
export type Bench = Pick<Register, 'folk' | 'figureOf' | 'valuesOf'>;

/** Numbers since January of a book that began within the year: months before it by paper, where all of them were typed. */
export function sinceJanuaryWithPaper(
  register: Bench,
  form: ReportForm,
  period: Period,
  place: string,
): ReadonlyMap<string, WithPaper> {
  const found = new Map<string, WithPaper>();
  const days = sinceNewYear(period);
  if (!isTypedAtAnEnd(register.folk, days, place)) return found;
  const read = readerOf(register, form, place)(days);
  for (const key of indicatorsOf(form)) {
    const cumulative = read(key);
    if (cumulative !== null) found.set(key, { cumulative, source: days.first.slice(0, 7) });
  }
  return found;
}

/** Nothing adds up without its first month, and a state is that of the last: most reports need ask no more. */
function isTypedAtAnEnd({ book }: Folk, { first, last }: Days, place: string): boolean {
  const ends: readonly unknown[] = [first.slice(0, 7), last.slice(0, 7)];
  for (const held of book.all('typed_figure'))
    if (held.place === place && held.fields.form === monthForm && ends.includes(held.fields.period)) return true;
  return false;
}

type ReadKey = (key: string) => number | null;

/** Puts typed and counted months together. `null`: the book counts these days alone, or a month of them is missing. */
export function readerOf(register: Bench, form: ReportForm, place: string): (days: Days, whole?: string) => ReadKey {
  const { folk } = register;
  const { indicators } = folk.book.catalogue;
  const keys = indicatorsOf(form);
  const flows = keys.filter((key) => timeOf(indicatorOf(indicators, key), indicators) === 'flow');
  const typed = remembered((of: string) => typedRecords(folk, ...split(of), place));
  const typedOf = (code: string, period: string, key: string) => typedValue(typed(`${code} ${period}`).get(key));
  const counted = remembered((month: string) => {
    const values = register.valuesOf(flows, daysOfMonth(month), place);
    return new Map(flows.map((key, index) => [key, values[index] ?? null]));
  });
  const isEmpty = remembered((month: string) =>
    register.valuesOf(watchedCounts, daysOfMonth(month), place).every((value) => !value),
  );
  const hasBegun = ({ first }: Days) =>
    register.valuesOf(watchedCounts, { first: firstDay, last: dayBefore(first) }, place).some(Boolean);
  const shownSince = remembered((last: string) => dayShown(register, last, place));
  return (days, whole = '') => {
    const months = monthsOf(days);
    // A quiet month is one before the book only where the book tells of nothing before it.
    const told = hasBegun(days) ? 0 : months.findIndex((month) => !isEmpty(month));
    const isTyped = (month: string) =>
      [`${form.code} ${whole}`, `${monthForm} ${month}`].some((of) =>
        [...typed(of).values()].some((held) => typedValue(held) !== null),
      );
    const isUnshown = (month: string) => isTyped(month) && daysOfMonth(month).last < shownSince(days.last);
    const unshown = months.map(isUnshown).lastIndexOf(true);
    const early = new Set(told < 0 ? months : months.slice(0, Math.max(told, unshown + 1)));
    const [last = ''] = months.slice(-1);
    const of = (month: string, key: string) =>
      early.has(month) ? typedOf(monthForm, month, key) : (counted(month).get(key) ?? null);
    const together = (key: string): number | null => {
      const time = timeOf(indicatorOf(indicators, key), indicators);
      if (time === 'flow') return sumOf(months.map((month) => of(month, key)));
      return time === 'stock' && early.has(last) ? of(last, key) : null;
    };
    if (early.size === 0) return () => null;
    return early.size === months.length ? (key) => typedOf(form.code, whole, key) ?? together(key) : together;
  };
}

/**
 * The first day on which the book had something to tell, of that day or before, and it was written by then: of a month
 * that was typed nothing that came later, one by one or with a list, shows that the book was there.
 */
function dayShown({ folk, figureOf }: Bench, last: string, place: string): string {
  const writtenOn = (record: string) => civilDay(folk.book.get(record)?.written[0] ?? 0);
  const shown = watchedCounts.flatMap((key) =>
    figureOf(key, { first: firstDay, last }, place).cases.flatMap(({ record, date }) =>
      [date, writtenOn(record)].sort().slice(-1),
    ),
  );
  return shown.sort()[0] ?? lastDay;
}

/** Whether its months add up, or its last month says all. */
function timeOf({ rule }: Indicator, indicators: readonly Indicator[]): 'flow' | 'stock' | 'neither' {
  if (rule.is === 'flow' || rule.is === 'stock') return rule.is;
  if (rule.is === 'part') return timeOf(indicatorOf(indicators, rule.of), indicators);
  if (rule.is !== 'sum') return 'neither';
  const kinds = new Set(rule.of.map(({ indicator }) => timeOf(indicatorOf(indicators, indicator), indicators)));
  return kinds.size === 1 ? ([...kinds][0] ?? 'neither') : 'neither';
}

/** Months that these days are made of; none where they begin or end within one. */
function monthsOf({ first, last }: Days): readonly string[] {
  const months: string[] = [];
  for (let month = first.slice(0, 7); month <= last.slice(0, 7); month = monthAfter(month)) months.push(month);
  const [opening, closing] = [daysOfMonth(months[0] ?? ''), daysOfMonth(months.at(-1) ?? '')];
  return opening.first === first && closing.last === last ? months : [];
}

function monthAfter(month: string): string {
  return dateAfter(`${month}-01`, 1, 0).slice(0, 7);
}

function split(of: string): readonly [string, string] {
  const [form = '', period = ''] = of.split(' ');
  return [form, period];
}

function remembered<Value>(make: (key: string) => Value): (key: string) => Value {
  const known = new Map<string, Value>();
  return (key) => {
    const value = known.get(key) ?? make(key);
    known.set(key, value);
    return value;
  };
}
