import { promisify } from 'node:util';
import { deflateRaw } from 'node:zlib';
import { sql } from 'kysely';
import type { DeviceRow } from '../../src/sync/hub-ports.ts';
import { recordsIn, recordsOf } from '../../src/sync/records/book-summary.ts';
import { pageToBytes } from '../../src/sync/records/columns/binary/write-columns.ts';
import { toColumns } from '../../src/sync/records/columns/written-columns.ts';
import { sumText } from '../../src/sync/records/digest.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { toRow } from '../../src/sync/records/row.ts';
import { mostRecordsPaged } from '../../src/sync/wire/bounds.ts';
import { toBase64url } from '../../src/sync/wire/bytes.ts';
import type { BookSummary, Changes, GoneRow, PlacePage, RecordRow } from '../../src/sync/wire/changes.ts';
import type { Tx } from '../db/database.ts';

/** A page of the first load stays small enough for a phone to take in whole. */
const pageRows = 2_000;
const pageBytes = 1_000_000;
/** A page of as many rows, as columns, is a twentieth of that. */
const pagedBytes = 4_000_000;
/** By which a window of the sequence grows where few rows are seen. */
const widening = 4;

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
  const { last, records, digest } = await readTotal(tx, book);
  const found = await findRows(tx, book, after, last);
  const page = cut(found);
  const more = page.length < found.length || found.length === pageRows;
  const cursor = more ? (page.at(-1)?.number ?? after) : Math.max(last, after);
  const total = Math.min(records, Math.max(last - after, 0));
  const answer = { rows: page.map(rowOf), cursor, more, total, ...clock, epoch: device.epoch };
  return more ? answer : { ...answer, digest };
}

interface PlaceQuestion {
  readonly place: string;
  readonly after: number;
}

/**
 * For a first load: places in the order of the same sequence each; what left them needs no telling. One that this device does
 * not have holds nothing, as one that there is not. As pages: the first place from `after`, then as many of the others as come
 * whole and fit into an answer that a phone takes in at one stroke. As rows, for a phone of before: the first alone.
 */
export async function readPlaces(
  tx: Tx,
  { book, epoch }: DeviceRow,
  question: { readonly places: readonly string[]; readonly after: number; readonly isPaged: boolean },
  clock: { readonly hubTime: number; readonly hubEpoch: number },
): Promise<Changes> {
  const [place = '', ...others] = question.places;
  const { page, ...where } = await findPlace(
    tx,
    book,
    { place, after: question.after },
    question.isPaged ? pagedBytes : pageBytes,
  );
  const summary = await readSummary(tx, book);
  const answer = { of: place, ...where, ...clock, epoch };
  if (!question.isPaged) return { ...answer, rows: page.map(rowOf), total: recordsIn(summary, place) };
  const pages = [await pageOf(place, page)];
  let room = mostRecordsPaged - page.length;
  for (const other of where.more ? [] : others) {
    const found =
      recordsIn(summary, other) > room ? undefined : await findPlace(tx, book, { place: other, after: 0 }, pagedBytes);
    if (found === undefined || found.more) break;
    pages.push(await pageOf(other, found.page));
    room -= found.page.length;
  }
  return { ...answer, rows: [], pages, book: summary, total: recordsOf(summary) };
}

async function findPlace(tx: Tx, book: string, { place, after }: PlaceQuestion, mostBytes: number) {
  const { rows: found } = await sql<Found>`
    select number, id, kind, state from record
    where book = ${book} and place = ${place} and number > ${after} order by number limit ${pageRows}`.execute(tx);
  const page = cut(found, mostBytes);
  const more = page.length < found.length || found.length === pageRows;
  return { page, cursor: page.at(-1)?.number ?? after, more };
}

/** As the phone stores it: it makes no object of any of these records. */
async function pageOf(place: string, found: readonly Found[]): Promise<PlacePage> {
  const states = found.flatMap(({ state }) => (state === null ? [] : [bare(JSON.parse(state) as RecordState)]));
  return [place, toBase64url(await promisify(deflateRaw)(pageToBytes(toColumns(states))))];
}

/** What was superseded stays here. */
function bare({ superseded: _here, ...state }: RecordState): RecordState {
  return state;
}

/** Row-level security shows this device its own places only. */
async function readSummary(tx: Tx, book: string): Promise<BookSummary> {
  const { rows } = await sql<{ place: string; records: number }>`
    select place, records from place_sum where book = ${book} and records > 0 order by place`.execute(tx);
  const { last } = await readTotal(tx, book);
  return { last, places: rows.map(({ place, records }) => [place, Number(records)]) };
}

/** The book's last number, and what is visible here in number and as one sum, as `rootDigest` writes it. */
export async function readTotal(tx: Tx, book: string): Promise<{ last: number; records: number; digest: string }> {
  const { rows } = await sql<{ last: number; records: number; digest: string }>`
    select coalesce((select last_number from book where book = ${book}), 0) as last,
      coalesce(sum(records), 0)::bigint as records, coalesce(sum(digest), 0)::text as digest
    from place_sum where book = ${book}`.execute(tx);
  const { last = 0, records = 0, digest = '0' } = rows[0] ?? {};
  return { last, records, digest: sumText(BigInt.asUintN(128, BigInt(digest))) };
}

/**
 * Window by window of the sequence, each wider than the one before: whoever may see all finds a page in the first, whoever
 * may see one village of a hundred in a few, and no plan of the database's sorts a whole book for one page.
 */
async function findRows(tx: Tx, book: string, after: number, last: number): Promise<readonly Found[]> {
  const found: Found[] = [];
  let from = after;
  for (let width = pageRows; from < last && found.length < pageRows; width *= widening) {
    const until = Math.min(from + width, last);
    const { rows } = await sql<Found>`
      select number, id, kind, state from record where book = ${book} and number > ${from} and number <= ${until}
      union all
      select number, id, kind, null from departure
      where book = ${book} and number > ${from} and number <= ${until}
        and not exists (select 1 from record where record.book = ${book} and record.id = departure.id)
      order by number limit ${pageRows - found.length}`.execute(tx);
    found.push(...rows);
    from = until;
  }
  return found;
}

/** As many rows as fit, at least one. */
function cut(rows: readonly Found[], mostBytes = pageBytes): readonly Found[] {
  let size = 0;
  const end = rows.findIndex((row, index) => {
    size += row.state?.length ?? 0;
    return index > 0 && size > mostBytes;
  });
  return end === -1 ? rows : rows.slice(0, end);
}

/** A record as it travels; `state` null for one that this device holds no more. */
export function rowOf({ kind, id, state }: Omit<Found, 'number'>): RecordRow | GoneRow {
  return state === null ? { k: kind, id, gone: true } : toRow(JSON.parse(state) as RecordState);
}
