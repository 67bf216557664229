import type { LoadMark } from '../sync/phone/pull-pages.ts';
import { fromColumns } from '../sync/records/columns/columns.ts';
import { readWritten, type WrittenColumns, writeColumns } from '../sync/records/columns/written-columns.ts';
import type { RecordState } from '../sync/records/record-state.ts';
import type { Sealer } from '../vault/sealer.ts';
import { fromBytes, toBytes } from './codec/json-codec.ts';
import type { PageEntry } from './confirmed/confirmed.ts';
import type { Database, JournalRow } from './database.ts';

/*
 * The journal: confirmed records that changed since the last fold, one sealed entry a settlement or a pulled page. An
 * entry holds whole records, so applying it twice changes nothing.
 */

export interface JournalEntry {
  readonly states: readonly RecordState[];
  readonly gone: readonly string[];
  /** What a first load brought with it. */
  readonly load?: LoadStep;
}

/** Pages that no directory lists yet, and how far the load was behind it; without a mark it was over. */
interface LoadStep {
  readonly pages: readonly PageEntry[];
  readonly mark?: LoadMark;
}

/** Version 1 (frozen); version 2 (frozen) is the same with a step of a first load. */
interface Written {
  readonly v: 1 | 2;
  readonly set: WrittenColumns;
  readonly gone: readonly string[];
  readonly load?: LoadStep;
}

const place = (n: number) => ({ store: 'journal', id: String(n), revision: 0 });

export async function sealEntry(sealer: Sealer, n: number, entry: JournalEntry): Promise<JournalRow> {
  const { states, gone, load } = entry;
  const written: Written = { v: load === undefined ? 1 : 2, set: writeColumns(states), gone, ...(load && { load }) };
  return { n, body: await sealer.seal(place(n), toBytes(written)) };
}

export interface Journal {
  readonly entries: readonly JournalEntry[];
  /** Number of the last entry that was ever written. */
  readonly last: number;
  /** Entries that do not open, or are missing between two that do. */
  readonly damaged: number;
  readonly bytes: number;
}

/** @param folded number of the last entry that is in the pages already */
export async function readJournal(database: Database, sealer: Sealer, folded: number): Promise<Journal> {
  const rows = await database.journal.where('n').above(folded).sortBy('n');
  const opened = await Promise.all(rows.map(({ n, body }) => sealer.open(place(n), body)));
  const entries = opened.flatMap((row) => {
    if (!row.ok) return [];
    const { set, gone, load } = fromBytes<Written>(row.value);
    return [{ states: fromColumns(readWritten(set)), gone, ...(load && { load }) }];
  });
  const last = rows.at(-1)?.n ?? folded;
  const bytes = rows.reduce((sum, { body }) => sum + body.length, 0);
  return { entries, last, damaged: last - folded - entries.length, bytes };
}
