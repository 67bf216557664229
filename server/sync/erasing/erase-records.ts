import { sql } from 'kysely';
import { eraseRecord } from '../../../src/sync/erasure.ts';
import { enterScope, jsonBytes, type Tx } from '../../db/database.ts';
import { appendAudit } from '../../durable/audit-chain.ts';
import type { CommandOf } from '../../durable/command.ts';
import { keep, leave, type Performed } from '../../durable/performed.ts';
import { hubTransaction } from '../hub-transaction.ts';
import { listScope, lockBook } from '../ports.ts';
import { findBodies } from './find-bodies.ts';

export type Erased =
  | { readonly is: 'absent' }
  /** Lines of the log that lost their body, and the record's new number in the book. */
  | { readonly is: 'erased'; readonly lines: number; readonly number: number };

/** The order carried out on the hub: records, log, what is parked or kept aside; and written down for every phone. */
export async function eraseRecords(tx: Tx, command: CommandOf<'erase'>): Promise<Performed<Erased>> {
  const { book, records, at } = command;
  const scope = { book, places: await listScope(tx, book) };
  await enterScope(tx, scope);
  const lastNumber = await lockBook(tx, book);
  const bodies = await findBodies(tx, book, records);
  await wipeBodies(tx, book, bodies);
  // What was written to them before it could be merged never will be.
  await tx.deleteFrom('early').where('book', '=', book).where('record', 'in', records).execute();
  const core = hubTransaction(tx, { scope, receivedAt: at, lastNumber });
  let number = lastNumber;
  for (const record of records) {
    const state = (await core.lookUp([record])).records.get(record);
    if (state === undefined) continue;
    number = await core.saveRecords([eraseRecord(state)]);
    await tx.insertInto('erasure').values({ book, number, record, at }).execute();
  }
  if (number === lastNumber) return leave({ is: 'absent' });
  await core.markDirty(command.months);
  await core.flush();
  const { actor, ground } = command;
  await appendAudit(tx, { book, actor, device: '', action: 'erase', object: records.join(' '), ground }, at);
  return keep({ is: 'erased', lines: bodies.ops.length, number });
}

async function wipeBodies(tx: Tx, book: string, { ops, parked, quarantined }: Awaited<ReturnType<typeof findBodies>>) {
  const aside = quarantined.map(({ lines, ...row }) => ({ ...row, lines: JSON.stringify(lines) }));
  await sql`select erase_bodies(${jsonBytes(ops)}::json, ${jsonBytes(aside)}::json)`.execute(tx);
  for (const { device, envelope, lines } of parked) {
    await tx
      .updateTable('parked')
      .set({ lines: JSON.stringify(lines) })
      .where('book', '=', book)
      .where('device', '=', device)
      .where('envelope', '=', envelope)
      .execute();
  }
}
