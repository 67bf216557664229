import { type Insertable, sql } from 'kysely';
import type { Tx } from '../../../db/database.ts';
import type { Tables } from '../../../db/tables.ts';
import { appendAudit } from '../../../durable/audit-chain.ts';
import type { CommandOf } from '../../../durable/command.ts';
import { keep, type Performed } from '../../../durable/performed.ts';
import { lockBooks } from '../../ports.ts';
import { keepChange, letWrite, rescope } from '../apply-units.ts';
import { saveUnits } from '../unit-rows.ts';
import { addShared } from './shared-places.ts';

/**
 * A village becomes one of another commune. Whoever holds that commune holds the village from now on; in the old one
 * nobody does, but all learn of it by their risen epoch, and what they wrote before still finds its place.
 */
export async function applyMove(tx: Tx, command: CommandOf<'move'>): Promise<Performed<null>> {
  const { book, id, at, change, units, author, otherAuthor } = command;
  const { unit, into: place, book: other } = change;
  const numbers = await lockBooks(tx, [book, other]);
  await saveUnits(tx, units);
  for (const one of [book, other]) await addShared(tx, one, [place], true);
  // What stands in the village is written anew by following it, so it is given.
  await pair(tx, [
    { book, other, given: numbers.get(book) ?? 0 },
    { book: other, other: book, given: numbers.get(other) ?? 0 },
  ]);
  const before = units.filter((one) => one.id === unit).map((ended) => ({ ...ended, validTo: '' }));
  await keepChange(tx, { book, id, at, change }, before);
  await letWrite(tx, book, author);
  await rescope(tx, book, []);
  const commune = units.find((one) => one.id === place)?.parent ?? '';
  await letWrite(tx, other, otherAuthor);
  await rescope(tx, other, [{ has: commune, gets: place }]);
  await openCodes(tx, other, { commune, place });
  const entry = {
    actor: 'command line',
    device: '',
    action: 'move',
    object: `${unit} > ${place}`,
    ground: change.date,
  };
  for (const one of [book, other]) await appendAudit(tx, { book: one, ...entry }, at);
  return keep(null);
}

/** Two that have villages of each other already have given all that was written. */
async function pair(tx: Tx, rows: readonly Insertable<Tables['shared_book']>[]): Promise<void> {
  await tx
    .insertInto('shared_book')
    .values(rows)
    .onConflict((on) => on.doNothing())
    .execute();
}

/** Codes for all of the commune that nobody has used yet. */
async function openCodes(tx: Tx, book: string, { commune, place }: { commune: string; place: string }): Promise<void> {
  await sql`
    update activation_code set places = (places::jsonb || jsonb_build_array(${place}::text))::text
    where book = ${book} and device is null and exists (
      select 1 from json_array_elements_text(places::json) as held (place) where held.place = ${commune}
    )`.execute(tx);
}
