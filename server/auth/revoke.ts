import type { Tx } from '../db/database.ts';
import { appendAudit } from '../durable/audit-chain.ts';
import type { CommandOf } from '../durable/command.ts';
import { keep, leave, type Performed } from '../durable/performed.ts';
import { findDevice } from '../sync/device-rows.ts';

export type Revoked = { readonly is: 'revoked' | 'before' | 'unknown' };

/** For good: who gets the phone back asks for a new code, and is a new device. */
export async function revokeDevice(tx: Tx, command: CommandOf<'revoke'>): Promise<Performed<Revoked>> {
  const { device: id, actor, ground, at } = command;
  const device = await findDevice(tx, id);
  if (device === undefined) return leave({ is: 'unknown' });
  if (device.status === 'revoked') return leave({ is: 'before' });
  const { book } = device;
  await tx.updateTable('device').set({ status: 'revoked' }).where('book', '=', book).where('id', '=', id).execute();
  await appendAudit(tx, { book, actor, device: id, action: 'revoke', object: device.role, ground }, at);
  return keep({ is: 'revoked' });
}
