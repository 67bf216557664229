import { isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { Words } from '../../domain/words.ts';
import type { ActProblem } from './act.ts';
import { problem } from './problem.ts';

/**
 * An act has a whole day, and none to come.
 * @param missing what is said where there is none
 */
export function dateProblems(date: string, today: string, missing?: Words): readonly ActProblem[] {
  if (date.length !== 10 || !isPartialDate(date)) return [problem('date_missing', undefined, missing)];
  return date > today ? [problem('date_after_today')] : [];
}
