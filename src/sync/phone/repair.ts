import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { NetworkFailure, PhoneStore } from '../ports.ts';
import type { Hash, PlaceDigests } from '../records/digest.ts';
import { recordDigest, sumText } from '../records/digest.ts';
import type { RecordState } from '../records/record-state.ts';
import { bucketKey, maxAsked, type ProofAnswer, type ProofQuestion, type Sums } from '../wire/proof.ts';
import { receiveRows } from './pull.ts';

/** The confirmed records of this phone, and their sums. */
export interface OwnRecords {
  readonly digests: PlaceDigests;
  records(): Iterable<RecordState>;
  readonly hash: Hash;
  /** Lets others in between, now and then: a commune's records are many. */
  pause(): Promise<void>;
}

export interface ProofPort {
  ask(question: ProofQuestion): Promise<Outcome<ProofAnswer, NetworkFailure>>;
}

/** More than this is no repair: everything is loaded anew in less. */
const mostDifferences = 20_000;
const stretch = 500;

export type RepairFailure = NetworkFailure | { readonly why: 'too_many' };

/**
 * Finds the records that differ from the hub's, place, then bucket, then record, and takes exactly those from it.
 * @returns how many had been lost, altered or left over here; what merely is newer on the hub is taken too, not counted
 */
export async function repairRecords(
  store: Pick<PhoneStore, 'cursor' | 'hubEpoch' | 'head' | 'receive'>,
  own: OwnRecords,
  hub: ProofPort,
  now: () => number,
): Promise<Outcome<number, RepairFailure>> {
  const [cursor, hubEpoch] = [await store.cursor(), await store.hubEpoch()];
  if (cursor === 0 || hubEpoch === null) return good(0);
  const places = await compare(placeSums(own.digests), [{ ask: 'places' }], hub);
  if (!places.ok) return places;
  const ofPlaces = new Set(places.value);
  const buckets = await compare(bucketSums(own.digests, ofPlaces), questions('buckets', places.value), hub);
  if (!buckets.ok) return buckets;
  const mine = await recordSums(own, ofPlaces, new Set(buckets.value));
  const records = await compare(mine, questions('records', buckets.value), hub);
  if (!records.ok) return records;
  if (records.value.length > mostDifferences) return bad({ why: 'too_many' });
  let mended = 0;
  for (const question of questions('rows', records.value)) {
    const answer = await hub.ask(question);
    if (!answer.ok) return answer;
    // Like a pulled page that moves no cursor: what the pull brings later is newer, or the same.
    const rows = answer.value.rows.map(([, row]) => row);
    await receiveRows(store, rows, { after: cursor, cursor, hubEpoch }, now);
    mended += answer.value.rows.filter(([number]) => number <= cursor).length;
  }
  return good(mended);
}

function questions(ask: 'buckets' | 'records' | 'rows', names: readonly string[]): readonly ProofQuestion[] {
  const parts: ProofQuestion[] = [];
  for (let at = 0; at < names.length; at += maxAsked) parts.push({ ask, of: names.slice(at, at + maxAsked) });
  return parts;
}

/** Keys under which the two sides do not say the same, also those that only one of them knows. */
async function compare(
  own: ReadonlyMap<string, string>,
  asked: readonly ProofQuestion[],
  hub: ProofPort,
): Promise<Outcome<readonly string[], NetworkFailure>> {
  const theirs = new Map<string, string>();
  for (const question of asked) {
    const answer = await hub.ask(question);
    if (!answer.ok) return answer;
    for (const [key, sum] of withoutZeros(answer.value.sums)) theirs.set(key, sum);
  }
  return good([...new Set([...own.keys(), ...theirs.keys()])].filter((key) => own.get(key) !== theirs.get(key)));
}

const zero = sumText(0n);

/** A place that all have left may still have its row: it holds nothing, as one that has none. */
function withoutZeros(sums: Sums): Sums {
  return sums.filter(([, sum]) => sum !== zero);
}

function placeSums(digests: PlaceDigests): ReadonlyMap<string, string> {
  const sums = [...digests].map(([place, buckets]) => {
    const sum = buckets.reduce((all, bucket) => all + bucket, 0n);
    return [place, sumText(BigInt.asUintN(128, sum))] as const;
  });
  return new Map(withoutZeros(sums));
}

function bucketSums(digests: PlaceDigests, places: ReadonlySet<string>): ReadonlyMap<string, string> {
  const sums = [...places].flatMap((place) =>
    (digests.get(place) ?? []).map((sum, bucket) => [bucketKey(place, bucket), sumText(sum)] as const),
  );
  return new Map(withoutZeros(sums));
}

async function recordSums(
  { records, hash, pause }: OwnRecords,
  places: ReadonlySet<string>,
  buckets: ReadonlySet<string>,
): Promise<ReadonlyMap<string, string>> {
  const sums = new Map<string, string>();
  let looked = 0;
  for (const record of records()) {
    if (!places.has(String(record.place.value))) continue;
    const { place, bucket, sum } = recordDigest(record, hash);
    if (buckets.has(bucketKey(place, bucket))) sums.set(record.id, sumText(sum));
    if (++looked % stretch === 0) await pause();
  }
  return sums;
}
