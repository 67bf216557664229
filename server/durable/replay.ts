import type { Database } from '../db/database.ts';
import { readKept } from './command.ts';
import { type Journal, JournalDamage } from './journal.ts';
import { type Ledger, noLedger, readPosition, replayLedger } from './ledger.ts';
import { perform } from './perform.ts';
import { readSubstitutes } from './sweep.ts';

/** The sync core's part of a replay. */
export interface Again {
  /** An envelope's journal entry, under a ledger. */
  readonly accept: (entry: Uint8Array, ledger: Ledger) => Promise<void>;
  /** What stands for an envelope of which something was erased. */
  readonly applySubstitute: (sealed: string) => Promise<void>;
}

/**
 * Brings a database that lost its last writes, or that is an older copy, to where the journal stands.
 * @returns how many entries were applied
 */
export async function replayJournal(database: Database, journal: Journal, again: Again): Promise<number> {
  const from = await database.transaction(undefined, (tx) => readPosition(tx, journal.id));
  if (from === undefined) throw new JournalDamage('the journal belongs to another database');
  if (from > journal.end()) throw new JournalDamage('the journal is older than the database');
  const substitutes = from < journal.end() ? await readSubstitutes(journal) : [];
  let applied = 0;
  let before = from;
  for await (const { payload, position } of journal.entriesAfter(from)) {
    const kept = readKept(payload);
    const ledger = replayLedger(journal, before, position);
    const behind = substitutes.filter(({ after }) => after === position);
    // What follows it belongs to it: the position moves when all of that is done.
    if (kept.is === 'envelope') await again.accept(kept.entry, behind.length > 0 ? noLedger : ledger);
    for (const { sealed } of behind) await again.applySubstitute(sealed);
    await database.transaction(undefined, async (tx) => {
      if (kept.is !== 'envelope' && kept.is !== 'blank') await perform(tx, kept);
      // Once more for an envelope that was no news: its place is behind us either way.
      await ledger.keep(tx, payload);
    });
    before = position;
    applied += 1;
  }
  return applied;
}
