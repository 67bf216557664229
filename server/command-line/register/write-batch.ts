import { setImmediate } from 'node:timers/promises';
import { type Op, opId } from '../../../src/sync/op.ts';
import { type OpDraft, writeTransaction } from '../../../src/sync/phone/transaction.ts';
import { maxTransactionOps } from '../../../src/sync/wire/bounds.ts';
import type { Hub } from '../../hub.ts';
import { readDevice } from '../../sync/device-rows.ts';
import { acceptAsFounder } from '../../sync/founder-envelope.ts';

/** Transactions an envelope. */
const transactionsAtOnce = 4;

/**
 * Writes a long act as the importing device: transactions of at most 500 ops that share one batch.
 * @param onWritten hears how many ops stand so far
 * @returns the batch's id
 */
export async function writeBatch(
  hub: Hub,
  book: string,
  device: string,
  drafts: readonly OpDraft[],
  onWritten: (done: number) => void,
): Promise<string> {
  const row = await hub.database.transaction(undefined, (tx) => readDevice(tx, book, device));
  if (row === undefined) throw new TypeError('the import has no author');
  const author = { device, user: row.user };
  const batch = opId(device, row.acked + 1);
  let { chain } = row;
  let head = { nextSeq: row.acked + 1, clock: row.lastStamp };
  for (let at = 0; at < drafts.length; ) {
    const ops: Op[] = [];
    for (let count = 0; count < transactionsAtOnce && at < drafts.length; count += 1) {
      const part = drafts.slice(at, at + maxTransactionOps).map((draft): OpDraft => ({ ...draft, batch }));
      const { ops: written, clock, nextSeq } = writeTransaction(part, author, head, hub.now());
      head = { nextSeq, clock };
      ops.push(...written);
      at += part.length;
    }
    chain = await acceptAsFounder(hub, ops, chain);
    onWritten(at);
    // Phones wait for nobody's import.
    await setImmediate();
  }
  return batch;
}
