import type { OpId } from '../op.ts';
import type { Head, RecordState } from './record-state.ts';

/*
 * Proof that nothing is lost (sync.md): per place × 32 buckets, the sum mod 2^128 of each confirmed record's digest.
 * Sums can be added to and taken from, so a change costs two hashes and not the whole register.
 */

const bucketCount = 32;
const modulus = 1n << 128n;

/** SHA-256 of a text's UTF-8. */
export type Hash = (text: string) => Uint8Array;

/** Sums of one place, bucket 0 … 31. */
type PlaceDigest = readonly bigint[];
/** By unit id; a place without records has none. */
export type PlaceDigests = ReadonlyMap<string, PlaceDigest>;

/** What one record adds, and where. */
export interface RecordDigest {
  readonly place: string;
  readonly bucket: number;
  readonly sum: bigint;
}

/** What a record adds to the sums of its place, and to which of them. */
export function recordDigest(state: RecordState, hash: Hash): RecordDigest {
  const bucket = (hash(state.id)[0] ?? 0) >> 3;
  return { place: String(state.place.value), bucket, sum: recordSum(state, hash) };
}

/**
 * First 16 bytes of SHA-256 over the canonical text [kind, id, sorted [field, sorted head op ids]], with life under
 * "@void" and the place's head under "@place". Values are not in it: an op id stands for its bytes, also after an erasure.
 */
export function recordSum(state: RecordState, hash: Hash): bigint {
  const { kind, id, place, life, fields } = state;
  const names = Object.keys(fields);
  names.push('@place');
  if (life.length > 0) names.push('@void');
  const headsOf = (name: string): readonly Head[] =>
    name === '@place' ? [place] : name === '@void' ? life : (fields[name] ?? []);
  // Lists of texts: as JSON writes them, so their canonical text is.
  const text = JSON.stringify([kind, id, names.sort().map((name) => [name, opsOf(headsOf(name))])]);
  return firstSixteen(hash(text));
}

/** As one number. */
export function firstSixteen(bytes: Uint8Array): bigint {
  return (wordAt(bytes, 0) << 96n) | (wordAt(bytes, 4) << 64n) | (wordAt(bytes, 8) << 32n) | wordAt(bytes, 12);
}

/** The digests after records changed: each as it was (taken away) and as it is (added); `undefined` for not held. */
export function moveDigests(
  digests: PlaceDigests,
  changes: Iterable<readonly [before: RecordState | undefined, after: RecordState | undefined]>,
  hash: Hash,
): PlaceDigests {
  const moved = new Map([...digests].map(([place, sums]) => [place, [...sums]]));
  for (const [before, after] of changes) {
    if (before !== undefined) shift(moved, recordDigest(before, hash), -1n);
    if (after !== undefined) shift(moved, recordDigest(after, hash), 1n);
  }
  return moved;
}

/** Digests of all these confirmed records. */
export function digestRecords(states: Iterable<RecordState>, hash: Hash): PlaceDigests {
  const changes = function* () {
    for (const state of states) yield [undefined, state] as const;
  };
  return moveDigests(new Map(), changes(), hash);
}

/** One sum over all: 32 hex digits. Equal roots mean equal registers. */
export function rootDigest(places: PlaceDigests): string {
  let root = 0n;
  for (const sums of places.values()) for (const sum of sums) root += sum;
  return sumText(root % modulus);
}

/** A sum as it travels and is stored: 32 hex digits. */
export function sumText(sum: bigint): string {
  return sum.toString(16).padStart(32, '0');
}

function opsOf(heads: readonly Head[]): readonly OpId[] {
  const ops = heads.map(({ op }) => op);
  return ops.length > 1 ? ops.sort() : ops;
}

/** Four bytes, the greatest first. */
function wordAt(bytes: Uint8Array, at: number): bigint {
  const byte = (place: number): number => bytes[at + place] ?? 0;
  return BigInt(((byte(0) << 24) | (byte(1) << 16) | (byte(2) << 8) | byte(3)) >>> 0);
}

function shift(places: Map<string, bigint[]>, { place, bucket, sum }: RecordDigest, sign: bigint): void {
  const sums = places.get(place) ?? new Array<bigint>(bucketCount).fill(0n);
  places.set(place, sums);
  sums[bucket] = BigInt.asUintN(128, (sums[bucket] ?? 0n) + sign * sum);
}
