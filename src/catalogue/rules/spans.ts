import type { Condition, Operand } from '../../domain/condition.ts';

/* How long ago, in words that rules share. Unknown dates are never long ago. */

export const today: Operand = { path: 'today' };
/** 1 January of this year. */
export const newYear: Operand = { path: 'newYear' };
export const birthDate: Operand = { path: 'it.birthDate' };
/** Completed years today. */
export const age: Operand = { path: 'age' };
/** Completed years on the last day of this year. */
export const ageThisYear: Operand = { yearsFrom: birthDate, to: { after: newYear, months: 11, days: 30 } };

type Span = { readonly years?: number; readonly months?: number; readonly days?: number };

export function isLongerAgo(date: Operand, span: Span): Condition {
  return { below: [{ after: date, ...span }, today] };
}

/** Not on or after that day, or never. */
export function isNotSince(date: Operand, since: Operand): Condition {
  return { any: [{ unknown: date }, { below: [date, since] }] };
}

/** From this many months and days after 1 January, for some months. */
export function isInSeason(from: { readonly months: number }, months: number): Condition {
  return {
    all: [
      { not: { below: [today, { after: newYear, months: from.months }] } },
      { below: [today, { after: newYear, months: from.months + months }] },
    ],
  };
}

export function resides(code: string): Condition {
  return { is: [{ path: 'it.residence' }, { value: code }] };
}

export const isFemale: Condition = { is: [{ path: 'it.sex' }, { value: 'female' }] };

/** Something is written there. */
export const isKnown = (path: string): Condition => ({ not: { unknown: { path } } });
