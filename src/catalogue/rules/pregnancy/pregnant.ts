import type { Condition, Operand } from '../../../domain/condition.ts';
import { isNotSince } from '../spans.ts';

/* A pregnancy that the book has no end of: with a birth due, until somebody has asked. */

/** Since when it is known. */
export const pregnantSince: Operand = { path: 'open.pregnancy' };
/** Forty weeks after the beginning that the week of gestation tells; unknown where no week is written down. */
export const dueByWeek: Operand = { path: 'pregnancy.dueByWeek' };
/** Where no week is known. */
export const dueByDate: Operand = { after: pregnantSince, months: 9 };
export const isPregnant: Condition = { not: { unknown: pregnantSince } };

/**
 * Nobody has visited her since that day. A pregnancy may have ended in a way that she wants nobody to write down by her
 * name: whoever was there once after the birth was due does not ask again.
 */
export function isUnvisitedSince(due: Operand): Condition {
  return isNotSince({ path: 'last.visit.person' }, due);
}
