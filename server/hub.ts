import { join } from 'node:path';
import { acceptEnvelope, readJournalEntry, signContact } from '../src/sync/hub/accept.ts';
import type { DeviceRow, HubCrypto, Rulebook } from '../src/sync/hub-ports.ts';
import type { Told } from '../src/sync/ports.ts';
import type { Enrolled, SignedVerdict } from '../src/sync/verdict.ts';
import type { Policy } from './auth/policy.ts';
import type { Database, Scope } from './db/database.ts';
import { openEmbedded } from './db/embedded.ts';
import { openPostgresql } from './db/postgresql.ts';
import { type CommandName, type CommandOf, writeCommand } from './durable/command.ts';
import { type Journal, JournalDamage, openJournal } from './durable/journal.ts';
import { type HubSecrets, openKeyFile, syncFolder, turnKeyFile } from './durable/key-file.ts';
import { journalLedger, noLedger } from './durable/ledger.ts';
import { perform, type ResultOf } from './durable/perform.ts';
import { type Again, replayJournal } from './durable/replay.ts';
import { sweepJournal } from './durable/sweep.ts';
import { readTotal } from './sync/changes.ts';
import { tellDevice } from './sync/contact.ts';
import { type ErasureAnswer, type ErasureRequest, eraseForGood } from './sync/erasing/erase-for-good.ts';
import { applySubstitute } from './sync/erasing/substitute.ts';
import { listScope, makePorts } from './sync/ports.ts';

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
  /**
   * The device's standing, its lease, and what it is told beside, for one that has nothing to send.
   * @param keyId seal key of this hub that it says it holds
   */
  contact(device: DeviceRow, keyId: string | undefined, told?: Partial<Told>): Promise<SignedVerdict>;
  /** Opens what a phone sealed to a key of this hub. */
  readonly unseal: HubCrypto['open'];
  /** Signs up to where everything of a device is here, and by which digest. */
  certify(device: DeviceRow, keyId: string | undefined): Promise<SignedVerdict>;
  /** Signs who a device is, for a day on which this hub may have forgotten it. */
  enrolment(device: DeviceRow, enrolled: Enrolled): Promise<SignedVerdict>;
  /** Forgets a record's values for good, here and by order on every phone. */
  erase(request: ErasureRequest): Promise<ErasureAnswer>;
  /** Everything of one book, for the hub's own reading. */
  wholeBook(book: string): Promise<Scope>;
  /** Publishes the next keys: phones seal to them from their next contact on. One turn at a time. */
  turnKeys(): Promise<void>;
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
    return makeHub(options, secrets, database);
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
    if (journal.isIntended()) await sweepJournal(journal);
    await replayJournal(database, journal, again(parts));
    return makeHub(options, secrets, database, journal);
  } catch (error) {
    await journal?.close();
    await database.close();
    throw error;
  }
}

/** How what the journal holds is done again. */
function again(parts: Parameters<typeof makePorts>[0]): Again {
  const { database } = parts;
  const places = (book: string) => database.transaction(undefined, (tx) => listScope(tx, book));
  return {
    async accept(entry, ledger) {
      const read = readJournalEntry(entry);
      if (read === undefined) throw new JournalDamage('an entry of the journal is no envelope');
      await acceptEnvelope(makePorts(parts, ledger), read.envelope, read.receivedAt);
    },
    applySubstitute: (sealed) => applySubstitute(makePorts(parts, noLedger), places, sealed),
  };
}

/** @param journal beside an embedded database */
function makeHub(options: HubOptions, secrets: HubSecrets, database: Database, journal?: Journal): Hub {
  const ledger = journal === undefined ? noLedger : journalLedger(journal);
  const ports = makePorts({ ...options, ...secrets, database }, ledger);
  const { policy, rules, now } = options;
  let turning = Promise.resolve();
  const run: Hub['run'] = (command) =>
    database.transaction(undefined, async (tx) => {
      const { result, isKept } = await perform(tx, command);
      if (isKept) await ledger.keep(tx, writeCommand(command));
      return result;
    });
  return {
    ...secrets,
    database,
    policy,
    rules,
    now,
    run,
    unseal: ports.crypto.open,
    accept(envelope, receivedAt, caller) {
      const findDevice = async (id: string) => (id === caller?.id ? caller : ports.findDevice(id));
      return acceptEnvelope({ ...ports, findDevice }, envelope, receivedAt);
    },
    async contact(device, keyId, told = {}) {
      const { book, id } = device;
      const { more, hasObeyed } = await database.transaction({ book, places: [] }, (tx) =>
        tellDevice(tx, device, told),
      );
      if (hasObeyed) await run({ is: 'obeyed', at: now(), book, device: id, number: told.obeyed ?? 0 });
      return signContact(ports, device, now(), keyId, more);
    },
    async certify(device, keyId) {
      const { book, places } = device;
      const { last: cursor, digest } = await database.snapshot({ book, places }, (tx) => readTotal(tx, book));
      return signContact(ports, device, now(), keyId, { holds: { cursor, digest } });
    },
    enrolment: (device, enrolled) => signContact(ports, device, now(), secrets.keys.pinned.sealId, { enrolled }),
    erase: (request) => eraseForGood({ database, secrets, crypto: ports.crypto, rules, ledger, journal, now }, request),
    wholeBook: async (book) => ({ book, places: await database.transaction(undefined, (tx) => listScope(tx, book)) }),
    turnKeys() {
      const turn = { now: now(), forgetsOld: journal === undefined };
      turning = turning.catch(() => undefined).then(() => turnKeyFile(options.folder, secrets.keys, turn));
      return turning;
    },
    async close() {
      await database.close();
      await journal?.close();
    },
  };
}
