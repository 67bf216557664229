import type { UnitRow } from '../../sync/activation.ts';

/** Whether a village went to another commune since: its people are gone from here, the village stays. */
export function hasLeft(before: readonly UnitRow[], now: readonly UnitRow[]): boolean {
  const known = new Set(before.flatMap(({ id, went }) => (went === undefined ? [] : [id])));
  return now.some(({ id, went }) => went !== undefined && !known.has(id));
}
