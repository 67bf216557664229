import { sql } from 'kysely';
import type { DeviceRow, KeptOp } from '../../src/sync/hub-ports.ts';
import { recordSum } from '../../src/sync/records/digest.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { jsonBytes, type Tx } from '../db/database.ts';
import { sha256 } from './hash.ts';

interface RecordWrite {
  readonly state: RecordState;
  readonly number: number;
  /** Place where it stood before; `undefined` when it is new. */
  readonly was: string | undefined;
}

/** What an envelope writes, gathered: one statement carries all of it, since each costs more than the rows in it. */
export interface EnvelopeWrites {
  /** Last number of the book's sequence, behind `records`. */
  lastNumber: number;
  readonly records: RecordWrite[];
  /** `place`: where it was written, unless the transaction does not see that. */
  readonly ops: { readonly device: string; readonly kept: KeptOp; readonly place: string | null }[];
  readonly months: string[];
  readonly devices: Map<string, DeviceRow>;
}

export function noWrites(lastNumber: number): EnvelopeWrites {
  return { lastNumber, records: [], ops: [], months: [], devices: new Map() };
}

export function hasAny({ records, ops, months, devices }: EnvelopeWrites): boolean {
  return records.length > 0 || ops.length > 0 || months.length > 0 || devices.size > 0;
}

/** Every part sees the tables as they were before the statement. */
export async function saveWrites(tx: Tx, book: string, writes: EnvelopeWrites): Promise<void> {
  const { lastNumber, records, ops, months, devices } = writes;
  const recordJson = Buffer.from(`[${records.map(recordText).join()}]`);
  const opJson = Buffer.from(`[${ops.map(opText).join()}]`);
  const deviceJson = jsonBytes([...devices.values()].map(deviceRow));
  await sql`
    with r as materialized (
      select * from json_to_recordset(${recordJson}::json)
        as r (id text, kind text, place text, state json, digest numeric, number bigint)
    ), o as materialized (
      select * from json_to_recordset(${opJson}::json)
        as o (device text, seq bigint, place text, line json, refused text, verdict json)
    ), counted as (
      update book set last_number = ${lastNumber} where book = ${book} and last_number <> ${lastNumber}
    ), saved as (
      insert into record (book, id, kind, place, state, digest, number)
      select ${book}, id, kind, place, state::text, digest, number from r
      on conflict (book, id) do update
      set place = excluded.place, state = excluded.state, digest = excluded.digest, number = excluded.number
    ), ${followingParts(book, records)}, lines as (
      insert into op (book, device, seq, place, line) select ${book}, device, seq, place, coalesce(refused, line::text) from o
    ), verdicts as (
      insert into verdict (book, device, seq, verdict) select ${book}, device, seq, verdict::text from o
    ), marks as (
      insert into dirty (book, month, number)
      select ${book}, month, ${lastNumber} from json_array_elements_text(${jsonBytes(months)}::json) as m (month)
      on conflict (book, month) do update set number = excluded.number
    )
    update device set acked = d.acked, chain = d.chain, status = d.status, last_ms = d.ms, last_counter = d.counter
    from json_to_recordset(${deviceJson}::json)
      as d (id text, acked bigint, chain text, status text, ms bigint, counter bigint)
    where device.book = ${book} and device.id = d.id`.execute(tx);
}

/**
 * What follows from the records: the sums of their places, less what they added as they stood; and one that leaves a place
 * is "gone" there under its new number, one that comes back no longer is.
 */
function followingParts(book: string, records: readonly RecordWrite[]) {
  const held = records.filter(({ was }) => was !== undefined);
  if (held.length === 0) return sql`sums as (${addSums(book, sql`select place, 1 as records, digest from r`)})`;
  const isMoving = held.some(({ was, state }) => was !== state.place.value);
  return sql`
    was as (
      select stood.*, r.place as goes_to, r.number from r, lateral (
        select id, kind, place, digest from record where book = ${book} and id = r.id limit 1
      ) as stood
    ), ${isMoving ? movingParts(book) : sql``} sums as (${addSums(
      book,
      sql`select place, 1 as records, digest from r union all select place, -1, -digest from was`,
    )})`;
}

function movingParts(book: string) {
  return sql`
    left_behind as (
      insert into departure (book, place, id, kind, number)
      select ${book}, place, id, kind, number from was where place <> goes_to
      on conflict (book, place, id) do update set number = excluded.number
    ), come_back as (
      delete from departure using r
      where departure.book = ${book} and departure.id = r.id and departure.place = r.place
    ),`;
}

function addSums(book: string, moved: ReturnType<typeof sql>) {
  return sql`
    insert into place_sum (book, place, records, digest)
    select ${book}, place, sum(records), sum(digest) from (${moved}) as moved group by place
    on conflict (book, place) do update
    set records = place_sum.records + excluded.records, digest = place_sum.digest + excluded.digest`;
}

/*
 * Rows as JSON in which states, lines and verdicts stand as they are, not as texts inside a text: a json column of the
 * statement gives them back letter by letter.
 */

function recordText({ state, number }: RecordWrite): string {
  const digest = recordSum(state, sha256).toString();
  const row = JSON.stringify({ id: state.id, kind: state.kind, place: state.place.value, digest, number });
  return `${row.slice(0, -1)},"state":${JSON.stringify(state)}}`;
}

function opText({ device, kept: { line, verdict }, place }: EnvelopeWrites['ops'][number]): string {
  const isTaken = verdict.result.is !== 'refused' && verdict.result.is !== 'with';
  // An accepted line is kept as it was written. A refused one may hold anything, so it is kept as a JSON text, which goes
  // as a text inside a text: PostgreSQL would read the escapes of its own, and refuses that of NUL.
  const text = isTaken ? `"line":${line}` : `"refused":${JSON.stringify(JSON.stringify(line))}`;
  const row = JSON.stringify({ device, seq: verdict.seq, place: isTaken ? place : null });
  return `${row.slice(0, -1)},${text},"verdict":${JSON.stringify(verdict)}}`;
}

/** What an envelope moves: prefix, chain, clock, status. */
function deviceRow({ id, acked, chain, status, lastStamp: [ms, counter] }: DeviceRow) {
  return { id, acked, chain, status, ms, counter };
}
