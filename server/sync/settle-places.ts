import { addDevice } from '../auth/activation-code.ts';
import type { Tx } from '../db/database.ts';
import type { CommandOf } from '../durable/command.ts';
import { keep, type Performed } from '../durable/performed.ts';

/** What is there already stays as it is, told now what it was made of where nobody had said; the importing device may write all places that there are then. */
export async function settlePlaces(tx: Tx, command: CommandOf<'settle'>): Promise<Performed<null>> {
  for (const { validFrom, validTo, ...row } of command.units) {
    await tx
      .insertInto('unit')
      .values({ ...row, valid_from: validFrom, valid_to: validTo === '' ? null : validTo })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
    if (row.predecessors === undefined || row.predecessors === '') continue;
    await tx
      .updateTable('unit')
      .set({ predecessors: row.predecessors })
      .where('id', '=', row.id)
      .where('predecessors', '=', '')
      .execute();
  }
  const { book, commune, author } = command;
  await tx
    .insertInto('book')
    .values({ book, commune, last_number: 0 })
    .onConflict((conflict) => conflict.column('book').doNothing())
    .execute();
  const known = await tx
    .updateTable('device')
    .set({ places: JSON.stringify(author.places) })
    .where('book', '=', book)
    .where('id', '=', author.device)
    .executeTakeFirst();
  if (known.numUpdatedRows === 0n) await addDevice(tx, book, author);
  return keep(null);
}
