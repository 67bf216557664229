import type { UseStore } from 'idb-keyval';
import type { PinnedKeys } from '../sync/activation.ts';
import type { SealedEnvelope } from '../sync/envelope.ts';
import type { OutboxPort } from '../sync/ports.ts';
import type { Lease, SignedVerdict, Verdict } from '../sync/verdict.ts';

/*
 * What waits for the hub, as the app and the service worker both see it: opaque envelopes and signed verdicts, no key
 * and nothing readable. Plain IndexedDB and no other file of this folder, so that the service worker stays small.
 */

/** Web Lock under which this phone syncs: one at a time, whether app or service worker. */
export const syncLock = 'so-dan-so-sync';

/** Clear metadata, a small key-value database of its own: nothing personal stands in it. */
export const clearMetadata = { database: 'so-dan-so', store: 'clear' } as const;

/** What sending needs of a device, under this key of the clear metadata. Version 1. */
export interface SenderRecord {
  readonly v: 1;
  readonly device: string;
  /** Non-extractable ECDSA P-256 key. */
  readonly signKey: CryptoKey;
  readonly hub: PinnedKeys;
}

export const senderKey = (device: string): string => `sender:${device}`;
export const leaseKey = (device: string): string => `lease:${device}`;

export const vaultKey = (device: string): string => `vault:${device}`;

/** What the user of this device is called at the lock screen of a shared phone: her own choice of a few letters. */
export const labelKey = (device: string): string => `label:${device}`;

/**
 * A revoked phone keeps no slot that six digits open, also when the order reaches it locked. The card's slot stays, under
 * a lease that is over: nothing that can be mended is made unreadable for ever by an order that was a mistake.
 */
export async function dropPin(clear: UseStore, device: string): Promise<void> {
  await clear('readwrite', async (store) => {
    const record: unknown = await answerOf(store.get(vaultKey(device)));
    if (typeof record === 'object' && record !== null)
      await answerOf(store.put({ ...record, pin: null }, vaultKey(device)));
  });
}

/** A verified word of the hub brought its newer keys: they are used from the next reading of the record on. */
export async function turnHub(clear: UseStore, device: string, turn: (held: PinnedKeys) => PinnedKeys): Promise<void> {
  await clear('readwrite', async (store) => {
    const record: SenderRecord | undefined = await answerOf(store.get(senderKey(device)));
    if (record !== undefined) await answerOf(store.put({ ...record, hub: turn(record.hub) }, senderKey(device)));
  });
}

/** Until when the keys may be used without contact, and the phone's notion of time: the greatest it has seen. */
export interface LeaseRecord {
  readonly lease: Lease;
  /** Hub's clock at the last verified contact: an older verdict renews nothing. */
  readonly contactAt: number;
  readonly seen: number;
  /** How far this phone's clock was ahead of the hub's at that contact, ms. */
  readonly clockAhead?: number;
  /** The hub's order to this device; absent while it may work. */
  readonly standing?: 'frozen' | 'revoked';
  /** To forget all that is readable here: told to · done · and the hub knows it. */
  readonly wipe?: 'ordered' | 'done' | 'told';
}

/** What a verified word of the hub says to a phone's doors. */
export type LeaseContact = Pick<Verdict, 'hubTime' | 'lease' | 'standing' | 'wipe'>;

/**
 * After a verdict of the hub, also while locked. Its time is true, so it also corrects a clock that ran ahead.
 * @param now ms since 1970 by the phone's clock
 */
export function renewLease(old: LeaseRecord | undefined, contact: LeaseContact, now: number): LeaseRecord {
  const { lease, hubTime } = contact;
  if (old !== undefined && hubTime <= old.contactAt) return old;
  const order = orderOf(old, contact);
  return { lease, contactAt: hubTime, seen: hubTime, clockAhead: now - hubTime, ...order };
}

/** What was done is not ordered anew. */
function orderOf(
  old: LeaseRecord | undefined,
  { standing, wipe }: LeaseContact,
): Pick<LeaseRecord, 'standing' | 'wipe'> {
  if (standing === undefined) return {};
  const next = old?.wipe ?? (wipe === true && standing === 'revoked' ? 'ordered' : undefined);
  return { standing, ...(next !== undefined && { wipe: next }) };
}

/** The same by a word that was under way for days: it says nothing of how late it is here. */
export function renewLate(old: LeaseRecord, contact: LeaseContact): LeaseRecord {
  const { lease, hubTime } = contact;
  if (hubTime <= old.contactAt) return old;
  const { standing: _before, wipe: _order, ...rest } = old;
  const order = orderOf(old, contact);
  return { ...rest, lease, contactAt: hubTime, seen: Math.max(old.seen, hubTime), ...order };
}

/** Until when, ms since 1970 by the phone's clock, the hub asked this device to come no more by itself. */
export const restKey = (device: string): string => `rest:${device}`;

/** A rest that a hub could not have asked for: the phone's clock was set back meanwhile. */
const longestRest = 3_600_000;

/** ms to wait before this device may ask again by itself. */
export function restLeft(until: number | undefined, now: number): number {
  const left = (until ?? 0) - now;
  return left > 0 && left <= longestRest ? left : 0;
}

const outboxTables = {
  outbox: 'outbox',
  sent: 'sent',
  verdicts: 'verdicts',
  meta: 'meta',
  pending: 'pending',
} as const;

/** Tables of what somebody with the key could read. */
const readable = ['pages', 'journal', 'pending', 'mending', 'drafts', 'verdicts'] as const;

