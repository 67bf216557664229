import { sql } from 'kysely';
import type { DeviceRow, HubTransaction, KeptOp, LookedUp, ParkedEnvelope } from '../../src/sync/hub-ports.ts';
import type { RecordKey, RecordState } from '../../src/sync/records/record-state.ts';
import type { OpVerdict } from '../../src/sync/verdict.ts';
import { jsonBytes, type Scope, type Tx } from '../db/database.ts';
import { appendAudit } from '../durable/audit-chain.ts';
import { readStanding } from './device-rows.ts';
import { hasAny, noWrites, saveWrites } from './envelope-writes.ts';
import { keepEarly, readAwaited } from './waiting/early-ops.ts';
import { park, readParked, unpark } from './waiting/parked-rows.ts';

/** The sync core's transaction over the tables. `hasWritten` stays false for an envelope that was answered before. */
export interface WatchedTransaction extends HubTransaction {
  hasWritten(): boolean;
  /** Writes what is gathered; before the end, and before anything is read that it could change. */
  flush(): Promise<void>;
}

/** What a transaction is about: whose eyes it has, and when its envelope was received. */
interface Frame {
  readonly scope: Scope;
  /** ms since 1970; on a replay the time of the first receipt. */
  readonly receivedAt: number;
  /** Last number of the book's sequence, which the transaction holds under its lock. */
  readonly lastNumber: number;
  /** The hub was restored not long ago: phones are still bringing back what it lost. */
  readonly isRestored?: boolean;
}

export function hubTransaction(tx: Tx, { scope, receivedAt, lastNumber, isRestored }: Frame): WatchedTransaction {
  const { book } = scope;
  /** Places of the records that were read: the others are new, and nothing can have left a place. */
  const held = new Map<RecordKey, string>();
  /** Rows of this transaction's devices, as it has left them. */
  const devices = new Map<string, DeviceRow | undefined>();
  const parked = new Map<string, readonly ParkedEnvelope[]>();
  let writes = noWrites(lastNumber);
  let written = false;
  const flush = async () => {
    const gathered = writes;
    writes = noWrites(gathered.lastNumber);
    if (hasAny(gathered)) await saveWrites(tx, book, gathered);
  };
  const settled = async <Result>(read: () => Promise<Result>): Promise<Result> => {
    await flush();
    return read();
  };
  const write = async <Result>(work: Promise<Result>): Promise<Result> => {
    written = true;
    return work;
  };
  return {
    flush,
    hasWritten: () => written,
    async device(id) {
      if (devices.has(id)) return devices.get(id);
      const standing = await readStanding(tx, book, id);
      devices.set(id, standing?.device);
      if (standing?.hasParked === false) parked.set(id, []);
      return standing?.device;
    },
    async saveDevice(device) {
      written = true;
      devices.set(device.id, device);
      writes.devices.set(device.id, device);
    },
    verdicts: (device, firstSeq, lastSeq) => settled(() => readVerdicts(tx, book, device, firstSeq, lastSeq)),
    async keepOps(device, ops) {
      written = true;
      // Written where a restored hub does not know its author: whoever may not read there stands behind it.
      const placeOf = ({ op }: KeptOp) => (op !== undefined && scope.places.includes(op.p) ? op.p : null);
      for (const kept of ops) writes.ops.push({ device, kept, place: placeOf(kept) });
    },
    async lookUp(keys) {
      const found = await settled(() => lookUp(tx, book, keys));
      for (const [key, { place }] of found.records) held.set(key, String(place.value));
      return found;
    },
    ...(isRestored === true && {
      awaited: (device: string, keys: readonly RecordKey[]) => settled(() => readAwaited(tx, book, device, keys)),
      keepEarly: (device: string, ops: readonly KeptOp[]) => write(keepEarly(tx, book, device, ops)),
    }),
    async saveRecords(records) {
      written = true;
      for (const state of records) {
        writes.lastNumber += 1;
        writes.records.push({ state, number: writes.lastNumber, was: held.get(state.id) });
      }
      return writes.lastNumber;
    },
    async parked(device) {
      const known = parked.get(device) ?? (await readParked(tx, book, device));
      parked.set(device, known);
      return known;
    },
    park(device, envelope) {
      parked.delete(device);
      return write(park(tx, book, device, envelope));
    },
    unpark(device, envelopes) {
      parked.delete(device);
      return write(unpark(tx, book, device, envelopes));
    },
    quarantine: (device, envelope, why, lines) =>
      write(quarantine(tx, { book, device, envelope, why, lines }, receivedAt)),
    async markDirty(months) {
      written = true;
      writes.months.push(...months.filter((month) => !writes.months.includes(month)));
    },
  };
}

interface Quarantined {
  readonly book: string;
  readonly device: string;
  readonly envelope: string;
  readonly why: string;
  readonly lines: readonly string[];
}

/** Kept aside once, and said in the commune's chain: a supervisor reads it there. */
async function quarantine(tx: Tx, { lines, ...row }: Quarantined, at: number): Promise<void> {
  const values = { ...row, lines: JSON.stringify(lines) };
  const { numInsertedOrUpdatedRows: added } = await tx
    .insertInto('quarantine')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (added !== 1n) return;
  const { book, device, envelope: object, why: ground } = row;
  await appendAudit(tx, { book, actor: '', device, action: 'quarantine', object, ground }, at);
}

async function readVerdicts(tx: Tx, book: string, device: string, first: number, last: number): Promise<OpVerdict[]> {
  const rows = await tx
    .selectFrom('verdict')
    .select('verdict')
    .where('book', '=', book)
    .where('device', '=', device)
    .where('seq', '>=', first)
    .where('seq', '<=', last)
    .orderBy('seq')
    .execute();
  return rows.map((row) => JSON.parse(row.verdict) as OpVerdict);
}

/**
 * One by one by the primary key: a plan for all of them together may well read the whole commune. Where the writer may not
 * look is asked, in the same statement, of what was not seen only: "materialized", since that question opens the book for
 * its own moment.
 */
async function lookUp(tx: Tx, book: string, keys: readonly RecordKey[]): Promise<LookedUp> {
  if (keys.length === 0) return { records: new Map(), hidden: new Set() };
  const { rows } = await sql<{ id: string; state: string | null }>`
    with wanted as materialized (
      select id from json_array_elements_text(${jsonBytes(keys)}::json) as wanted (id)
    ), seen as materialized (
      select found.id, found.state from wanted,
        lateral (select id, state from record where book = ${book} and id = wanted.id limit 1) as found
    ), unseen as materialized (
      select json_agg(id) as ids from wanted where id not in (select id from seen)
    )
    select id, state from seen
    union all
    select hidden.id, null from unseen, lateral whereabouts(${book}, unseen.ids) as hidden
    where unseen.ids is not null`.execute(tx);
  const records = new Map<RecordKey, RecordState>();
  const hidden = new Set<RecordKey>();
  for (const { id, state } of rows)
    if (state === null) hidden.add(id);
    else records.set(id, JSON.parse(state) as RecordState);
  return { records, hidden };
}
