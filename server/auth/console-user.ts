import type { Role } from '../../src/sync/activation.ts';
import type { Tx } from '../db/database.ts';
import { appendAudit, hubChain } from '../durable/audit-chain.ts';
import type { CommandOf } from '../durable/command.ts';
import { keep, type Performed } from '../durable/performed.ts';

export interface ConsoleUser {
  readonly name: string;
  readonly fullName: string;
  readonly role: Role;
  readonly hash: string;
  /** The password that was printed: must be changed before anything is shown. */
  readonly isFirstPassword: boolean;
}

export async function findConsoleUser(tx: Tx, name: string): Promise<ConsoleUser | undefined> {
  const row = await tx.selectFrom('console_user').selectAll().where('name', '=', name).executeTakeFirst();
  if (row === undefined) return undefined;
  const { full_name: fullName, is_first_password: isFirstPassword, hash } = row;
  return { name, fullName, role: row.role as Role, hash, isFirstPassword };
}

export async function addConsoleUser(tx: Tx, command: CommandOf<'console_user'>): Promise<Performed<null>> {
  const { name, fullName, role, hash, at } = command;
  const row = { name, full_name: fullName, role, hash, is_first_password: true };
  await tx
    .insertInto('console_user')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await note(tx, at, name, 'console_user');
  return keep(null);
}

export async function setPassword(tx: Tx, command: CommandOf<'password'>): Promise<Performed<null>> {
  const { name, hash, isFirst, at } = command;
  await tx.updateTable('console_user').set({ hash, is_first_password: isFirst }).where('name', '=', name).execute();
  await note(tx, at, name, isFirst ? 'first_password' : 'password');
  return keep(null);
}

function note(tx: Tx, at: number, name: string, action: string): Promise<void> {
  return appendAudit(tx, { book: hubChain, actor: name, device: '', action, object: name, ground: '' }, at);
}
