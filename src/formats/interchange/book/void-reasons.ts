import { shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';

/* Why an import takes something back. The reason is kept with the void, and read again by the next import. */

/** An import as a whole was taken back: the same file brings it to life again without a question. */
export const undoReason = 'Hoàn tác lần nhập từ tệp';

const replaced = 'Nội dung khác trong tệp nhập sau';

/** A later file says it otherwise: the reason names the record that stands instead. */
export function replacedReason(by: string): string {
  return `${replaced}: ${by}`;
}

/** Why a record was taken back; empty where it was not, or nobody said. */
export function voidReason(state: RecordState): string {
  const last = shown({ ...state, fields: { life: state.life } }, 'life');
  return typeof last === 'object' && last !== null && 'reason' in last && typeof last.reason === 'string'
    ? last.reason
    : '';
}

/** Id of the record that stands instead of one that a later file replaced. */
export function replacedBy(state: RecordState): string | undefined {
  const reason = voidReason(state);
  return reason.startsWith(`${replaced}: `) ? reason.slice(replaced.length + 2) : undefined;
}
