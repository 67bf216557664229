import { isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { ActProblem } from './act.ts';
import { problem } from './problem.ts';

/** An act has a whole day, and none to come. */
export function dateProblems(date: string, today: string): readonly ActProblem[] {
  if (date.length !== 10 || !isPartialDate(date)) return [problem('date_missing')];
  return date > today ? [problem('date_after_today')] : [];
}
