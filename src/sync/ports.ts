import type { Outcome } from '../domain/outcome.ts';
import type { SealedEnvelope } from './envelope.ts';
import type { RecordState } from './records/record-state.ts';
import type { Stamp } from './stamp.ts';
import type { OpResult, SignedVerdict } from './verdict.ts';
import type { Changes } from './wire/changes.ts';

/*
 * The doors of the sync core. The same logic runs behind real doors (Dexie, fetch, WebCrypto, SQL) and behind the
 * simulator's, where every await may be the last.
 */

/** Hashing, sealing and signing as the core needs them. Bytes are never reused by the callee. */
export interface DeviceCrypto {
  /** SHA-256 of bytes or of a text's UTF-8. Synchronous: a promise costs more than the hash of a line. */
  hash(of: Uint8Array | string): Uint8Array<ArrayBuffer>;
  /** Seals and signs one envelope: see EnvelopeHeader for the wire form. */
  seal(header: Uint8Array, lines: Uint8Array): Promise<Uint8Array<ArrayBuffer>>;
  /** True only for the pinned hub's signature over exactly these bytes. */
  isFromHub(verdict: SignedVerdict): Promise<boolean>;
  randomId(): string;
}

/** Seq, chain and clock of a device: stored beside the outbox, read and moved in the transaction that appends. */
export interface DeviceHead {
  readonly nextSeq: number;
  readonly chain: string;
  readonly clock: Stamp;
  /** Storage has damaged it, and nothing beside it tells for sure: not to be written from until the hub has told. */
  readonly isGuess?: true;
}

export interface PendingOp {
  readonly seq: number;
  readonly line: string;
}

/** One durable save. `expects` is the head it was worked out from: a store whose head has moved answers "stale" and writes nothing. */
export interface Append {
  readonly expects: DeviceHead;
  readonly head: DeviceHead;
  readonly pending: readonly PendingOp[];
  readonly envelope: SealedEnvelope;
}

/** All that the service worker may touch. */
export interface OutboxPort {
  /** In order of seq. */
  waiting(): Promise<readonly SealedEnvelope[]>;
  /**
   * One transaction: the verdict is kept for the app (in place of an older one of that envelope), the envelope leaves if
   * `leaves`. Nothing where that waits no more: it left by an earlier word, or is part of a larger one.
   */
  keepVerdict(verdict: SignedVerdict, envelopeId: string, leaves: boolean): Promise<void>;
}

/** What judged ops do to the phone: applied ops join the confirmed rows, refused ones stand in "Cần sửa". */
export interface Settlement {
  readonly confirmed: readonly RecordState[];
  readonly leavesPending: readonly number[];
  readonly refused: readonly { readonly seq: number; readonly line: string; readonly result: OpResult }[];
  readonly verdictIds: readonly number[];
  /** The store keeps the greater of this and its own: a save may have moved the clock meanwhile. */
  readonly clock: Stamp;
}

/**
 * Rows and the cursor that covers them: one transaction, or a crash would skip rows. `after` = 0 starts anew and
 * replaces everything confirmed; any other `after` that is not the stored cursor (another tab was faster) changes nothing.
 */
export interface PulledRows {
  readonly after: number;
  readonly cursor: number;
  readonly hubEpoch: number;
  /** More pages follow: a book that began anew is not whole before the last. Rows of a repair say nothing of it. */
  readonly more?: boolean;
  readonly confirmed: readonly RecordState[];
  readonly gone: readonly string[];
  /** The store keeps the greater of this and its own. */
  readonly clock: Stamp;
}

/** The phone's store while unlocked. Each method is one atomic, strictly durable transaction. */
export interface PhoneStore extends OutboxPort {
  head(): Promise<DeviceHead>;
  append(append: Append): Promise<'done' | 'stale'>;
  pending(): Promise<readonly PendingOp[]>;
  verdicts(): Promise<readonly { readonly id: number; readonly verdict: SignedVerdict }[]>;
  settle(settlement: Settlement): Promise<void>;
  cursor(): Promise<number>;
  /** Epoch of the hub that the cursor belongs to; null before the first rows. */
  hubEpoch(): Promise<number | null>;
  confirmed(ids: readonly string[]): Promise<readonly RecordState[]>;
  receive(rows: PulledRows): Promise<void>;
}

export type NetworkFailure =
  | { readonly why: 'offline' }
  | { readonly why: 'busy'; readonly retryAfterSeconds: number }
  | { readonly why: 'too_large' }
  /** Not the hub's word: a captive portal's page, a way to one. */
  | { readonly why: 'foreign' }
  /** The hub does not know who asks. */
  | { readonly why: 'device' }
  /** The hub's, and no use: an error of its own, or nothing that can be read. */
  | { readonly why: 'answer'; readonly status: number };

/** What a phone says of itself when it asks for changes: the last order it has obeyed, and the list of people it holds. */
export interface Told {
  readonly obeyed: number;
  /** Tag of the list; "" for none. */
  readonly people: string;
}

/** The hub as a phone reaches it. A 200 with anything else than what was asked for is `answer`. */
export interface HubPort {
  /** @param hashOf of an op of the asker's own, by its seq: the hub then need not tell it what it knows */
  upload(
    envelopes: readonly Uint8Array<ArrayBuffer>[],
    hashOf?: (seq: number) => string | undefined,
  ): Promise<Outcome<readonly SignedVerdict[], NetworkFailure>>;
  /** @param places these alone, as pages; a hub of before does not know that, and answers as ever */
  changes(after: number, told?: Told, places?: readonly string[]): Promise<Outcome<Changes, NetworkFailure>>;
}
