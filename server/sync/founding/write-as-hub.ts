import { hubDeviceOf } from '../../../src/sync/op.ts';
import { type OpDraft, writeTransaction } from '../../../src/sync/phone/transaction.ts';
import type { Hub } from '../../hub.ts';
import { readDevice } from '../device-rows.ts';
import { acceptAsFounder } from './founder-envelope.ts';
import { settleWriter } from './settle-writer.ts';

/** One after the other on a hub: each writes behind the one before in the same device's order. */
const writing = new WeakMap<Hub, Promise<void>>();

/**
 * Facts that the hub itself writes into a book, so that phones learn them by sync like any other.
 * @param draft worked out when it is this writer's turn; nothing is written where it answers none
 */
export async function writeAsHub(hub: Hub, book: string, draft: () => Promise<readonly OpDraft[]>): Promise<void> {
  const before = writing.get(hub) ?? Promise.resolve();
  const next = before.then(() => write(hub, book, draft));
  // Whoever comes next is not to fail with this one.
  writing.set(
    hub,
    next.catch(() => undefined),
  );
  await next;
}

async function write(hub: Hub, book: string, draft: () => Promise<readonly OpDraft[]>): Promise<void> {
  const drafts = await draft();
  if (drafts.length === 0) return;
  const device = await scribe(hub, book);
  const head = { nextSeq: device.acked + 1, clock: device.lastStamp };
  const { ops } = writeTransaction(drafts, { device: device.id, user: device.user }, head, hub.now());
  await acceptAsFounder(hub, ops, device.chain);
}

/** The device by which the hub itself writes in this book. */
async function scribe(hub: Hub, book: string) {
  const device = hubDeviceOf(book);
  await settleWriter(hub, book, { device, user: 'uhub0000', userName: 'Máy chủ' });
  const row = await hub.database.transaction(undefined, (tx) => readDevice(tx, book, device));
  if (row === undefined) throw new TypeError('the hub has no device of its own');
  return row;
}
