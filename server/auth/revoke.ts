import { enterScope, type Tx } from '../db/database.ts';
import { appendAudit } from '../durable/audit-chain.ts';
import type { CommandOf } from '../durable/command.ts';
import { keep, leave, type Performed } from '../durable/performed.ts';
import { findDevice } from '../sync/device-rows.ts';
import { hubTransaction } from '../sync/hub-transaction.ts';
import { lockBook } from '../sync/ports.ts';

export type Revoked = { readonly is: 'revoked' | 'before' | 'unknown' };

/**
 * For good: who gets the phone back asks for a new code, and is a new device. A phone that was revoked before may still be
 * told to forget what it holds.
 */
export async function revokeDevice(tx: Tx, command: CommandOf<'revoke'>): Promise<Performed<Revoked>> {
  const { device: id, actor, ground, at, wipe } = command;
  const known = await findDevice(tx, id);
  if (known === undefined) return leave({ is: 'unknown' });
  // Behind an envelope that is just being judged: it would write the standing that it found.
  await lockBook(tx, known.book);
  const { book, status, role: object } = (await findDevice(tx, id)) ?? known;
  const orders = wipe === true && (await isHeldThere(tx, book, id)) ? { wipe: 'ordered' } : {};
  if (status === 'revoked' && orders.wipe === undefined) return leave({ is: 'before' });
  const change = { status: 'revoked', ...orders };
  await tx.updateTable('device').set(change).where('book', '=', book).where('id', '=', id).execute();
  if (status !== 'revoked' && command.aside === true) await setParkedAside(tx, book, id, at);
  const action = orders.wipe === undefined ? 'revoke' : 'revoke_wipe';
  await appendAudit(tx, { book, actor, device: id, action, object, ground }, at);
  return keep({ is: 'revoked' });
}

/** What waits behind a gap waits for nothing any more: it is for a supervisor to say what becomes of it. */
async function setParkedAside(tx: Tx, book: string, device: string, at: number): Promise<void> {
  const scope = { book, places: [] };
  await enterScope(tx, scope);
  const core = hubTransaction(tx, { scope, receivedAt: at, lastNumber: 0 });
  const parked = await core.parked(device);
  for (const { id, lines } of parked) await core.quarantine(device, id, 'parked', lines);
  await core.unpark(
    device,
    parked.map(({ id }) => id),
  );
}

async function isHeldThere(tx: Tx, book: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('device')
    .select('wipe')
    .where('book', '=', book)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.wipe === '';
}

export async function keepWiped(tx: Tx, { book, device, at }: CommandOf<'wiped'>): Promise<Performed<null>> {
  const { numUpdatedRows } = await tx
    .updateTable('device')
    .set({ wipe: 'done', wiped_at: at })
    .where('book', '=', book)
    .where('id', '=', device)
    .where('wipe', '=', 'ordered')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return leave(null);
  await appendAudit(tx, { book, actor: '', device, action: 'wiped', object: '', ground: '' }, at);
  return keep(null);
}
