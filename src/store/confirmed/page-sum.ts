import { type Columns, findInColumns } from '../../sync/records/columns/columns.ts';
import { recordSum } from '../../sync/records/digest.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import { sha256 } from '../../sync/records/sha256.ts';

/*
 * What each page adds to the book's digest stands in the directory: a commune of 60,000 people would hash for half a
 * minute at every sync. Only what was changed since is hashed anew; a page that was never counted is counted once.
 */

interface CountedPage extends AbovePage {
  /** Of `columns`; `undefined` where they were never counted. */
  readonly sum: bigint | undefined;
}

/** What changed since the columns of a page were written. */
interface AbovePage {
  readonly columns: Columns;
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
export function sumOfPage({ sum, ...above }: CountedPage): bigint | undefined {
  if (sum === undefined || above.changed.size + above.gone.size > mostAtOnce) return undefined;
  const { value } = sumAbove(above, Number.POSITIVE_INFINITY).next();
  return value === undefined ? undefined : modulo(sum + value);
}

/** What the changes add to the sum of the columns; pauses behind each `stretch` of records. */
export function* sumAbove({ columns, changed, gone }: AbovePage, stretch: number): Generator<undefined, bigint> {
  let sum = 0n;
  let looked = 0;
  for (const id of new Set([...changed.keys(), ...gone])) {
    const [stored, now] = [findInColumns(columns, id), changed.get(id)];
    if (stored !== undefined) sum -= sumOf(stored);
    if (now !== undefined) sum += sumOf(now);
    if (++looked % stretch === 0) yield;
  }
  return sum;
}

/** Sums are taken mod 2^128. */
export function modulo(sum: bigint): bigint {
  return BigInt.asUintN(128, sum);
}
