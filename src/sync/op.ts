import type { Fields } from '../domain/value.ts';
import type { Stamp } from './stamp.ts';

/** Identity of an op and of the record it made: `device.seq`, e.g. "7f3k2m9q.1042"; an imported record's id is a UUIDv8. */
export type OpId = string;
export type RecordId = string;

/** What every op says about itself. One op is one line of UTF-8 JSON, kept and sent as written. */
interface OpHeader {
  /** Device id and its sequence number: 1, 2, 3 … without gaps. */
  readonly d: string;
  readonly s: number;
  /** The author's hybrid logical clock, never changed afterwards. */
  readonly at: Stamp;
  /** User id. */
  readonly u: string;
  /** Unit id of the place where the record was when this was written; never a code, codes are reused. */
  readonly p: string;
  /** Kind and id of the record. */
  readonly k: string;
  readonly id: RecordId;
  /** Transaction: seq of its first op and number of its ops (≤ 500), all applied or none. */
  readonly tx: number;
  readonly of: number;
  /** The long act (an import and its undo) that this transaction is a part of: an op id. */
  readonly batch?: OpId;
  /** For each field, the op ids of the values the author had before her; `void` is the key of a void. */
  readonly seen?: { readonly [field: string]: readonly OpId[] };
}

/** A void takes a record or fact back, with a reason; one that `lifts` gives it life again. */
export interface Void {
  readonly reason: string;
  readonly lifts?: true;
}

export interface PutOp extends OpHeader {
  readonly put: Fields;
}
interface AddOp extends OpHeader {
  readonly add: Fields;
}
interface VoidOp extends OpHeader {
  readonly void: Void;
}

/** Exactly one of `put` (undated fields of a state), `add` (a whole fact) or `void`. */
export type Op = PutOp | AddOp | VoidOp;

/** What is left of an op after an erasure order: identity and hash stay, so that chain and digest hold. */
export interface ErasedOp {
  readonly d: string;
  readonly s: number;
  /** Base64url SHA-256 of the line as it was written. */
  readonly erased: string;
}

export function opId(device: string, seq: number): OpId {
  return `${device}.${seq}`;
}

/** A record that somebody wrote into the book, not one that a file brought: its id is its first op's. */
export function isOwnRecord(id: RecordId): boolean {
  return /^[^.]+\.\d+$/.test(id);
}

/** How devices are called by which a hub itself writes; a phone's id is drawn, and holds no hyphen. */
const hubPrefix = 'hub-';

export function hubDeviceOf(book: string): string {
  return `${hubPrefix}${book}`;
}

export function isHubDevice(device: string): boolean {
  return device.startsWith(hubPrefix);
}
