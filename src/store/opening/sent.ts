import type { SealedEnvelope } from '../../sync/envelope.ts';
import type { Database } from '../database.ts';

/**
 * Envelopes that left and reach beyond what the hub has come to wait once more: the same bytes, so that a hub that has
 * them after all answers as before.
 */
export async function offerAgain(database: Database, acked: number): Promise<number> {
  return database.write([database.outbox, database.sent], async () => {
    const lost = (await database.sent.toArray()).filter(({ lastSeq }) => lastSeq > acked);
    await database.outbox.bulkPut(lost.map(({ leftAt: _left, ...envelope }) => envelope));
    await database.sent.bulkDelete(lost.map(({ id }) => id));
    return lost.length;
  });
}

/** What was sealed anew, where all that it was sealed from still waits; by what was said of those they had to stay. */
export async function replaceWaiting(
  database: Database,
  replaced: readonly string[],
  envelope: SealedEnvelope,
): Promise<void> {
  await database.write([database.outbox, database.verdicts], async () => {
    if ((await database.outbox.where('id').anyOf(replaced).count()) !== replaced.length) return;
    await database.outbox.bulkDelete([...replaced]);
    await database.verdicts.where('envelope').anyOf(replaced).delete();
    await database.outbox.put(envelope);
  });
}
