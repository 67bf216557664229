import type { RecordState } from '../../../sync/records/record-state.ts';

/**
 * Whether a record was erased on request. The hub marks it; on a phone it is a record that has fields and no value in any
 * of them, which no form makes.
 */
export function wasErased(state: RecordState | undefined): boolean {
  if (state === undefined) return false;
  const heads = Object.values(state.fields).flat();
  return state.erased === true || (heads.length > 0 && heads.every(({ value }) => value === null));
}
