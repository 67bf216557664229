import { sql } from 'kysely';
import { catalogue } from '../../src/catalogue/index.ts';
import type { Changes, GoneRow, RecordRow } from '../../src/sync/changes.ts';
import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import { sumText } from '../../src/sync/records/digest.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { toRow } from '../../src/sync/records/row.ts';
import type { Tx } from '../db/database.ts';

/** A page of the first load stays small enough for a phone to take in whole. */
const pageRows = 2_000;
const pageBytes = 1_000_000;

interface Found {
  readonly number: number;
  readonly id: string;
  readonly kind: string;
  readonly state: string | null;
}

/**
 * Rows beyond `after` that this device may hold. Row-level security shows it its own places only; what left them is a
 * departure that no visible record contradicts. The book is not locked: numbers are given under its lock, so what this
 * transaction's snapshot sees has no gap below its highest number.
 */
export async function readChanges(
  tx: Tx,
  device: DeviceRow,
  after: number,
  clock: { readonly hubTime: number; readonly hubEpoch: number },
): Promise<Changes> {
  const { book } = device;
  const [count] = (
    await sql<{ last: number; total: number }>`
      select (select last_number from book where book = ${book}) as last, count(*) as total
      from record where book = ${book} and number > ${after} and ${isFor(device)}`.execute(tx)
  ).rows;
  const last = count?.last ?? 0;
  const found = await findRows(tx, device, after, last);
  const page = cut(found);
  const more = page.length < found.length || found.length === pageRows;
  const cursor = more ? (page.at(-1)?.number ?? after) : Math.max(last, after);
  const answer = { rows: page.map(rowOf), cursor, more, total: count?.total ?? 0, ...clock, epoch: device.epoch };
  return more ? answer : { ...answer, digest: await rootOf(tx, device, last) };
}

async function findRows(tx: Tx, device: DeviceRow, after: number, last: number): Promise<readonly Found[]> {
  const { book } = device;
  const { rows } = await sql<Found>`
    select number, id, kind, state from record where book = ${book} and number > ${after} and number <= ${last}
      and ${isFor(device)}
    union all
    select number, id, kind, null from departure
    where book = ${book} and number > ${after} and number <= ${last}
      and not exists (select 1 from record where record.book = ${book} and record.id = departure.id)
    order by number limit ${pageRows}`.execute(tx);
  return rows;
}

/** Kinds that only some roles may hold: for another device it is as if they were elsewhere, its own apart. */
function isFor({ id, role }: DeviceRow) {
  const kinds = catalogue.records.filter(({ onlyFor }) => onlyFor?.includes(role) === false).map(({ kind }) => kind);
  if (kinds.length === 0) return sql`true`;
  return sql`(kind not in (select json_array_elements_text(${JSON.stringify(kinds)}::json)) or split_part(id, '.', 1) = ${id})`;
}

/** As many rows as fit, at least one. */
function cut(rows: readonly Found[]): readonly Found[] {
  let size = 0;
  const end = rows.findIndex((row, index) => {
    size += row.state?.length ?? 0;
    return index > 0 && size > pageBytes;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

function rowOf({ kind, id, state }: Found): RecordRow | GoneRow {
  return state === null ? { k: kind, id, gone: true } : toRow(JSON.parse(state) as RecordState);
}

/** One sum over all that is visible here, mod 2^128, as `rootDigest` writes it. */
async function rootOf(tx: Tx, device: DeviceRow, last: number): Promise<string> {
  const { book } = device;
  const { rows } = await sql<{ root: string }>`
    select coalesce(sum(digest), 0)::text as root from record where book = ${book} and number <= ${last}
      and ${isFor(device)}`.execute(tx);
  return sumText(BigInt.asUintN(128, BigInt(rows[0]?.root ?? 0)));
}
