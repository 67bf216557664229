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

/** The same envelope sealed anew, if it still waits. */
export async function replaceWaiting(database: Database, envelope: SealedEnvelope): Promise<void> {
  await database.write([database.outbox], async () => {
    if ((await database.outbox.get(envelope.id)) !== undefined) await database.outbox.put(envelope);
  });
}
