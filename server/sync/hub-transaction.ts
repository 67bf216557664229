import { sql } from 'kysely';
import type { HubTransaction, KeptOp } from '../../src/sync/hub-ports.ts';
import { recordDigest, sumText } from '../../src/sync/records/digest.ts';
import type { RecordKey, RecordState } from '../../src/sync/records/record-state.ts';
import type { OpVerdict } from '../../src/sync/verdict.ts';
import { enterScope, type Scope, type Tx } from '../db/database.ts';
import { appendAudit } from '../durable/audit-chain.ts';
import { readDevice, saveDevice } from './device-rows.ts';
import { sha256 } from './hash.ts';
import { park, readParked, unpark } from './parked-rows.ts';

/** The sync core's transaction over the tables. `hasWritten` stays false for an envelope that was answered before. */
export interface WatchedTransaction extends HubTransaction {
  hasWritten(): boolean;
}

/** What a transaction is about: whose eyes it has, and when its envelope was received. */
interface Frame {
  readonly scope: Scope;
  readonly allPlaces: () => Promise<readonly string[]>;
  /** ms since 1970; on a replay the time of the first receipt. */
  readonly receivedAt: number;
}

export function hubTransaction(tx: Tx, { scope, allPlaces, receivedAt }: Frame): WatchedTransaction {
  const { book } = scope;
  /** Records that were read: the others are new, and nothing can have left a place. */
  const held = new Set<RecordKey>();
  let written = false;
  const write = async <Result>(work: Promise<Result>): Promise<Result> => {
    written = true;
    return work;
  };
  return {
    hasWritten: () => written,
    device: (id) => readDevice(tx, book, id),
    saveDevice: (device) => write(saveDevice(tx, device)),
    verdicts: (device, firstSeq, lastSeq) => readVerdicts(tx, book, device, firstSeq, lastSeq),
    keepOps: (device, ops) => write(keepOps(tx, book, device, ops)),
    async records(keys) {
      const found = await readRecords(tx, book, keys);
      for (const key of found.keys()) held.add(key);
      return found;
    },
    hidden: (keys) => findHidden(tx, scope, allPlaces, keys),
    saveRecords: (records) => write(saveRecords(tx, book, records, (id) => held.has(id))),
    parked: (device) => readParked(tx, book, device),
    park: (device, envelope) => write(park(tx, book, device, envelope)),
    unpark: (device, envelopes) => write(unpark(tx, book, device, envelopes)),
    quarantine: (device, envelope, why, lines) =>
      write(quarantine(tx, { book, device, envelope, why, lines }, receivedAt)),
    markDirty: (months) => write(markDirty(tx, book, months)),
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

async function keepOps(tx: Tx, book: string, device: string, ops: readonly KeptOp[]): Promise<void> {
  const rows = ops.map(({ op, line, verdict }) => {
    const isTaken = verdict.result.is !== 'refused' && verdict.result.is !== 'with';
    // A refused line may hold anything, so it is kept as a JSON text; an accepted one as it was written.
    const text = isTaken ? line : JSON.stringify(line);
    return { seq: verdict.seq, place: isTaken ? (op?.p ?? null) : null, line: text, verdict: JSON.stringify(verdict) };
  });
  const json = JSON.stringify(rows);
  await sql`
    insert into op (book, device, seq, place, line)
    select ${book}, ${device}, seq, place, line
    from json_to_recordset(${json}::json) as r (seq bigint, place text, line text)`.execute(tx);
  await sql`
    insert into verdict (book, device, seq, verdict)
    select ${book}, ${device}, seq, verdict
    from json_to_recordset(${json}::json) as r (seq bigint, verdict text)`.execute(tx);
}

async function readRecords(tx: Tx, book: string, keys: readonly RecordKey[]): Promise<Map<RecordKey, RecordState>> {
  const { rows } = await sql<{ id: string; state: string }>`
    select id, state from record
    where book = ${book} and id in (select json_array_elements_text(${JSON.stringify(keys)}::json))`.execute(tx);
  return new Map(rows.map((row) => [row.id, JSON.parse(row.state) as RecordState]));
}

/** Looks with the eyes of the whole book, then puts the writer's own scope back. */
async function findHidden(
  tx: Tx,
  scope: Scope,
  allPlaces: () => Promise<readonly string[]>,
  keys: readonly RecordKey[],
): Promise<ReadonlySet<RecordKey>> {
  if (keys.length === 0) return new Set();
  await enterScope(tx, { book: scope.book, places: await allPlaces() });
  const { rows } = await sql<{ id: string; place: string }>`
    select id, place from record
    where book = ${scope.book} and id in (select json_array_elements_text(${JSON.stringify(keys)}::json))`.execute(tx);
  await enterScope(tx, scope);
  return new Set(rows.filter(({ place }) => !scope.places.includes(place)).map(({ id }) => id));
}

async function saveRecords(
  tx: Tx,
  book: string,
  records: readonly RecordState[],
  isHeld: (id: RecordKey) => boolean,
): Promise<number> {
  const { rows } = await sql<{ last_number: number }>`
    update book set last_number = last_number + ${records.length} where book = ${book} returning last_number`.execute(
    tx,
  );
  const last = rows[0]?.last_number ?? 0;
  const json = JSON.stringify(records.map((state, index) => recordRow(state, last - records.length + 1 + index)));
  if (records.some(({ id }) => isHeld(id))) await noteDepartures(tx, book, json);
  await sql`
    insert into record (book, id, kind, place, state, digest, number)
    select ${book}, id, kind, place, state, digest, number
    from json_to_recordset(${json}::json)
      as r (id text, kind text, place text, state text, digest numeric, number bigint)
    on conflict (book, id) do update
    set place = excluded.place, state = excluded.state, digest = excluded.digest, number = excluded.number`.execute(tx);
  return last;
}

function recordRow(state: RecordState, number: number) {
  const { sum, place } = recordDigest(state, sha256);
  const digest = BigInt(`0x${sumText(sum)}`).toString();
  return { id: state.id, kind: state.kind, place, state: JSON.stringify(state), digest, number };
}

/** A record that leaves a place is "gone" there under its new number; one that comes back no longer is. */
async function noteDepartures(tx: Tx, book: string, json: string): Promise<void> {
  await sql`
    insert into departure (book, place, id, kind, number)
    select record.book, record.place, record.id, record.kind, r.number
    from record join json_to_recordset(${json}::json) as r (id text, place text, number bigint)
      on record.book = ${book} and record.id = r.id and record.place <> r.place
    on conflict (book, place, id) do update set number = excluded.number`.execute(tx);
  await sql`
    delete from departure using json_to_recordset(${json}::json) as r (id text, place text)
    where departure.book = ${book} and departure.id = r.id and departure.place = r.place`.execute(tx);
}

async function markDirty(tx: Tx, book: string, months: readonly string[]): Promise<void> {
  await sql`
    insert into dirty (book, month, number)
    select ${book}, month, (select last_number from book where book = ${book})
    from json_array_elements_text(${JSON.stringify(months)}::json) as m (month)
    on conflict (book, month) do update set number = excluded.number`.execute(tx);
}
