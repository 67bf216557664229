import { join } from 'node:path';
import { acceptEnvelope, readJournalEntry, signContact } from '../src/sync/hub/accept.ts';
import type { DeviceRow, Rulebook } from '../src/sync/hub-ports.ts';
import type { SignedVerdict } from '../src/sync/verdict.ts';
import type { Policy } from './auth/policy.ts';
import type { Database, Scope } from './db/database.ts';
import { openEmbedded } from './db/embedded.ts';
import { openPostgresql } from './db/postgresql.ts';
import { type CommandName, type CommandOf, writeCommand } from './durable/command.ts';
import { type Journal, JournalDamage, openJournal } from './durable/journal.ts';
import { type HubSecrets, openKeyFile, syncFolder } from './durable/key-file.ts';
import { journalLedger, type Ledger, noLedger } from './durable/ledger.ts';
import { perform, type ResultOf } from './durable/perform.ts';
import { replayJournal } from './durable/replay.ts';
import { listPlaces, makePorts } from './sync/ports.ts';

/** The hub's one heart: routes, command line and tests go through it. */
export interface Hub extends HubSecrets {
  readonly database: Database;
  readonly policy: Policy;
  readonly rules: Rulebook;
  /** ms since 1970. */
  now(): number;
  /** Does it once and for good: what is answered survives a power cut. */
  run<Is extends CommandName>(command: CommandOf<Is>): Promise<ResultOf<Is>>;
  /** @param caller row of the device that hands it in, read just now: it need not be sought again */
  accept(envelope: Uint8Array, receivedAt: number, caller?: DeviceRow): Promise<SignedVerdict>;
  /** The device's standing and lease, for one that has nothing to send. */
  contact(device: DeviceRow): Promise<SignedVerdict>;
  /** Everything of one book, for the hub's own reading. */
  wholeBook(book: string): Promise<Scope>;
  close(): Promise<void>;
}

export interface HubOptions {
  /** Data folder: keys, journal, embedded database. */
  readonly folder: string;
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl?: string;
  readonly databaseOwnerUrl?: string;
  readonly policy: Policy;
  readonly rules: Rulebook;
  readonly now: () => number;
}

/** Opens the data folder, which the caller has locked, and brings the database to where the journal stands. */
export async function openHub(options: HubOptions): Promise<Hub> {
  const secrets = await openKeyFile(options.folder);
  if (options.databaseUrl !== undefined) {
    const database = await openPostgresql(options.databaseUrl, options.databaseOwnerUrl);
    return makeHub(options, secrets, database, noLedger, async () => {});
  }
  const database = await openEmbedded(join(options.folder, 'pg'));
  return openJournalled(options, secrets, database);
}

/** The embedded database never syncs: the journal beside it holds what was promised. */
async function openJournalled(options: HubOptions, secrets: HubSecrets, database: Database): Promise<Hub> {
  let journal: Journal | undefined;
  try {
    journal = await openJournal(join(options.folder, 'journal'));
    await syncFolder(options.folder);
    const parts = { ...options, ...secrets, database };
    await replayJournal(database, journal, async (entry, ledger) => {
      const read = readJournalEntry(entry);
      if (read === undefined) throw new JournalDamage('an entry of the journal is no envelope');
      await acceptEnvelope(makePorts(parts, ledger), read.envelope, read.receivedAt);
    });
    const { close } = journal;
    return makeHub(options, secrets, database, journalLedger(journal), close);
  } catch (error) {
    await journal?.close();
    await database.close();
    throw error;
  }
}

function makeHub(
  options: HubOptions,
  secrets: HubSecrets,
  database: Database,
  ledger: Ledger,
  closeLedger: () => Promise<void>,
): Hub {
  const ports = makePorts({ ...options, ...secrets, database }, ledger);
  const { policy, rules, now } = options;
  return {
    ...secrets,
    database,
    policy,
    rules,
    now,
    run: (command) =>
      database.transaction(undefined, async (tx) => {
        const { result, isKept } = await perform(tx, command);
        if (isKept) await ledger.keep(tx, writeCommand(command));
        return result;
      }),
    accept(envelope, receivedAt, caller) {
      const findDevice = async (id: string) => (id === caller?.id ? caller : ports.findDevice(id));
      return acceptEnvelope({ ...ports, findDevice }, envelope, receivedAt);
    },
    contact: (device) => signContact(ports, device, now()),
    wholeBook: async (book) => ({ book, places: await database.transaction(undefined, (tx) => listPlaces(tx, book)) }),
    async close() {
      await database.close();
      await closeLedger();
    },
  };
}
