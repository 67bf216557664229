import type { Database } from '../db/database.ts';
import { readKept } from './command.ts';
import { type Journal, JournalDamage } from './journal.ts';
import { type Ledger, readPosition, replayLedger } from './ledger.ts';
import { perform } from './perform.ts';

/** Applies an envelope's journal entry under a ledger: the sync core's part of a replay. */
export type AcceptAgain = (entry: Uint8Array, ledger: Ledger) => Promise<void>;

/**
 * Brings a database that lost its last writes, or that is an older copy, to where the journal stands.
 * @returns how many entries were applied
 */
export async function replayJournal(database: Database, journal: Journal, accept: AcceptAgain): Promise<number> {
  const from = await database.transaction(undefined, (tx) => readPosition(tx, journal.id));
  if (from === undefined) throw new JournalDamage('the journal belongs to another database');
  if (from > journal.end()) throw new JournalDamage('the journal is older than the database');
  let applied = 0;
  let before = from;
  for await (const { payload, position } of journal.entriesAfter(from)) {
    const kept = readKept(payload);
    const ledger = replayLedger(journal, before, position);
    if (kept.is === 'envelope') await accept(kept.entry, ledger);
    await database.transaction(undefined, async (tx) => {
      if (kept.is !== 'envelope') await perform(tx, kept);
      // Once more for an envelope that was no news: its place is behind us either way.
      await ledger.keep(tx, payload);
    });
    before = position;
    applied += 1;
  }
  return applied;
}
