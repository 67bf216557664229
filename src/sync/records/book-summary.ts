import type { BookSummary } from '../wire/changes.ts';

/** Of one place; 0 of one that is not among them. */
export function recordsIn({ places }: BookSummary, place: string): number {
  return places.find(([one]) => one === place)?.[1] ?? 0;
}

/** Of all places. */
export function recordsOf({ places }: BookSummary): number {
  return places.reduce((sum, [, records]) => sum + records, 0);
}
