import { catalogue } from '../../../src/catalogue/index.ts';
import type { CauseOf } from '../../../src/register/figures/closing/compare-contents.ts';
import { causeIn } from '../../../src/register/figures/closing/latest-head.ts';
import type { Head, RecordState } from '../../../src/sync/records/record-state.ts';

/** A record that was written to after a report was frozen, and the last such writing. */
export interface LateWrite {
  readonly state: RecordState;
  readonly head: Head;
}

/** Why a case differs: the last late writing among the records that it rests on. */
export function causesOf(late: readonly LateWrite[], names: ReadonlyMap<string, string>): CauseOf {
  const byRecord = new Map(late.map((one) => [one.state.id, one]));
  return (records) => {
    const told = causeIn(
      catalogue,
      records.flatMap((id) => byRecord.get(id) ?? []),
      (user) => names.get(user),
    );
    return told && { ...told, isLate: true };
  };
}
