import { moveDigests, type PlaceDigests } from '../../../sync/records/digest.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { sha256 } from '../../../sync/records/sha256.ts';
import { breath } from '../../ports/breath.ts';

/** Records hashed at a stretch; between two stretches the worker answers the screens. */
const stretch = 250;

async function* inStretches(records: Iterable<RecordState>): AsyncGenerator<readonly RecordState[]> {
  let part: RecordState[] = [];
  for (const record of records) {
    part.push(record);
    if (part.length < stretch) continue;
    yield part;
    part = [];
    await breath();
  }
  yield part;
}

/** What all confirmed records add to the book's digest, mod 2^128. */
export async function countBook(store: { count(stretch: number): Generator<undefined, bigint> }): Promise<bigint> {
  const steps = store.count(stretch);
  let now = steps.next();
  for (; now.done !== true; now = steps.next()) await breath();
  return now.value;
}

/** The digests of a whole book. */
export async function digestBook(records: Iterable<RecordState>): Promise<PlaceDigests> {
  let digests: PlaceDigests = new Map();
  for await (const part of inStretches(records))
    digests = moveDigests(
      digests,
      part.map((record) => [undefined, record] as const),
      sha256,
    );
  return digests;
}