/**
 * Obeys an order to wipe: the key slots go first, and with them every way to the key; then all that it opened. The sealed
 * outbox stays until the hub has it, with the device's signing key that it is sent by. Done again from the start where it
 * was cut.
 */
export async function wipeDevice(indexedDB: IDBFactory, clear: UseStore, device: string): Promise<void> {
  await clear('readwrite', (store) => {
    store.delete(labelKey(device));
    return answerOf(store.delete(vaultKey(device)));
  });
  const database = await openExisting(indexedDB, device);
  if (database !== undefined) {
    const tables = readable.filter((table) => database.objectStoreNames.contains(table));
    const transaction = database.transaction(tables, 'readwrite', { durability: 'strict' });
    for (const table of tables) transaction.objectStore(table).clear();
    await committed(transaction).finally(() => database.close());
  }
  await moveWipe(clear, device, 'done');
}

/** @param wipe how far the order is obeyed */
export async function moveWipe(clear: UseStore, device: string, wipe: NonNullable<LeaseRecord['wipe']>): Promise<void> {
  await clear('readwrite', async (store) => {
    const record: LeaseRecord | undefined = await answerOf(store.get(leaseKey(device)));
    if (record !== undefined) await answerOf(store.put({ ...record, wipe }, leaseKey(device)));
  });
}

/** Name of a device's database; its shape is made by the app alone. */
export function databaseName(device: string): string {
  return `so-dan-so-${device}`;
}

/** ms since 1970 at which a verdict emptied the outbox, in `meta`. */
export const sentAtKey = 'sentAt';

/** A verdict that the app has not settled yet; ids grow. */
interface KeptVerdict {
  readonly id: number;
  readonly verdict: SignedVerdict;
}

export interface Outbox extends OutboxPort {
  verdicts(): Promise<readonly KeptVerdict[]>;
  /** Transactions that no verdict has covered, as far as can be told without a key: of what waits again, its envelopes. */
  waitingCount(): Promise<number>;
  sentAt(): Promise<number | null>;
}

/** `undefined` when there is no such database yet: only the app makes one. */
export function openExisting(indexedDB: IDBFactory, device: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName(device));
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => {
      const database = request.result;
      database.onversionchange = () => database.close();
      resolve(database);
    };
    request.onerror = () => (request.error?.name === 'AbortError' ? resolve(undefined) : reject(request.error));
  });
}

/**
 * The outbox inside an open database.
 * @param now ms since 1970, for "Đã gửi lúc …"
 */
export function createOutbox(database: () => IDBDatabase, now: () => number): Outbox {
  const { outbox, sent, verdicts, meta, pending } = outboxTables;

  const read = <Result>(table: string, ask: (table: IDBObjectStore) => IDBRequest<Result>) =>
    answerOf(ask(database().transaction(table).objectStore(table)));

  return {
    async waiting() {
      const found: SealedEnvelope[] = await read(outbox, (table) => table.getAll());
      return found.sort((a, b) => a.firstSeq - b.firstSeq);
    },
    verdicts: () => read(verdicts, (table) => table.getAll()),
    async waitingCount() {
      const envelopes = await read(outbox, (table) => table.count());
      // What a restored hub has lost waits as envelopes alone: what stood in them was taken for sent.
      return envelopes === 0 ? 0 : Math.max(envelopes, await read(pending, (table) => table.count()));
    },
    async sentAt() {
      const row: { value: number } | undefined = await read(meta, (table) => table.get(sentAtKey));
      return row?.value ?? null;
    },
    keepVerdict(verdict, envelopeId, leaves) {
      const open = database();
      // A database of before has none, until the app has opened it.
      const tables = [outbox, sent, verdicts, meta].filter((table) => open.objectStoreNames.contains(table));
      const transaction = open.transaction(tables, 'readwrite', { durability: 'strict' });
      const waiting: IDBRequest<SealedEnvelope | undefined> = transaction.objectStore(outbox).get(envelopeId);
      waiting.onsuccess = () => {
        // It has left by a word that is kept or settled already, or is part of a larger one that gets a word of its own.
        if (waiting.result === undefined) return;
        replaceVerdict(transaction.objectStore(verdicts), envelopeId, verdict);
        if (leaves) leave(transaction, waiting.result, now());
      };
      return committed(transaction);
    },
  };
}

/** One verdict an envelope: a later word of the hub takes the place of "parked". */
function replaceVerdict(table: IDBObjectStore, envelope: string, verdict: SignedVerdict): void {
  const older = table.index('envelope').getAllKeys(envelope);
  older.onsuccess = () => {
    for (const key of older.result) table.delete(key);
    table.add({ envelope, verdict });
  };
}

function leave(transaction: IDBTransaction, envelope: SealedEnvelope, now: number): void {
  const waiting = transaction.objectStore(outboxTables.outbox);
  const isKept = transaction.objectStoreNames.contains(outboxTables.sent);
  if (isKept) transaction.objectStore(outboxTables.sent).put({ ...envelope, leftAt: now });
  waiting.delete(envelope.id);
  noteEmpty(transaction, waiting, now);
}

function noteEmpty(transaction: IDBTransaction, waiting: IDBObjectStore, now: number): void {
  const count = waiting.count();
  count.onsuccess = () => {
    const row = { key: sentAtKey, value: now };
    if (count.result === 0) transaction.objectStore(outboxTables.meta).put(row);
  };
}

function answerOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
    transaction.onerror = () => reject(transaction.error);
  });
}
