import { gunzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { makeHubCrypto } from '../../src/seal/hub-crypto.ts';
import type { OpenedHubKeys } from '../../src/seal/hub-keys.ts';
import { readJournalEntry } from '../../src/sync/hub/accept.ts';
import type { HubPorts, Rulebook } from '../../src/sync/hub-ports.ts';
import { drawerOf } from '../../src/sync/records/drawer.ts';
import { leaseOf, type Policy } from '../auth/policy.ts';
import { type Database, enterBook, type Tx } from '../db/database.ts';
import { writeKeptEnvelope } from '../durable/command.ts';
import type { Ledger } from '../durable/ledger.ts';
import { findDevice } from './device-rows.ts';
import { sha256 } from './hash.ts';
import { hubTransaction } from './hub-transaction.ts';
import { listShared, readUnitsAround } from './units/move/shared-places.ts';
import { reachOf } from './units/unit-rows.ts';
import { wasRestored } from './waiting/early-ops.ts';

export interface PortsParts {
  readonly database: Database;
  readonly keys: OpenedHubKeys;
  readonly hubEpoch: number;
  /** ms since 1970 of each restore from a backup. */
  readonly restoredAt: readonly number[];
  readonly policy: Policy;
  readonly rules: Rulebook;
}

/** The sync core's doors over the database; what it accepts is kept by `ledger` before it is committed. */
export function makePorts(
  { database, keys, hubEpoch, restoredAt, policy, rules }: PortsParts,
  ledger: Ledger,
): HubPorts {
  return {
    crypto: makeHubCrypto({ subtle: crypto.subtle, hash: sha256, keys, gunzip }),
    rules,
    hubEpoch,
    lease: (device, now) => leaseOf(policy, device, now),
    findDevice: (id) => database.look((look) => findDevice(look, id)),
    reach: (device) =>
      database.transaction(undefined, async (tx) => reachOf(device.places, await readUnitsAround(tx, device.book))),
    transaction: (book, places, entry, work) =>
      database.transaction(undefined, async (tx) => {
        const lastNumber = await enterBook(tx, { book, places });
        const receivedAt = readJournalEntry(entry)?.receivedAt ?? 0;
        const isRestored = wasRestored(restoredAt, receivedAt);
        const watched = hubTransaction(tx, { scope: { book, places }, receivedAt, lastNumber, isRestored });
        const result = await work(watched);
        await watched.flush();
        if (watched.hasWritten()) await ledger.keep(tx, writeKeptEnvelope(entry));
        return result;
      }),
  };
}

/** The numbers of a book's sequence are given under this lock, so that no reader sees a gap. @returns the last one */
export async function lockBook(tx: Tx, book: string): Promise<number> {
  const row = await tx
    .selectFrom('book')
    .select('last_number')
    .where('book', '=', book)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.last_number;
}

/** The same of several, always in one order: who wants them too waits, and neither for the other for ever. */
export async function lockBooks(tx: Tx, books: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('book')
    .select(['book', 'last_number'])
    .where('book', 'in', books)
    .orderBy('book')
    .forUpdate()
    .execute();
  return new Map(rows.map((row) => [row.book, row.last_number]));
}

/** Every place where records of a book stand: its units, villages that left it, and the drawers of its devices. */
export async function listScope(tx: Tx, book: string): Promise<readonly string[]> {
  const devices = await tx.selectFrom('device').select('id').where('book', '=', book).orderBy('id').execute();
  return [...(await listWritten(tx, book)), ...devices.map(({ id }) => drawerOf(id))];
}

/** Units of a book, and what villages that left it have become: the hub writes there, and no phone of this book. */
export async function listWritten(tx: Tx, book: string): Promise<readonly string[]> {
  return [...new Set([...(await listPlaces(tx, book)), ...(await listShared(tx, book))])];
}

/** Unit ids of a book: its commune and all beneath. */
export async function listPlaces(tx: Tx, book: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from units_of(${book}) order by id`.execute(tx);
  return rows.map((row) => row.id);
}

function gunzip(bytes: Uint8Array, maxOutputLength: number): Uint8Array | undefined {
  try {
    return gunzipSync(bytes, { maxOutputLength });
  } catch {
    // Not gzip, cut off or a bomb: the envelope cannot be opened.
    return undefined;
  }
}
