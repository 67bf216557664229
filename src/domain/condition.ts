import { completedYears } from './calendar/age.ts';
import { dateAfter, dayNumber } from './calendar/civil-date.ts';
import { comparePartialDates, completeDate, isPartialDate } from './calendar/partial-date.ts';
import { canonicalText, type Value } from './value.ts';

/**
 * A rule as data, readable aloud. Operands name values of a scope by path ("birthDate", "mother.birthDate"),
 * give a literal, or derive: completed years, whole days between two dates, the day some time after one, the first that
 * is known of several. An unknown operand makes a comparison
 * false, never an error: unknown is blank, never invented.
 */
export type Operand =
  | { readonly path: string }
  | { readonly value: Value }
  | { readonly yearsFrom: Operand; readonly to: Operand }
  | { readonly daysFrom: Operand; readonly to: Operand }
  /** Number of characters of a text. */
  | { readonly lengthOf: Operand }
  /** The band that a number falls in, as text: of width 5 up to 80 "15-19" or "80+". */
  | { readonly bandOf: Operand; readonly width: number; readonly last: number }
  | ({ readonly after: Operand } & Span)
  | { readonly firstOf: readonly Operand[] };

/** Whole years, months and days. */
interface Span {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly is: readonly [Operand, Operand] }
  | { readonly below: readonly [Operand, Operand] }
  | { readonly above: readonly [Operand, Operand] }
  | { readonly oneOf: readonly [Operand, readonly Value[]] }
  | { readonly unknown: Operand }
  /** A path that was answered, with nothing. */
  | { readonly emptied: string }
  /** A date known to the day. */
  | { readonly complete: Operand };

/** Under this key a scope may answer for names that it does not hold: parts that are worked out only when asked for. */
export const lazily: unique symbol = Symbol('lazily');

/** What paths resolve in: nested plain data. */
export interface Scope {
  readonly [name: string]: Value | Scope | undefined;
  readonly [lazily]?: (name: string) => Value | Scope | undefined;
}

/** Whether a rule holds in a scope. `not` of an unknown comparison holds: ask for `unknown` where that matters. */
export function holds(condition: Condition, scope: Scope): boolean {
  return testOf(condition)(scope);
}

/** The value an operand stands for; `undefined` = unknown (absent, null or empty text). A nested record is its id. */
export function operandValue(operand: Operand, scope: Scope): Value | undefined {
  return readerOf(operand)(scope);
}

/*
 * Rules are asked of 60,000 people a hundred times a report: each is put together once, as a function of the scope.
 */
type Test = (scope: Scope) => boolean;
type Reader = (scope: Scope) => Value | undefined;

const tests = new WeakMap<Condition, Test>();
const readers = new WeakMap<Operand, Reader>();

function testOf(condition: Condition): Test {
  const known = tests.get(condition) ?? makeTest(condition);
  tests.set(condition, known);
  return known;
}

function readerOf(operand: Operand): Reader {
  const known = readers.get(operand) ?? makeReader(operand);
  readers.set(operand, known);
  return known;
}

function makeTest(condition: Condition): Test {
  if ('all' in condition) return every(condition.all.map(testOf));
  if ('any' in condition) return some(condition.any.map(testOf));
  if ('not' in condition) {
    const test = testOf(condition.not);
    return (scope) => !test(scope);
  }
  if ('complete' in condition) {
    const read = readerOf(condition.complete);
    return (scope) => isWholeDate(read(scope));
  }
  if ('unknown' in condition) {
    const read = readerOf(condition.unknown);
    return (scope) => read(scope) === undefined;
  }
  if ('emptied' in condition) {
    const find = pathOf(condition.emptied);
    return (scope) => find(scope) === null;
  }
  if ('oneOf' in condition) return oneOf(...condition.oneOf);
  if ('is' in condition) return isSame(...condition.is);
  if ('below' in condition) return compares(condition.below, (order) => order < 0);
  return compares(condition.above, (order) => order > 0);
}

function every(parts: readonly Test[]): Test {
  return (scope) => {
    for (const part of parts) if (!part(scope)) return false;
    return true;
  };
}

function some(parts: readonly Test[]): Test {
  return (scope) => {
    for (const part of parts) if (part(scope)) return true;
    return false;
  };
}

/** Codes and numbers; lists are never a choice. */
function oneOf(operand: Operand, values: readonly Value[]): Test {
  const read = readerOf(operand);
  return (scope) => {
    const found = read(scope);
    return found !== undefined && values.includes(found);
  };
}

