import { type Book, type BookRecord, factScope, holderOf, momentOf, type SeenFrom, stateSeen } from './book/book.ts';
import { type Completion, isCompleting } from './book/completion.ts';
import { dayState, type Moment } from './book/timeline.ts';
import { wholeTelling } from './book/told-twice.ts';
import { dayBefore } from './calendar/civil-date.ts';
import { type Days, sameLastYear, sinceNewYear } from './calendar/period.ts';
import { type Condition, holds, type Operand, operandValue, type Scope } from './condition.ts';
import { type Formula, formulaValue } from './formula.ts';
import type { Fields, Value } from './value.ts';
import type { Words } from './words.ts';

export type { SeenFrom };

/**
 * How facts of one kind count. `subject` is the field whose record the case shows, and whose place it counts in as
 * `seen`: right after the fact unless said. Scope of `where`: see `factScope`; the records are as after the fact, or with
 * `dayBefore` as they closed that day.
 */
export interface FlowPart {
  readonly fact: string;
  readonly subject: string;
  readonly seen?: SeenFrom;
  readonly where?: Condition;
  /** Counts only those that name no subject, told without a name; each where it was written. */
  readonly isNameless?: true;
  readonly completes?: Completion;
}

/**
 * One number, as one object. `flow` counts facts dated in the period, each once for every part that fits it, or only
 * for the first (`takes`); with `isOnce` what several facts tell of the same records and day counts once.
 * `stock` counts records at the close of its last day, or (`at: 'start'`) of the day before its first; scope: `it` with
 * dated values at the close of that day, `day`, `holder` whom it lives with. With `isOfHolders` not these records count
 * but whoever holds one, e.g. households with a resident. `by` sorts the cases into groups, e.g. by sex and age; `part`
 * counts those of another count's cases that are in these groups. What formulas make of numbers: see `Formula`; a sum
 * that `isNet` has only those as cases who do not cancel out.
 */
type IndicatorRule =
  | {
      readonly is: 'flow';
      readonly of: readonly FlowPart[];
      readonly takes?: 'first';
      readonly isOnce?: true;
      readonly by?: readonly Operand[];
    }
  | {
      readonly is: 'stock';
      readonly kind: string;
      readonly at?: 'start' | 'end';
      readonly where?: Condition;
      readonly isOfHolders?: true;
      readonly by?: readonly Operand[];
    }
  | { readonly is: 'part'; readonly of: string; readonly groups: readonly string[] }
  | Formula;

export interface Indicator {
  readonly key: string;
  readonly label: Words;
  readonly unit: Words;
  readonly decimals: number;
  readonly rule: IndicatorRule;
  /** Whoever counts here is told of in the own panel only: the list opens to few, and each look is logged. */
  readonly isSensitive?: true;
  /** Said beside the number where it is above that, e.g. why a share is over 100 %. */
  readonly remark?: { readonly above: number; readonly words: Words };
  /** Resting on fewer than `below` of these, chance rules it: shown grey, "số nhỏ". */
  readonly small?: { readonly of: string; readonly below: number };
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
  /** Values that it is sorted by, joined by commas, an unknown one empty: "female,15-19". */
  readonly group?: string;
}

/** Value and cases come from one evaluation: for a count the value is the length of the list, for a sum the lists of all. */
export interface Evaluation {
  /** null: a ratio without a denominator. */
  readonly value: number | null;
  readonly cases: readonly Case[];
  /** Both parts travel with a ratio; `cases` are then the numerator's. */
  readonly parts?: { readonly numerator: Evaluation; readonly denominator: Evaluation };
}

/** Rules that count records one by one. */
export type CountRule = Extract<IndicatorRule, { readonly is: 'flow' | 'stock' }>;

type Flow = Extract<CountRule, { readonly is: 'flow' }>;
type Stock = Extract<CountRule, { readonly is: 'stock' }>;

/** Kinds of the records that a count looks at, each record on its own. */
export function candidateKinds(rule: CountRule): readonly string[] {
  return rule.is === 'flow' ? [...new Set(rule.of.map(({ fact }) => fact))] : [rule.kind];
}

/** How one record counts over these days, and where: a number can be mended record by record. */
export function casesOf(rule: CountRule, book: Book, days: Days, candidate: BookRecord): readonly Case[] {
  if (rule.is === 'flow') return flowCases(rule, book, days, candidate);
  const found = stockCase(rule, book, days, candidate);
  return found === undefined ? [] : [found];
}

function flowCases(rule: Flow, book: Book, days: Days, fact: BookRecord): readonly Case[] {
  const moment = momentOf(book.catalogue, fact);
  if (moment === undefined || moment.date < days.first || moment.date > days.last) return [];
  const told = rule.isOnce ? wholeTelling(book, fact, moment) : fact;
  if (told === undefined) return [];
  const cases: Case[] = [];
  for (const part of rule.of) {
    const found = part.fact === fact.kind ? partCase(part, rule.by, book, moment, told) : undefined;
    if (found !== undefined) cases.push(found);
    if (found !== undefined && rule.takes === 'first') break;
  }
  return cases;
}

