import type { Words } from '../../domain/words.ts';

/*
 * A village that looks odd against its own history, never against another village: a month's count beside the mean of
 * the twelve months before it. Counts of so few people scatter by about the root of their mean.
 */

/** Counts that are looked at; nothing of what only a person's own panel says. */
export const watchedCounts: readonly string[] = ['births', 'deaths', 'move_in', 'move_out', 'married_persons'];

/** Months that a village is measured by. */
export const monthsOfHistory = 12;

/** So many roots of the mean above it are odd, and so many below it. A village of one event a month is never too quiet. */
const roots = { above: 3, below: 1.7 } as const;
const leastMean = 3;

export function isOdd(count: number, mean: number): boolean {
  if (count > mean + roots.above * Math.sqrt(Math.max(mean, 1))) return true;
  return mean >= leastMean && count < mean - roots.below * Math.sqrt(mean);
}

/** `{label}`, `{count}`, `{mean}`. */
export const oddMessage: Words = {
  vi: '{label}: tháng này {count}, trung bình 12 tháng trước {mean}',
  en: '{label}: {count} this month, {mean} on average in the 12 months before',
};
