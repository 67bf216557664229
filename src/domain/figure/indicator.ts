import type { Book, SeenFrom } from '../book/book.ts';
import type { Completion } from '../book/completion.ts';
import { candidateKinds, casesOf, countedCases } from '../book/count.ts';
import { lookAt } from '../book/look.ts';
import { type Days, sameLastYear, sinceNewYear } from '../calendar/period.ts';
import type { Condition, Operand } from '../condition.ts';
import type { Words } from '../words.ts';
import { type Formula, formulaValue } from './formula.ts';

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
  /** Counts only where the subject stands in another village after the fact than before it, by the period's boundaries. */
  readonly changesPlace?: true;
  /** Counts only those that name no subject, told without a name; each where it was written. */
  readonly isNameless?: true;
  /** What several facts of this kind tell of the same records and day counts once, as with the rule's `isOnce`. */
  readonly isOnce?: true;
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
      /** Only these groups count: how a `part` is taken. */
      readonly groups?: readonly string[];
    }
  | {
      readonly is: 'stock';
      readonly kind: string;
      readonly at?: 'start' | 'end';
      readonly where?: Condition;
      readonly isOfHolders?: true;
      readonly by?: readonly Operand[];
      /** Only these groups count: how a `part` is taken. */
      readonly groups?: readonly string[];
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
  /** Of these, how many rest on one of these records; few are looked for among many. */
  readonly restingOn: (ids: ReadonlySet<string>) => number;
  /** Both parts travel with a ratio; `cases` are then the numerator's. */
  readonly parts?: { readonly numerator: Evaluation; readonly denominator: Evaluation };
}

/** Rules that count records one by one. */
export type CountRule = Extract<IndicatorRule, { readonly is: 'flow' | 'stock' }>;

/**
 * A number and the cases behind it.
 * @param days the period, whole civil days
 * @param places unit ids whose cases count, e.g. the villages of a commune
 */
export function evaluate(indicator: Indicator, book: Book, days: Days, places: ReadonlySet<string>): Evaluation {
  return evaluateBy(indicator, book.catalogue.indicators, days, (rule, within) => {
    const candidates = candidateKinds(rule).flatMap((kind) => [...book.all(kind)]);
    const all = candidates.flatMap((candidate) => casesOf(rule, lookAt(book, candidate), within));
    const found = countedCases(
      rule,
      all.filter((one) => places.has(one.place)),
    );
    return { size: found.length, cases: () => found };
  });
}

/** A count over some days. */
export interface Wanted {
  readonly rule: CountRule;
  readonly days: Days;
}

/** What is known of one count: how much it comes to, and, when somebody asks, which cases. */
export interface Counted {
  readonly size: number;
  readonly cases: () => readonly Case[];
  /** As of an evaluation, where that is quicker than to look through its cases. */
  readonly restingOn?: (ids: ReadonlySet<string>) => number;
}

/** Answers one count over these days, already of the right places. */
export type CountSource = (rule: CountRule, days: Days) => Counted;

/** The same, over what somebody keeps. No list of cases is made before it is asked for. */
export function evaluateBy(
  indicator: Indicator,
  indicators: readonly Indicator[],
  days: Days,
  source: CountSource,
): Evaluation {
  const { rule } = indicator;
  const other = (key: string, within: Days) => evaluateBy(indicatorOf(indicators, key), indicators, within, source);
  const counted = rule.is === 'part' ? partRule(rule, indicators) : rule;
  if (counted.is !== 'flow' && counted.is !== 'stock') return worked(counted, days, other);
  const { size, cases, restingOn } = source(counted, days);
  return evaluation(size, cases, { restingOn });
}

type Part = Extract<IndicatorRule, { readonly is: 'part' }>;

/** One object for each part of a count: counts are known by their rules. */
const partRules = new WeakMap<Part, WeakMap<CountRule, CountRule>>();

/** The count of which this is a part, with these groups alone. */
function partRule(part: Part, indicators: readonly Indicator[]): CountRule {
  const { rule } = indicatorOf(indicators, part.of);
  if (rule.is !== 'flow' && rule.is !== 'stock') throw new TypeError(`${part.of} counts no records`);
  const known = partRules.get(part) ?? new WeakMap<CountRule, CountRule>();
  const made = known.get(rule) ?? { ...rule, groups: part.groups };
  partRules.set(part, known.set(rule, made));
  return made;
}

