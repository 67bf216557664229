import { bad, good, type Outcome } from '../../domain/outcome.ts';
import { isRow } from '../records/row.ts';
import { isCount, isId, isObject } from './bounds.ts';
import type { GoneRow, RecordRow } from './changes.ts';

/*
 * `POST /sync/proof`: where two registers differ, asked from the whole to the part. Sums of places first, then of the
 * buckets of those places that differ, then the sums of the records in those buckets, and at last exactly those records.
 */

/** Body of the question. A bucket is named "place/bucket", e.g. "u99001v001/17". */
export type ProofQuestion =
  | { readonly ask: 'places' }
  | { readonly ask: 'buckets'; readonly of: readonly string[] }
  | { readonly ask: 'records'; readonly of: readonly string[] }
  | { readonly ask: 'rows'; readonly of: readonly string[] };

/** Sums (32 hex digits) by place, bucket or record id. What holds nothing has none. */
export type Sums = readonly (readonly [key: string, sum: string])[];

/** A record as the hub holds it for this device, or that it holds none; under its number in the book's one sequence (0: none). */
export type ProofRow = readonly [number: number, row: RecordRow | GoneRow];

/** Either sums or rows, as the book stood at `cursor`. */
export interface ProofAnswer {
  readonly cursor: number;
  readonly sums: Sums;
  readonly rows: readonly ProofRow[];
}

/** Names in one question: a bucket's list of records, or a page of rows, stays a small answer. */
export const maxAsked = 400;
const maxSums = 200_000;

export const bucketKey = (place: string, bucket: number): string => `${place}/${bucket}`;

/** Reads a question of anybody: `undefined` for what is none. */
export function readQuestion(json: unknown): ProofQuestion | undefined {
  if (!isObject(json)) return undefined;
  const { ask, of } = json;
  if (ask === 'places') return { ask };
  if (!Array.isArray(of) || of.length === 0 || of.length > maxAsked) return undefined;
  if (ask === 'buckets' || ask === 'rows') return of.every(isId) ? { ask, of } : undefined;
  return ask === 'records' && of.every(isBucket) ? { ask, of } : undefined;
}

/** Reads a hub's answer strictly and within bounds. */
export function readProof(json: unknown): Outcome<ProofAnswer, 'malformed'> {
  if (!isObject(json) || !isCount(json.cursor)) return bad('malformed');
  const { cursor, sums = [], rows = [] } = json;
  const isWhole = isListOf(sums, maxSums, isSum) && isListOf(rows, maxAsked, isProofRow);
  return isWhole ? good({ cursor, sums, rows }) : bad('malformed');
}

function isListOf<Item>(list: unknown, most: number, is: (item: unknown) => item is Item): list is readonly Item[] {
  return Array.isArray(list) && list.length <= most && list.every(is);
}

function isBucket(name: unknown): boolean {
  return typeof name === 'string' && /^[A-Za-z0-9_.-]{1,64}\/([0-9]|[12][0-9]|3[01])$/.test(name);
}

function isSum(item: unknown): item is Sums[number] {
  if (!Array.isArray(item) || item.length !== 2) return false;
  const [key, sum] = item;
  return (isId(key) || isBucket(key)) && typeof sum === 'string' && /^[0-9a-f]{32}$/.test(sum);
}

function isProofRow(item: unknown): item is ProofRow {
  return Array.isArray(item) && item.length === 2 && isCount(item[0]) && isRow(item[1]);
}
