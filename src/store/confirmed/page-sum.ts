import { type Columns, findInColumns } from '../../sync/records/columns/columns.ts';
import { recordSum } from '../../sync/records/digest.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { sha256 } from '../../sync/records/sha256.ts';

/*
 * What each page adds to the book's digest stands in the directory: a commune of 60,000 people would hash for half a
 * minute at every sync. Only what was changed since is hashed anew; a page that was never counted is counted once.
 */

interface CountedPage {
  readonly columns: Columns;
  /** Of `columns`; `undefined` where they were never counted. */
  readonly sum: bigint | undefined;
  readonly changed: ReadonlyMap<string, RecordState>;
  readonly gone: ReadonlySet<string>;
}

/** What one record adds. */
function sumOf(record: RecordState): bigint {
  return recordSum(record, sha256);
}

/** So many are hashed at a stretch; of more, e.g. in a first load, the page counts as never counted. */
const mostAtOnce = 200;

/** Of a page as it is now; `undefined` where its columns were never counted. */
export function sumOfPage({ columns, sum, changed, gone }: CountedPage): bigint | undefined {
  if (sum === undefined || changed.size + gone.size > mostAtOnce) return undefined;
  let now = sum;
  for (const id of new Set([...changed.keys(), ...gone])) {
    const stored = findInColumns(columns, id);
    if (stored !== undefined) now -= sumOf(stored);
  }
  for (const record of changed.values()) now += sumOf(record);
  return modulo(now);
}

/** Sums are taken mod 2^128. */
export function modulo(sum: bigint): bigint {
  return BigInt.asUintN(128, sum);
}
