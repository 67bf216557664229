import type { RecordState } from '../sync/records/record-state.ts';
import type { Sealer } from '../vault/sealer.ts';
import { fromBytes, toBytes } from './codec/json-codec.ts';
import { fromColumns } from './columns/columns.ts';
import { readWritten, type WrittenColumns, writeColumns } from './columns/written-columns.ts';
import type { Database, JournalRow } from './database.ts';

/*
 * The journal: confirmed records that changed since the last fold, one sealed entry a settlement or a pulled page. An
 * entry holds whole records, so applying it twice changes nothing.
 */

export interface JournalEntry {
  readonly states: readonly RecordState[];
  readonly gone: readonly string[];
}

/** Version 1 (frozen). */
interface Written {
  readonly v: 1;
  readonly set: WrittenColumns;
  readonly gone: readonly string[];
}

const place = (n: number) => ({ store: 'journal', id: String(n), revision: 0 });

export async function sealEntry(sealer: Sealer, n: number, entry: JournalEntry): Promise<JournalRow> {
  const written: Written = { v: 1, set: writeColumns(entry.states), gone: entry.gone };
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
    const { set, gone } = fromBytes<Written>(row.value);
    return [{ states: fromColumns(readWritten(set)), gone }];
  });
  const last = rows.at(-1)?.n ?? folded;
  const bytes = rows.reduce((sum, { body }) => sum + body.length, 0);
  return { entries, last, damaged: last - folded - entries.length, bytes };
}
