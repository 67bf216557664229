import { enterBook, type Tx } from '../../db/database.ts';
import { appendAudit } from '../../durable/audit-chain.ts';
import type { CommandOf } from '../../durable/command.ts';
import { keep, leave, type Performed } from '../../durable/performed.ts';

/**
 * A supervisor's word on what was kept aside, in the commune's chain. What was dropped may be taken later all the same; what
 * was taken stays so.
 */
export async function decideAside(tx: Tx, command: CommandOf<'decide'>): Promise<Performed<null>> {
  const { book, device, decision, actor, ground, at } = command;
  await enterBook(tx, { book, places: [] });
  let count = 0;
  for (const { envelope, taken } of command.rows) {
    const { numUpdatedRows } = await tx
      .updateTable('quarantine')
      .set({ decision, taken: JSON.stringify(taken) })
      .where('book', '=', book)
      .where('device', '=', device)
      .where('envelope', '=', envelope)
      .where('decision', '!=', 'taken')
      .executeTakeFirst();
    if (numUpdatedRows === 0n) continue;
    count += 1;
    await appendAudit(tx, { book, actor, device, action: `aside_${decision}`, object: envelope, ground }, at);
  }
  return count === 0 ? leave(null) : keep(null);
}
