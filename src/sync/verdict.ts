import type { Activation, Colleague, PinnedKeys } from './activation.ts';
import type { RecordId } from './op.ts';
import type { Stamp } from './stamp.ts';

/** What became of one op. `with` = refused because another op of its transaction was. */
export type OpResult =
  | { readonly is: 'applied' | 'merged' | 'disagreement' | 'parked' }
  | { readonly is: 'with'; readonly op: number }
  | { readonly is: 'refused'; readonly code: RefusalCode; readonly field?: string };

export type RefusalCode =
  | 'schema'
  | 'unknown_kind'
  | 'unknown_field'
  | 'place'
  | 'transaction'
  | 'exists'
  | 'revoked'
  | 'erased';

export interface OpVerdict {
  readonly seq: number;
  /** Base64url SHA-256 of the op's bytes. */
  readonly hash: string;
  readonly result: OpResult;
  /** Effective stamp; absent while parked. */
  readonly stamp?: Stamp;
  /**
   * Number in the book's one sequence that the record got when this op was applied. A phone whose cursor has passed it
   * holds the op already in its rows: a late answer must not bring back what a later put has seen.
   */
  readonly n?: number;
}

/** Why a whole envelope was turned away. Nothing was changed on the hub. */
export type EnvelopeRefusal =
  | 'malformed'
  | 'too_large'
  | 'signature'
  | 'unknown_device'
  | 'unknown_key'
  | 'cannot_open'
  | 'chain'
  | 'frozen';

/** Until when the phone's keys may be used without contact; null = no limit (demo hub). Times in ms since 1970. */
export interface Lease {
  readonly until: number | null;
  readonly pinUntil: number | null;
}

/**
 * The hub's answer to one envelope. It travels as payload bytes (this object as UTF-8 JSON) beside the hub's
 * ECDSA P-256/SHA-256 signature over those bytes; nothing leaves an outbox without it.
 */
export interface Verdict {
  readonly v: 1;
  readonly envelope: string;
  readonly device: string;
  readonly ops: readonly OpVerdict[];
  readonly refused?: EnvelopeRefusal;
  /** Contiguous prefix the hub has judged, its chain head (base64url), and the holes below what it holds. */
  readonly acked: number;
  readonly chain: string;
  readonly missing: readonly (readonly [first: number, last: number])[];
  /** Hub's clock, ms since 1970. */
  readonly hubTime: number;
  /** Scope epoch of the device; epoch of the hub (rises when restored from a backup). */
  readonly epoch: number;
  readonly hubEpoch: number;
  readonly lease: Lease;
  /** An order of the hub: this device is kept aside, or revoked for good. Absent while it may work. */
  readonly standing?: 'frozen' | 'revoked';
  /** With "revoked": everything readable here is to go; sealed work that waits is not, and is still sent. */
  readonly wipe?: true;
  /** Orders to erase, in a contact with a device that has not obeyed them yet: number in the book's one sequence, record. */
  readonly erased?: readonly ErasureOrder[];
  /** Who writes in this book, in a contact. `names` only for a device that holds another list than the one tagged so. */
  readonly people?: PeopleTold;
  /** In a certificate: what this device may hold, at the book's number `cursor`, adds up to this root digest. */
  readonly holds?: { readonly cursor: number; readonly digest: string };
  /** At its activation: who this device is. Shown again to a hub that was restored to a day before. */
  readonly enrolled?: Enrolled;
  /** The hub's newest public keys, for a device that holds older ones. */
  readonly keys?: Omit<PinnedKeys, 'former' | 'epoch'>;
}

/** What a hub knows of a device beside its id and epoch. */
export interface Enrolled extends Pick<Activation, 'user' | 'userName' | 'role' | 'book' | 'places'> {
  /** Raw P-256 point, base64url. */
  readonly signKey: string;
}

/** A record whose values are to be forgotten, on the hub and on every phone. Its ops keep identity, number and hash. */
export interface ErasureOrder {
  readonly n: number;
  readonly record: RecordId;
}

export interface PeopleTold {
  readonly tag: string;
  readonly names?: readonly Colleague[];
}

/** A verdict on any road: base64url of the payload bytes and of the signature, and the id of the hub's verdict key. */
export interface SignedVerdict {
  readonly payload: string;
  readonly signature: string;
  readonly key: string;
}