function partCase(part: FlowPart, by: Flow['by'], book: Book, moment: Moment, fact: BookRecord): Case | undefined {
  const { seen = 'after', where } = part;
  const named = fact.fields[part.subject];
  if (part.isNameless) return namelessCase(part, by, fact, moment, named);
  const subject = typeof named === 'string' ? book.get(named) : undefined;
  if (subject === undefined || !isCompleting(part, book, moment, fact)) return undefined;
  const isScoped = where !== undefined || by !== undefined;
  const scope = isScoped ? factScope(book, fact, moment, seen === 'dayBefore' ? seen : 'after') : {};
  if (where !== undefined && !holds(where, scope)) return undefined;
  const state = stateSeen(book.timeline(subject), moment, seen);
  return { record: fact.id, date: moment.date, ...whereabouts(book, subject, state), ...groupOf(by, scope) };
}

/** Scope of a fact that names nobody: `fact` alone. */
function namelessCase(
  { where }: FlowPart,
  by: Flow['by'],
  fact: BookRecord,
  { date }: Moment,
  named: Value | undefined,
): Case | undefined {
  if (named !== undefined && named !== null) return undefined;
  const scope = { fact: fact.fields };
  if (where !== undefined && !holds(where, scope)) return undefined;
  return { record: fact.id, subject: fact.id, place: fact.place, date, ...groupOf(by, scope) };
}

function groupOf(by: Flow['by'], scope: Scope): Pick<Case, 'group'> {
  return by === undefined ? {} : { group: by.map((operand) => operandValue(operand, scope) ?? '').join() };
}

function stockCase(rule: Stock, book: Book, days: Days, record: BookRecord): Case | undefined {
  const day = rule.at === 'start' ? dayBefore(days.first) : days.last;
  const state = dayState(book.timeline(record), day);
  const scope = { it: state, day, ...(rule.isOfHolders && { holder: holderOf(book, record, state)?.fields }) };
  if (rule.where !== undefined && !holds(rule.where, scope)) return undefined;
  return { record: record.id, date: day, ...whereabouts(book, record, state), ...groupOf(rule.by, scope) };
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
  const count = (rule: CountRule, within: Days): readonly Case[] => {
    const candidates = candidateKinds(rule).flatMap((kind) => [...book.all(kind)]);
    return candidates.flatMap((candidate) => casesOf(rule, book, within, candidate));
  };
  return evaluateBy(indicator, book, days, (rule, within) =>
    count(rule, within).filter((one) => places.has(one.place)),
  );
}

/** Answers the cases of one count over these days, already of the right places. */
export type CaseSource = (rule: CountRule, days: Days) => readonly Case[];

/** The same, over cases that somebody keeps. */
export function evaluateBy(indicator: Indicator, book: Book, days: Days, source: CaseSource): Evaluation {
  const { rule } = indicator;
  const other = (key: string, within: Days) =>
    evaluateBy(indicatorOf(book.catalogue.indicators, key), book, within, source);
  if (rule.is === 'part') {
    const cases = other(rule.of, days).cases.filter(({ group = '' }) => rule.groups.includes(group));
    return { value: cases.length, cases };
  }
  if (rule.is !== 'flow' && rule.is !== 'stock') return worked(rule, days, other);
  const found = source(rule, days);
  const cases = rule.is === 'stock' && rule.isOfHolders ? holdersOf(found) : found;
  return { value: cases.length, cases };
}

/** A number that others are put together to. */
function worked(rule: Formula, days: Days, evaluated: (key: string, within: Days) => Evaluation): Evaluation {
  if (rule.is === 'sum') {
    const parts = rule.of.map((one) => ({ ...evaluated(one.indicator, days), times: one.times }));
    const value = formulaValue(rule, (_, index) => parts[index]?.value ?? null);
    return { value, cases: rule.isNet ? netCases(parts) : parts.flatMap(({ cases }) => cases) };
  }
  if (rule.is === 'change') {
    const [now, before] = [evaluated(rule.of, days), evaluated(rule.of, sameLastYear(days))];
    return { value: formulaValue(rule, (_, index) => [now, before][index]?.value ?? null), cases: now.cases };
  }
  const within = rule.isSinceNewYear ? sinceNewYear(days) : days;
  const [numerator, denominator] = [evaluated(rule.numerator, within), evaluated(rule.denominator, within)];
  const value = formulaValue(rule, (_, index) => [numerator, denominator][index]?.value ?? null);
  return { value, cases: numerator.cases, parts: { numerator, denominator } };
}

/** Who counts more often than they are taken away, or the other way about: each once, as they counted first. */
function netCases(parts: readonly (Evaluation & { readonly times: number })[]): readonly Case[] {
  const net = new Map<string, number>();
  const firsts = new Map<string, Case>();
  for (const { cases, times } of parts) {
    for (const one of cases) {
      net.set(one.subject, (net.get(one.subject) ?? 0) + times);
      if (!firsts.has(one.subject)) firsts.set(one.subject, one);
    }
  }
  return [...firsts.values()].filter(({ subject }) => net.get(subject) !== 0);
}

/** Each holder once; who lives with nobody known is of no holder. */
function holdersOf(cases: readonly Case[]): readonly Case[] {
  const found = new Map<string, Case>();
  for (const { holder, place, date } of cases) {
    if (holder !== undefined) found.set(holder, { record: holder, subject: holder, holder, place, date });
  }
  return [...found.values()];
}

export function indicatorOf(indicators: readonly Indicator[], key: string): Indicator {
  const found = indicators.find((indicator) => indicator.key === key);
  if (found === undefined) throw new Error(`no indicator ${key}`);
  return found;
}