/** A number that others are put together to. */
function worked(rule: Formula, days: Days, evaluated: (key: string, within: Days) => Evaluation): Evaluation {
  if (rule.is === 'sum') {
    const parts = rule.of.map((one) => ({ found: evaluated(one.indicator, days), times: one.times }));
    const value = formulaValue(rule, (_, index) => parts[index]?.found.value ?? null);
    if (rule.isNet) return evaluation(value, () => netCases(parts));
    const restingOn: RestingOn = (ids) => parts.reduce((sum, { found }) => sum + found.restingOn(ids), 0);
    return evaluation(value, () => parts.flatMap(({ found }) => found.cases), { restingOn });
  }
  if (rule.is === 'change') {
    const [now, before] = [evaluated(rule.of, days), evaluated(rule.of, sameLastYear(days))];
    const value = formulaValue(rule, (_, index) => [now, before][index]?.value ?? null);
    return evaluation(value, () => now.cases, { restingOn: now.restingOn });
  }
  const within = rule.isSinceNewYear ? sinceNewYear(days) : days;
  const [numerator, denominator] = [evaluated(rule.numerator, within), evaluated(rule.denominator, within)];
  const value = formulaValue(rule, (_, index) => [numerator, denominator][index]?.value ?? null);
  const { restingOn } = numerator;
  return evaluation(value, () => numerator.cases, { restingOn, parts: { numerator, denominator } });
}

/** Every count that these indicators ask for over these days, so that all can be taken together. */
export function countsBehind(keys: readonly string[], indicators: readonly Indicator[], days: Days): readonly Wanted[] {
  const wanted: Wanted[] = [];
  const note: CountSource = (rule, within) => {
    wanted.push({ rule, days: within });
    return { size: 0, cases: () => [] };
  };
  for (const key of keys) evaluateBy(indicatorOf(indicators, key), indicators, days, note);
  return wanted;
}

type RestingOn = Evaluation['restingOn'];

interface Beside {
  readonly restingOn?: RestingOn | undefined;
  readonly parts?: Evaluation['parts'];
}

function evaluation(value: number | null, find: () => readonly Case[], { restingOn, parts }: Beside = {}): Evaluation {
  let known: readonly Case[] | undefined;
  const cases = (): readonly Case[] => {
    known ??= find();
    return known;
  };
  return {
    value,
    get cases() {
      return cases();
    },
    restingOn: restingOn ?? ((ids) => cases().filter((one) => restsOn(one, ids)).length),
    ...(parts && { parts }),
  };
}

/** Whether a case is told by one of these records, or about one. */
function restsOn({ record, subject }: Case, ids: ReadonlySet<string>): boolean {
  return ids.has(record) || ids.has(subject);
}

/** Who counts more often than they are taken away, or the other way about: each once, as they counted first. */
function netCases(parts: readonly { readonly found: Evaluation; readonly times: number }[]): readonly Case[] {
  const net = new Map<string, number>();
  const firsts = new Map<string, Case>();
  for (const { found, times } of parts) {
    for (const one of found.cases) {
      net.set(one.subject, (net.get(one.subject) ?? 0) + times);
      if (!firsts.has(one.subject)) firsts.set(one.subject, one);
    }
  }
  return [...firsts.values()].filter(({ subject }) => net.get(subject) !== 0);
}

const byKey = new WeakMap<readonly Indicator[], ReadonlyMap<string, Indicator>>();

export function indicatorOf(indicators: readonly Indicator[], key: string): Indicator {
  const known = byKey.get(indicators) ?? new Map(indicators.map((indicator) => [indicator.key, indicator]));
  byKey.set(indicators, known);
  const found = known.get(key);
  if (found === undefined) throw new Error(`no indicator ${key}`);
  return found;
}

type Versions = Map<string, readonly Indicator[]>;

const byDay = new WeakMap<readonly Indicator[], Versions | false>();

/** By day what is in force; `undefined` where nothing is told in two ways. */
function versionsOf(indicators: readonly Indicator[]): Versions | undefined {
  const isTwofold = () => new Set(indicators.map(({ key }) => key)).size < indicators.length;
  const known = byDay.get(indicators) ?? (isTwofold() && new Map());
  byDay.set(indicators, known);
  return known || undefined;
}

/**
 * Of each key the definition in force on a day: a number that is told otherwise from some day on stands twice, the first
 * with its last day. A period goes by its last day, and so does all that it is compared with.
 */
export function indicatorsOn(indicators: readonly Indicator[], day: string): readonly Indicator[] {
  const versions = versionsOf(indicators);
  if (versions === undefined) return indicators;
  const known = versions.get(day) ?? indicators.filter(({ from, to = day }) => from <= day && to >= day);
  versions.set(day, known);
  return known;
}
