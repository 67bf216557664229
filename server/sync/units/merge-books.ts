import { sql } from 'kysely';
import type { Tx } from '../../db/database.ts';
import { appendAudit } from '../../durable/audit-chain.ts';
import type { CommandOf } from '../../durable/command.ts';
import { keep, type Performed } from '../../durable/performed.ts';
import { listPlaces, lockBooks } from '../ports.ts';
import { keepChange, readUnitChanges, rescope } from './apply-units.ts';
import { giveShared } from './move/share-records.ts';
import { readUnitsOf, saveUnits } from './unit-rows.ts';

/** Before every month that may have a figure. */
const beforeAll = '1900-01';

/**
 * Books become one, all of it or nothing. Records stay at their places, as they are: only their book and their number in
 * its sequence are others, so every phone's cursor stands before what it gains. Everybody learns by the risen epoch;
 * whoever held one of the communes holds all of the new one.
 */
export async function mergeBooks(tx: Tx, command: CommandOf<'merge'>): Promise<Performed<null>> {
  const { book, id, at, change } = command;
  const from = change.books;
  // A large commune's rows take longer than any question may.
  await sql`set local statement_timeout = 0`.execute(tx);
  await lockBooks(tx, [book, ...from]);
  const before = [];
  for (const one of [book, ...from]) before.push(...(await readUnitsOf(tx, one)));
  await saveUnits(tx, command.units);
  const who = {
    actor: 'command line',
    device: '',
    action: 'merge',
    object: `${change.communes.join(' ')} > ${change.into}`,
  };
  for (const one of [book, ...from]) await appendAudit(tx, { book: one, ...who, ground: change.date }, at);
  // What two of them have, one of them keeps: it is to have what the other wrote.
  for (const one of from) await giveShared(tx, { is: 'share', at, book: one, into: book });
  for (const one of from) await sql`select merge_book(${one}, ${book})`.execute(tx);
  await tx.updateTable('book').set({ commune: change.into }).where('book', '=', book).execute();
  await keepChange(tx, { book, id, at, change }, before);
  await openAll(tx, book, change.communes);
  await markAll(tx, book);
  return keep(null);
}

/** Devices, and codes that nobody has used yet. */
async function openAll(tx: Tx, book: string, communes: readonly string[]): Promise<void> {
  const all = await listPlaces(tx, book);
  await rescope(
    tx,
    book,
    communes.flatMap((has) => all.map((gets) => ({ has, gets }))),
  );
  await sql`
    update activation_code set places = ${JSON.stringify(all)}
    where book = ${book} and device is null and exists (
      select 1 from json_array_elements_text(places::json) as held (place) where held.place in (${sql.join(communes)})
    )`.execute(tx);
}

/** Every month has figures of one more commune. */
async function markAll(tx: Tx, book: string): Promise<void> {
  await sql`
    insert into dirty (book, month, number) select book, ${beforeAll}, last_number from book where book = ${book}
    on conflict (book, month) do update set number = excluded.number`.execute(tx);
}

/** Books that went into others of this hub, or into this one alone. */
export async function readFormerBooks(tx: Tx, book?: string): Promise<readonly string[]> {
  const changes = await readUnitChanges(tx, book);
  return changes.flatMap(({ change }) => (change.is === 'merge' ? change.books : []));
}
