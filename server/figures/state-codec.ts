import type { RecordState } from '../../src/sync/records/record-state.ts';

/** A stored record, as the hub itself merged and wrote it. */
export function readState(text: string): RecordState {
  return JSON.parse(text) as RecordState;
}
