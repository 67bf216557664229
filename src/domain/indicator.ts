import { type Book, type BookRecord, factScope, holderOf, momentOf } from './book/book.ts';
import { dayState, stateAfter } from './book/timeline.ts';
import { dayBefore } from './calendar/civil-date.ts';
import type { Days } from './calendar/period.ts';
import { type Condition, holds } from './condition.ts';
import type { Fields } from './value.ts';
import type { Words } from './words.ts';

/**
 * One number, as one object. `flow` counts facts dated in the period; `stock` counts records at the close of its last
 * day, or (`at: 'start'`) of the day before its first; `ratio` divides. Scope of a flow's condition: `fact` (its
 * fields), each record its fields name with its dated values after that fact on that day (`fact.child` → `child`). Scope
 * of a stock: `it` with dated values at the close of that day, and `day`. `subject` is the field whose record the case
 * shows, and whose place it counts in.
 */
type IndicatorRule =
  | { readonly is: 'flow'; readonly fact: string; readonly subject: string; readonly where?: Condition }
  | { readonly is: 'stock'; readonly kind: string; readonly at?: 'start' | 'end'; readonly where?: Condition }
  | { readonly is: 'ratio'; readonly numerator: string; readonly denominator: string; readonly times: number };

export interface Indicator {
  readonly key: string;
  readonly label: Words;
  readonly unit: Words;
  readonly decimals: number;
  readonly rule: IndicatorRule;
  readonly from: string;
  readonly to?: string;
  readonly law: string;
}

/** One record behind a number. */
export interface Case {
  /** The fact of a flow, the record of a stock. */
  readonly record: string;
  readonly subject: string;
  /** Record the subject lived with then, e.g. the household; absent where unknown. */
  readonly holder?: string;
  /** Unit id it counts in. */
  readonly place: string;
  /** Civil date of the fact, or the day at whose close the stock was taken. */
  readonly date: string;
}

/** Value and cases come from one evaluation: for a count the value is the length of the list. */
export interface Evaluation {
  /** null: a ratio without a denominator. */
  readonly value: number | null;
  readonly cases: readonly Case[];
  /** Both parts travel with a ratio; `cases` are then the numerator's. */
  readonly parts?: { readonly numerator: Evaluation; readonly denominator: Evaluation };
}

/** Rules that count records one by one. */
export type CountRule = Exclude<IndicatorRule, { readonly is: 'ratio' }>;

/** Kind of the records that a count looks at, each on its own. */
export function candidateKind(rule: CountRule): string {
  return rule.is === 'flow' ? rule.fact : rule.kind;
}

/** Whether one record counts over these days, and where: a number can be mended record by record. */
export function caseOf(rule: CountRule, book: Book, days: Days, candidate: BookRecord): Case | undefined {
  return rule.is === 'flow' ? flowCase(rule, book, days, candidate) : stockCase(rule, book, days, candidate);
}

function flowCase(
  rule: Extract<CountRule, { readonly is: 'flow' }>,
  book: Book,
  days: Days,
  fact: BookRecord,
): Case | undefined {
  const moment = momentOf(book.catalogue, fact);
  if (moment === undefined || moment.date < days.first || moment.date > days.last) return undefined;
  const named = fact.fields[rule.subject];
  const subject = typeof named === 'string' ? book.get(named) : undefined;
  if (subject === undefined) return undefined;
  if (rule.where !== undefined && !holds(rule.where, factScope(book, fact, moment))) return undefined;
  const state = stateAfter(book.timeline(subject), moment);
  return { record: fact.id, date: moment.date, ...whereabouts(book, subject, state) };
}

function stockCase(
  rule: Extract<CountRule, { readonly is: 'stock' }>,
  book: Book,
  days: Days,
  record: BookRecord,
): Case | undefined {
  const day = rule.at === 'start' ? dayBefore(days.first) : days.last;
  const state = dayState(book.timeline(record), day);
  if (rule.where !== undefined && !holds(rule.where, { it: state, day })) return undefined;
  return { record: record.id, date: day, ...whereabouts(book, record, state) };
}

/** A person belongs to the village of the household that holds them on that day. */
function whereabouts(book: Book, subject: BookRecord, state: Fields): Pick<Case, 'subject' | 'place' | 'holder'> {
  const holder = holderOf(book, subject, state);
  if (holder === undefined) return { subject: subject.id, place: subject.place };
  return { subject: subject.id, place: holder.place, holder: holder.id };
}

/**
 * A number and the cases behind it.
 * @param days the period, whole civil days
 * @param places unit ids whose cases count, e.g. the villages of a commune
 */
export function evaluate(indicator: Indicator, book: Book, days: Days, places: ReadonlySet<string>): Evaluation {
  const count = (rule: CountRule): readonly Case[] => {
    const cases: Case[] = [];
    for (const candidate of book.all(candidateKind(rule))) {
      const found = caseOf(rule, book, days, candidate);
      if (found !== undefined) cases.push(found);
    }
    return cases;
  };
  return evaluateBy(indicator, book, (rule) => count(rule).filter((one) => places.has(one.place)));
}

/** The same, over cases that somebody keeps: `casesOf` answers the cases of one count, already of the right places. */
export function evaluateBy(
  indicator: Indicator,
  book: Book,
  casesOf: (rule: CountRule) => readonly Case[],
): Evaluation {
  const { rule } = indicator;
  if (rule.is !== 'ratio') {
    const cases = casesOf(rule);
    return { value: cases.length, cases };
  }
  const part = (key: string) => evaluateBy(indicatorOf(book.catalogue.indicators, key), book, casesOf);
  const [numerator, denominator] = [part(rule.numerator), part(rule.denominator)];
  const hasBoth = numerator.value !== null && denominator.value !== null && denominator.value !== 0;
  const value = hasBoth ? ((numerator.value ?? 0) / (denominator.value ?? 1)) * rule.times : null;
  return { value, cases: numerator.cases, parts: { numerator, denominator } };
}

export function indicatorOf(indicators: readonly Indicator[], key: string): Indicator {
  const found = indicators.find((indicator) => indicator.key === key);
  if (found === undefined) throw new Error(`no indicator ${key}`);
  return found;
}
