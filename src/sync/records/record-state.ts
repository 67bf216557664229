import type { Value } from '../../domain/value.ts';
import type { OpId, RecordId } from '../op.ts';
import type { Stamp } from '../stamp.ts';

/** A value nobody has seen past: who wrote it, when by the effective stamp. */
export interface Head {
  readonly op: OpId;
  readonly value: Value;
  readonly stamp: Stamp;
  readonly user: string;
}

/**
 * A record as merged: for each field the puts that no other put has seen. One head, or equal values: settled.
 * `life` holds the heads of its voids ({reason, lifts?}), `place` the unit id of the greatest stamp.
 * `superseded` keeps the op ids that a put has seen, so that merging does not depend on the order of arrival;
 * the hub keeps it, rows for phones leave it out.
 */
export interface RecordState {
  readonly kind: string;
  readonly id: RecordId;
  readonly place: Head;
  readonly fields: { readonly [field: string]: readonly Head[] };
  readonly life: readonly Head[];
  readonly superseded?: { readonly [field: string]: readonly OpId[] };
  /** On the hub: erased by order; nothing is written to it any more. */
  readonly erased?: true;
}

/** Key of a record where several kinds stand together. Ids are unique over kinds, so the id is enough. */
export type RecordKey = RecordId;
