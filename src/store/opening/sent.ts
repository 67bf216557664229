import type { Stroke } from '../../sync/phone/own-lines.ts';
import { type Database, deleteMany } from '../database.ts';
import { sentAtKey } from '../outbox.ts';

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

/**
 * What was sealed anew, where all that it was sealed from still waits; by what was said of those they had to stay. Those
 * that nothing takes the place of leave, as if the hub had answered them.
 */
export async function replaceWaiting(database: Database, strokes: readonly Stroke[], now: number): Promise<void> {
  const { outbox, sent, verdicts, meta } = database;
  await database.write([outbox, sent, verdicts, meta], async () => {
    const there = await outbox.toCollection().primaryKeys();
    const waits = new Set(there);
    const due = strokes.filter(({ replaced }) => replaced.every((id) => waits.has(id)));
    const gone = due.flatMap(({ replaced }) => replaced);
    const leaving = due.flatMap(({ replaced, envelope }) => (envelope === undefined ? replaced : []));
    const left = await outbox.bulkGet(leaving);
    await sent.bulkPut(left.flatMap((row) => (row === undefined ? [] : [{ ...row, leftAt: now }])));
    await deleteMany(outbox, gone, there);
    await verdicts.where('envelope').anyOf(gone).delete();
    await outbox.bulkPut(due.flatMap(({ envelope }) => envelope ?? []));
    if (leaving.length > 0 && (await outbox.count()) === 0) await meta.put({ key: sentAtKey, value: now });
  });
}
