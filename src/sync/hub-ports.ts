import type { PinnedKeys } from './activation.ts';
import type { Op } from './op.ts';
import type { RecordKey, RecordState } from './records/record-state.ts';
import type { Stamp } from './stamp.ts';
import type { EnvelopeRefusal, Lease, OpVerdict, SignedVerdict, Verdict } from './verdict.ts';

/*
 * The doors of the hub's half of the sync core. PGlite, PostgreSQL and the simulator stand behind them.
 */

export interface HubCrypto {
  /** Of bytes or of a text's UTF-8. Synchronous: a hub hashes thousands of ops a second. */
  hash(of: Uint8Array | string): Uint8Array<ArrayBuffer>;
  /** Whether a private key of that id is held: rotated keys stay for 13 months. */
  holdsKey(keyId: string): boolean;
  /** Opens the body of an envelope; `undefined` when it is not for us or was altered. Bounds the unpacked size. */
  open(header: Uint8Array, body: Uint8Array, keyId: string): Promise<Uint8Array | undefined>;
  isSignedBy(publicKey: string, signed: Uint8Array, signature: Uint8Array): Promise<boolean>;
  /** The newest public keys. */
  pinned(): PinnedKeys;
  /**
   * @param keyId newest seal key that the reader is known to hold: he knows the verdict key of its time. Absent: he can
   * only know the hub's first; one that this hub does not hold: its newest will have to do
   */
  signVerdict(verdict: Verdict, keyId: string | undefined): Promise<SignedVerdict>;
}

export type DeviceStatus = 'active' | 'frozen' | 'revoked';

/** A village that was handed to another: what the device sealed up to this scope epoch may still be written there. */
export interface FormerPlace {
  readonly place: string;
  readonly until: number;
}

/** A device as its hub knows it; `acked`, `chain`, `lastStamp` move in the apply transaction only. */
export interface DeviceRow {
  readonly id: string;
  readonly book: string;
  readonly user: string;
  readonly role: string;
  readonly places: readonly string[];
  /** Absent: none was ever taken from it. */
  readonly former?: readonly FormerPlace[];
  /** Where records may stand meanwhile that it wrote about before it was re-scoped; absent: in its places. */
  readonly reach?: readonly string[];
  readonly epoch: number;
  readonly status: DeviceStatus;
  /** It is to forget all that it holds, and has not said yet that it has. */
  readonly mustWipe?: true;
  readonly signKey: string;
  readonly acked: number;
  readonly chain: string;
  readonly lastStamp: Stamp;
}

/** An op as the hub keeps it for ever, with its verdict, so that the same envelope twice answers the same. */
export interface KeptOp {
  /** Absent when the line could not be read; its verdict is then a refusal. */
  readonly op?: Op;
  readonly line: string;
  readonly verdict: OpVerdict;
}

/** An envelope beyond a gap: verified and kept, applied when the gap closes. */
export interface ParkedEnvelope {
  readonly id: string;
  readonly firstSeq: number;
  readonly lastSeq: number;
  readonly chain: string;
  readonly receivedAt: number;
  readonly lines: readonly string[];
  readonly hashes: readonly string[];
}

/** Records of this book that were sought; the others are nowhere in it. */
export interface LookedUp {
  /** Those that stand in the transaction's places. */
  readonly records: ReadonlyMap<RecordKey, RecordState>;
  /** Those that stand in this book outside of them: an op on such a one is refused as `place`. */
  readonly hidden: ReadonlySet<RecordKey>;
}

/** One database transaction over one commune's book, holding that book's lock. */
export interface HubTransaction {
  device(id: string): Promise<DeviceRow | undefined>;
  saveDevice(device: DeviceRow): Promise<void>;
  /** Verdicts already given for these seqs of a device, up to its `acked`, whole (also `n` and `stamp`), so that the same envelope twice answers the same. */
  verdicts(device: string, firstSeq: number, lastSeq: number): Promise<readonly OpVerdict[]>;
  /** Every judged op, refused ones too: (device, verdict.seq) is unique for ever. */
  keepOps(device: string, ops: readonly KeptOp[]): Promise<void>;
  lookUp(keys: readonly RecordKey[]): Promise<LookedUp>;
  /**
   * On a hub that was restored: of these keys that a device does not find where it may write, those that may still come. Made
   * by another device: the act that made it, or moved it there, has still to be brought back; of its own: the act that made
   * it; and those that have left the transaction's places: what moved them away may have come back before what was written
   * there. Absent on a hub that was not restored: there nothing comes early, also nothing by where it was written.
   */
  awaited?(device: string, keys: readonly RecordKey[]): Promise<ReadonlySet<RecordKey>>;
  /** Keeps ops on awaited records until these are there, and ops written elsewhere until that is their author's place. */
  keepEarly?(device: string, ops: readonly KeptOp[]): Promise<void>;
  /** Saves records under the next numbers of the book's one sequence; in the order given; returns the last number. */
  saveRecords(records: readonly RecordState[]): Promise<number>;
  parked(device: string): Promise<readonly ParkedEnvelope[]>;
  /** Idempotent by envelope id. */
  park(device: string, envelope: ParkedEnvelope): Promise<void>;
  unpark(device: string, envelopeIds: readonly string[]): Promise<void>;
  /** Kept aside for a supervisor, out of the book: same (device, seq) with another hash, or after a revocation. Idempotent by envelope id. */
  quarantine(
    device: string,
    envelopeId: string,
    why: EnvelopeRefusal | 'conflict' | 'revoked' | 'parked',
    lines: readonly string[],
  ): Promise<void>;
  /** Months (yyyy-mm) whose cells must be computed again. */
  markDirty(months: readonly string[]): Promise<void>;
}

/** What only the hub's programme knows about an op: is the kind known, may this role write these fields, which months it touches. */
export interface Rulebook {
  /** `undefined` when fine; else the refusal's code and field. */
  check(op: Op): { readonly code: 'unknown_kind' | 'unknown_field' | 'schema'; readonly field?: string } | undefined;
  /** Fields whose concurrent values are a disagreement, not a quiet last-wins. */
  disagrees(kind: string, field: string): boolean;
  months(record: RecordState): readonly string[];
}

export interface HubPorts {
  readonly crypto: HubCrypto;
  readonly rules: Rulebook;
  readonly hubEpoch: number;
  lease(device: DeviceRow, now: number): Lease;
  /** Finds which book a device writes in, before the transaction opens. */
  findDevice(id: string): Promise<DeviceRow | undefined>;
  /**
   * For an envelope sealed under an older scope epoch: the places that the device had then, and what has come of them
   * since. Its ops are accepted and follow the record to where it is now.
   */
  reach?(device: DeviceRow): Promise<readonly string[]>;
  /**
   * Runs `work` in one transaction under the lock of `book`, sees and writes only `places` (row-level security), then
   * journals `entry` durably (receipt time and envelope bytes: see readJournalEntry in accept.ts), then commits. What `work` throws rolls everything back.
   */
  transaction<Result>(
    book: string,
    places: readonly string[],
    entry: Uint8Array,
    work: (tx: HubTransaction) => Promise<Result>,
  ): Promise<Result>;
}
