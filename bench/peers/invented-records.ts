import type { Value } from '../../src/domain/value.ts';
import { demoCommune, makeSample, villageSizes } from '../../src/sample/sample.ts';
import { mergeOp, shown } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';

/** A record as a document database takes it: `id` begins with the kind, so that people can be asked for. */
interface PlainRecord {
  readonly id: string;
  readonly kind: string;
  readonly place: Value;
  readonly fields: { readonly [field: string]: Value };
}

/** The records that a hub founded today with `--people` holds, each as it stands after all that was written. */
export function inventedRecords(people: number): readonly PlainRecord[] {
  const today = new Date().toISOString().slice(0, 10);
  const options = { ...demoCommune, households: villageSizes(people), today, device: 'd', user: 'u', writtenAt: 0 };
  const states = new Map<string, RecordState>();
  for (const op of makeSample(options).ops) states.set(op.id, mergeOp(states.get(op.id), op, op.at));
  return [...states.values()].map((state) => ({
    id: `${state.kind}:${state.id}`,
    kind: state.kind,
    place: state.place.value,
    fields: Object.fromEntries(Object.keys(state.fields).map((field) => [field, shown(state, field) ?? null])),
  }));
}
