import { sql } from 'kysely';
import type { DeviceRow } from '../../../src/sync/hub-ports.ts';
import { sumText } from '../../../src/sync/records/digest.ts';
import type { ProofAnswer, ProofQuestion, ProofRow } from '../../../src/sync/wire/proof.ts';
import { jsonBytes, type Tx } from '../../db/database.ts';
import { rowOf } from '../changes.ts';

interface Summed {
  readonly key: string;
  /** Digits, without the modulus. */
  readonly sum: string;
}

/** Name of the bucket that a record is in, as the phone names it: see `recordDigest`. */
const bucketOf = sql<string>`record.place || '/' || (get_byte(sha256(convert_to(record.id, 'UTF8')), 0) >> 3)`;

/** What a device may hold, in sums or in rows: row-level security leaves out what it may not, as if it were not there. */
export async function answerProof(tx: Tx, { book }: DeviceRow, question: ProofQuestion): Promise<ProofAnswer> {
  const cursor = await readCursor(tx, book);
  if (question.ask === 'rows') return { cursor, sums: [], rows: await readRows(tx, book, question.of) };
  const summed = await readSums(tx, book, question);
  return { cursor, rows: [], sums: summed.map(({ key, sum }) => [key, sumText(BigInt.asUintN(128, BigInt(sum)))]) };
}

async function readCursor(tx: Tx, book: string): Promise<number> {
  const row = await tx.selectFrom('book').select('last_number').where('book', '=', book).executeTakeFirst();
  return row?.last_number ?? 0;
}

async function readSums(
  tx: Tx,
  book: string,
  question: Exclude<ProofQuestion, { ask: 'rows' }>,
): Promise<readonly Summed[]> {
  if (question.ask === 'places') {
    const { rows } = await sql<Summed>`
      select place as key, digest::text as sum from place_sum where book = ${book} and records > 0`.execute(tx);
    return rows;
  }
  const names = jsonBytes(question.of);
  if (question.ask === 'buckets') {
    const { rows } = await sql<Summed>`
      select ${bucketOf} as key, sum(digest)::text as sum from record
      where book = ${book} and place in (select json_array_elements_text(${names}::json)) group by 1`.execute(tx);
    return rows;
  }
  const places = jsonBytes([...new Set(question.of.map((name) => name.slice(0, name.lastIndexOf('/'))))]);
  const { rows } = await sql<Summed>`
    select id as key, digest::text as sum from record
    where book = ${book} and place in (select json_array_elements_text(${places}::json))
      and ${bucketOf} in (select json_array_elements_text(${names}::json))`.execute(tx);
  return rows;
}

async function readRows(tx: Tx, book: string, ids: readonly string[]): Promise<readonly ProofRow[]> {
  const names = jsonBytes(ids);
  const { rows } = await sql<{ id: string; kind: string; number: number; state: string }>`
    select id, kind, number, state from record
    where book = ${book} and id in (select json_array_elements_text(${names}::json))`.execute(tx);
  const { rows: left } = await sql<{ id: string; kind: string; number: number }>`
    select id, kind, max(number) as number from departure
    where book = ${book} and id in (select json_array_elements_text(${names}::json)) group by 1, 2`.execute(tx);
  const held = new Map(rows.map((row) => [row.id, row]));
  const gone = new Map(left.map((row) => [row.id, row]));
  return ids.map((id): ProofRow => {
    const row = held.get(id);
    if (row !== undefined) return [row.number, rowOf(row)];
    const { kind = 'gone', number = 0 } = gone.get(id) ?? {};
    return [number, rowOf({ kind, id, state: null })];
  });
}
