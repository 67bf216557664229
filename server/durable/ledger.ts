import { sql } from 'kysely';
import type { Tx } from '../db/database.ts';
import { type Journal, JournalDamage } from './journal.ts';

/** Makes a change durable: the last thing that its transaction does before it commits. */
export interface Ledger {
  keep(tx: Tx, payload: Uint8Array): Promise<void>;
}

/** PostgreSQL keeps its own write-ahead log and syncs it at commit. */
export const noLedger: Ledger = { keep: async () => {} };

/**
 * The position stands in the database before the entry is on the disk, the commit comes after both. Should a commit ever
 * fail behind its entry, the positions differ from then on and nothing more is taken until a start has replayed it.
 */
export function journalLedger(journal: Journal): Ledger {
  return {
    async keep(tx, payload) {
      const isNext = await savePosition(tx, journal.id, journal.end(), journal.positionAfter(payload));
      if (!isNext) throw new JournalDamage('the database is not where the journal ends');
      await journal.append(payload);
    },
  };
}

/** While the journal is replayed nothing is appended, only the position moves. */
export function replayLedger(journal: Journal, before: number, position: number): Ledger {
  return { keep: async (tx) => void (await savePosition(tx, journal.id, before, position)) };
}

/** Position up to which this database has applied that journal; `undefined` when it belongs to another. */
export async function readPosition(tx: Tx, journal: string): Promise<number | undefined> {
  const rows = await tx.selectFrom('journal_position').selectAll().execute();
  if (rows.length === 0) return 0;
  return rows.find((row) => row.journal === journal)?.position;
}

async function savePosition(tx: Tx, journal: string, before: number, position: number): Promise<boolean> {
  const { rows } = await sql`
    insert into journal_position (journal, position) values (${journal}, ${position})
    on conflict (journal) do update set position = excluded.position where journal_position.position = ${before}
    returning position`.execute(tx);
  return rows.length === 1;
}
