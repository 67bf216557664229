import { Dexie, type Table } from 'dexie';
import type { SealedEnvelope } from '../sync/envelope.ts';
import { firstHead, writeStoredHead } from '../sync/phone/mending/stored-head.ts';
import type { SignedVerdict } from '../sync/verdict.ts';
import { databaseName } from './outbox.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** Begins the name of a page that did not open. */
export const asideMark = 'aside:';

/** Ciphertext only; `name` is an HMAC. */
export interface PageRow {
  readonly name: string;
  readonly body: Bytes;
}

/** Confirmed records that changed since the last fold. `n` counts 1, 2, 3 … without gaps. */
export interface JournalRow {
  readonly n: number;
  readonly body: Bytes;
}

/** The op lines of one transaction, by its first seq; also a refused op that waits for mending. */
export interface PendingRow {
  readonly seq: number;
  readonly body: Bytes;
}

export interface DraftRow {
  readonly name: string;
  readonly revision: number;
  readonly body: Bytes;
}

/** An envelope that left against a verdict, kept for a while: a hub that was restored may have lost it. */
interface SentRow extends SealedEnvelope {
  /** ms since 1970. */
  readonly leftAt: number;
}

interface VerdictRow {
  readonly id: number;
  readonly envelope: string;
  readonly verdict: SignedVerdict;
}

/** Clear by design: head (seq, chain, clock), cursor, fold revision, last times. Nothing personal. */
interface MetaRow {
  readonly key: string;
  readonly value: unknown;
  /** Of the head: a digest over its value. */
  readonly check?: string;
}

export interface Database {
  readonly pages: Table<PageRow, string>;
  readonly journal: Table<JournalRow, number>;
  readonly pending: Table<PendingRow, number>;
  readonly outbox: Table<SealedEnvelope, string>;
  readonly sent: Table<SentRow, string>;
  readonly verdicts: Table<VerdictRow, number>;
  readonly mending: Table<PendingRow, number>;
  readonly drafts: Table<DraftRow, string>;
  readonly meta: Table<MetaRow, string>;
  /** One strict transaction over these tables; what `work` throws undoes it. Nothing but Dexie may be awaited inside. */
  readonly write: <Result>(tables: Table[], work: () => Promise<Result>) => Promise<Result>;
  readonly raw: () => IDBDatabase;
  readonly close: () => void;
}

export interface DatabasePorts {
  readonly indexedDB: IDBFactory;
  readonly keyRange: typeof IDBKeyRange;
}

/** Strict: the browser's default made 2 disk syncs for 60 transactions, so a flat battery lost acknowledged saves. */
export function describeDatabase({ indexedDB, keyRange }: DatabasePorts, device: string): Dexie {
  const options = { indexedDB, IDBKeyRange: keyRange, chromeTransactionDurability: 'strict' } as const;
  const database = new Dexie(databaseName(device), options);
  database.version(1).stores({
    pages: 'name',
    journal: 'n',
    pending: 'seq',
    outbox: 'id',
    verdicts: '++id, envelope',
    mending: 'seq',
    drafts: 'name',
    meta: 'key',
  });
  database.version(2).stores({ sent: 'id, leftAt' });
  // From its first moment on, so that a head that is not there is one that was lost.
  database.on('populate', (first) => first.table('meta').add(writeStoredHead(firstHead)));
  return database;
}

/** Opens the database of one device, making it the first time. What does not open is tried again. */
export async function openDatabase(ports: DatabasePorts, device: string): Promise<Database> {
  const open = () => describeDatabase(ports, device).open();
  const dexie = await open().catch(async (fault: unknown) =>
    (await import('./opening/open-again.ts')).openAgain(ports.indexedDB, fault, open),
  );
  return {
    pages: dexie.table('pages'),
    journal: dexie.table('journal'),
    pending: dexie.table('pending'),
    outbox: dexie.table('outbox'),
    sent: dexie.table('sent'),
    verdicts: dexie.table('verdicts'),
    mending: dexie.table('mending'),
    drafts: dexie.table('drafts'),
    meta: dexie.table('meta'),
    write: (tables, work) => dexie.transaction('rw', tables, work),
    raw: () => dexie.backendDB(),
    close: () => dexie.close(),
  };
}

/** Below so many each is deleted by itself. */
const few = 20;

/**
 * In a transaction. Each row that is deleted by its key costs a cheap phone some three milliseconds: where most of a table
 * goes, all of it does at a stroke, and what stays is put back.
 * @param there all keys of the table, where they are known
 */
export async function deleteMany<Row, Key>(
  table: Table<Row, Key>,
  keys: readonly Key[],
  there?: readonly Key[],
): Promise<void> {
  if (keys.length < few) return table.bulkDelete([...keys]);
  const going = new Set(keys);
  const staying = (there ?? (await table.toCollection().primaryKeys())).filter((key) => !going.has(key));
  if (staying.length > keys.length / 2) return table.bulkDelete([...keys]);
  const rows = await table.bulkGet(staying);
  await table.clear();
  await table.bulkPut(rows.flatMap((row) => row ?? []));
}