/** Most rules ask for a code, which is nothing but itself: a date may be written in several ways. */
function isSame(one: Operand, other: Operand): Test {
  const code = 'value' in other ? other.value : undefined;
  if (typeof code !== 'string' || code === '' || isPartialDate(code)) {
    return compares([one, other], (order) => order === 0);
  }
  const read = readerOf(one);
  return (scope) => read(scope) === code;
}

function compares([one, other]: readonly [Operand, Operand], fits: (order: number) => boolean): Test {
  const [readOne, readOther] = [readerOf(one), readerOf(other)];
  return (scope) => {
    const [a, b] = [readOne(scope), readOther(scope)];
    if (a === undefined || b === undefined) return false;
    const order = orderOf(a, b);
    return order !== undefined && fits(order);
  };
}

function makeReader(operand: Operand): Reader {
  if ('value' in operand) {
    const value = known(operand.value);
    return () => value;
  }
  if ('path' in operand) return readPath(operand.path);
  if ('lengthOf' in operand) {
    const read = readerOf(operand.lengthOf);
    return (scope) => lengthOf(read(scope));
  }
  if ('bandOf' in operand) {
    const read = readerOf(operand.bandOf);
    return (scope) => bandOf(read(scope), operand);
  }
  if ('after' in operand) {
    const read = readerOf(operand.after);
    return (scope) => laterDay(read(scope), operand);
  }
  if ('firstOf' in operand) return firstKnown(operand.firstOf.map(readerOf));
  if ('yearsFrom' in operand) return between(operand.yearsFrom, operand.to, completedYears);
  return between(operand.daysFrom, operand.to, daysFrom);
}

function readPath(path: string): Reader {
  const find = pathOf(path);
  return (scope) => known(find(scope));
}

/** What stands at the end of a path, also an answer that was emptied or nested data. */
function pathOf(path: string): (scope: Scope) => Value | Scope | undefined {
  const names = path.split('.');
  return (scope) => {
    let found: Value | Scope | undefined = scope;
    for (const name of names) {
      // Own members only: a path "constructor" is unknown, not a function.
      if (!isNested(found)) return undefined;
      found = Object.hasOwn(found, name) ? found[name] : found[lazily]?.(name);
    }
    return found;
  };
}

function firstKnown(parts: readonly Reader[]): Reader {
  return (scope) => {
    for (const read of parts) {
      const found = read(scope);
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

function between(from: Operand, to: Operand, measure: (from: string, to: string) => number | null): Reader {
  const [readFrom, readTo] = [readerOf(from), readerOf(to)];
  return (scope) => {
    const [start, end] = [readFrom(scope), readTo(scope)];
    if (typeof start !== 'string' || typeof end !== 'string') return undefined;
    return isPartialDate(start) && isPartialDate(end) ? (measure(start, end) ?? undefined) : undefined;
  };
}

function laterDay(from: Value | undefined, { years = 0, months = 0, days = 0 }: Span): string | undefined {
  if (typeof from !== 'string' || !isPartialDate(from)) return undefined;
  return dateAfter(completeDate(from), years * 12 + months, days);
}

function lengthOf(value: Value | undefined): number | undefined {
  return typeof value === 'string' ? value.length : undefined;
}

function bandOf(value: Value | undefined, { width, last }: { readonly width: number; readonly last: number }) {
  if (typeof value !== 'number') return undefined;
  const from = Math.floor(value / width) * width;
  return from < last ? `${from}-${from + width - 1}` : `${last}+`;
}

function known(found: Value | Scope | undefined): Value | undefined {
  if (found === undefined || found === null || found === '') return undefined;
  if (!isNested(found)) return found;
  // A record stands for its id: a rule about who was named reads alike over answers and over a scope of records.
  return typeof found.id === 'string' ? found.id : undefined;
}

/** What a path leads to, where that is nested data. */
export function nestedIn(path: string, scope: Scope): Scope | undefined {
  const found = pathOf(path)(scope);
  return isNested(found) ? found : undefined;
}

export function isNested(found: Value | Scope | undefined): found is Scope {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}

function isWholeDate(found: Value | undefined): boolean {
  return typeof found === 'string' && found.length === 10 && isPartialDate(found);
}

/** Numbers by size, dates by day (partial ones by their first), other text and values only as same or not. */
function orderOf(one: Value, other: Value): number | undefined {
  if (one === other) return 0;
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') {
    return isPartialDate(one) && isPartialDate(other) ? comparePartialDates(one, other) : undefined;
  }
  return canonicalText(one) === canonicalText(other) ? 0 : undefined;
}

function daysFrom(from: string, to: string): number {
  return dayNumber(completeDate(to)) - dayNumber(completeDate(from));
}
