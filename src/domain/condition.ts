import { completedYears } from './calendar/age.ts';
import { dateAfter, dayNumber } from './calendar/civil-date.ts';
import { comparePartialDates, completeDate, isPartialDate } from './calendar/partial-date.ts';
import { canonicalText, type Value } from './value.ts';

/**
 * A rule as data, readable aloud. Operands name values of a scope by path ("birthDate", "mother.birthDate"),
 * give a literal, or derive: completed years, whole days between two dates, the day some time after one. An unknown operand makes a comparison
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
  | ({ readonly after: Operand } & Span);

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
  if ('all' in condition) return condition.all.every((part) => holds(part, scope));
  if ('any' in condition) return condition.any.some((part) => holds(part, scope));
  if ('not' in condition) return !holds(condition.not, scope);
  if ('complete' in condition) return isWholeDate(operandValue(condition.complete, scope));
  if ('unknown' in condition) return operandValue(condition.unknown, scope) === undefined;
  if ('oneOf' in condition) return isOneOf(operandValue(condition.oneOf[0], scope), condition.oneOf[1]);
  if ('is' in condition) return compares(condition.is, scope, (order) => order === 0);
  if ('below' in condition) return compares(condition.below, scope, (order) => order < 0);
  return compares(condition.above, scope, (order) => order > 0);
}

/** The value an operand stands for; `undefined` = unknown (absent, null or empty text). A nested record is its id. */
export function operandValue(operand: Operand, scope: Scope): Value | undefined {
  if ('value' in operand) return known(operand.value);
  if ('path' in operand) return known(resolve(operand.path, scope));
  if ('lengthOf' in operand) return lengthOf(operandValue(operand.lengthOf, scope));
  if ('bandOf' in operand) return bandOf(operandValue(operand.bandOf, scope), operand);
  if ('after' in operand) return laterDay(operandValue(operand.after, scope), operand);
  if ('yearsFrom' in operand) return betweenDates(operand.yearsFrom, operand.to, scope, completedYears) ?? undefined;
  return betweenDates(operand.daysFrom, operand.to, scope, daysFrom) ?? undefined;
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

function resolve(path: string, scope: Scope): Value | Scope | undefined {
  let found: Value | Scope | undefined = scope;
  for (const name of namesIn(path)) {
    // Own members only: a path "constructor" is unknown, not a function.
    if (!isNested(found)) return undefined;
    found = Object.hasOwn(found, name) ? found[name] : found[lazily]?.(name);
  }
  return found;
}

/** Rules are asked of 60,000 people: their paths are taken apart once. */
const takenApart = new Map<string, readonly string[]>();

function namesIn(path: string): readonly string[] {
  const known = takenApart.get(path) ?? path.split('.');
  takenApart.set(path, known);
  return known;
}

function isNested(found: Value | Scope | undefined): found is Scope {
  return typeof found === 'object' && found !== null && !Array.isArray(found);
}

function isWholeDate(found: Value | undefined): boolean {
  return typeof found === 'string' && found.length === 10 && isPartialDate(found);
}

/** Codes and numbers; lists are never a choice. */
function isOneOf(found: Value | undefined, values: readonly Value[]): boolean {
  return found !== undefined && values.includes(found);
}

function compares(pair: readonly [Operand, Operand], scope: Scope, fits: (order: number) => boolean): boolean {
  const [one, other] = [operandValue(pair[0], scope), operandValue(pair[1], scope)];
  if (one === undefined || other === undefined) return false;
  const order = orderOf(one, other);
  return order !== undefined && fits(order);
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

function betweenDates(
  from: Operand,
  to: Operand,
  scope: Scope,
  measure: (from: string, to: string) => number | null,
): number | null {
  const [start, end] = [operandValue(from, scope), operandValue(to, scope)];
  if (typeof start !== 'string' || typeof end !== 'string') return null;
  return isPartialDate(start) && isPartialDate(end) ? measure(start, end) : null;
}

function daysFrom(from: string, to: string): number {
  return dayNumber(completeDate(to)) - dayNumber(completeDate(from));
}
