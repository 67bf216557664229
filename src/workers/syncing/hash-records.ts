import type { UncountedPage } from '../../store/confirmed/confirmed.ts';
import { sumInColumns } from '../../sync/records/columns/columns-sum.ts';
import { moveDigests, type PlaceDigests } from '../../sync/records/digest.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { sha256 } from '../../sync/records/sha256.ts';
import { breath } from '../ports/breath.ts';

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

/** Counts the pages that never were: what their records add to the digest is known from then on. */
export async function countPages(store: { uncounted(): Iterable<UncountedPage> }): Promise<void> {
  for (const { columns, note } of store.uncounted()) {
    const sums = sumInColumns(columns, sha256, stretch);
    let now = sums.next();
    for (; now.done !== true; now = sums.next()) await breath();
    note(now.value);
  }
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
