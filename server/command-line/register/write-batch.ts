import { setImmediate } from 'node:timers/promises';
import { type Op, opId } from '../../../src/sync/op.ts';
import { type OpDraft, writeTransaction } from '../../../src/sync/phone/transaction.ts';
import { maxTransactionOps } from '../../../src/sync/wire/bounds.ts';
import type { Hub } from '../../hub.ts';
import { readDevice } from '../../sync/device-rows.ts';
import { acceptAsFounder } from '../../sync/founding/founder-envelope.ts';

/** Transactions an envelope. */
const transactionsAtOnce = 4;

type Groups = readonly (readonly OpDraft[])[];

/**
 * Writes a long act as the importing device: transactions of at most 500 ops that share one batch; what belongs to one
 * group is in one transaction.
 * @param onWritten hears how many ops stand so far
 */
export async function writeBatch(
  hub: Hub,
  book: string,
  device: string,
  groups: Groups,
  onWritten: (done: number) => void,
): Promise<void> {
  const row = await hub.database.transaction(undefined, (tx) => readDevice(tx, book, device));
  if (row === undefined) throw new TypeError('the import has no author');
  const author = { device, user: row.user };
  const batch = opId(device, row.acked + 1);
  let { chain } = row;
  let head = { nextSeq: row.acked + 1, clock: row.lastStamp };
  let done = 0;
  for (const transactions of inPieces(packGroups(groups), transactionsAtOnce)) {
    const ops: Op[] = [];
    for (const drafts of transactions) {
      const part = drafts.map((draft): OpDraft => ({ ...draft, batch }));
      const { ops: written, clock, nextSeq } = writeTransaction(part, author, head, hub.now());
      head = { nextSeq, clock };
      ops.push(...written);
    }
    chain = await acceptAsFounder(hub, ops, chain);
    done += ops.length;
    onWritten(done);
    // Phones wait for nobody's import.
    await setImmediate();
  }
}

function packGroups(groups: Groups): Groups {
  const packs: OpDraft[][] = [];
  for (const group of groups) {
    const last = packs.at(-1);
    if (last !== undefined && last.length + group.length <= maxTransactionOps) last.push(...group);
    else packs.push([...group]);
  }
  return packs;
}

function inPieces<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
