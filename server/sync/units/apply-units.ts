import { addDevice } from '../../auth/activation-code.ts';
import type { Tx } from '../../db/database.ts';
import { appendAudit } from '../../durable/audit-chain.ts';
import type { CommandOf } from '../../durable/command.ts';
import { keep, leave, type Performed } from '../../durable/performed.ts';
import { listWritten } from '../ports.ts';
import type { KeptChange } from './plan-units.ts';
import { type KnownUnit, readUnitsOf, saveUnits } from './unit-rows.ts';
import { authorOf } from './units-bench.ts';

/** Changes units, and who of the book may hold them: every device learns of it by its risen epoch. Once an id. */
export async function applyUnits(tx: Tx, command: CommandOf<'units'>): Promise<Performed<null>> {
  const { book, id, change, units, gets, author } = command;
  if (await hasChange(tx, book, id)) return leave(null);
  const standing = new Map((await readUnitsOf(tx, book)).map((unit) => [unit.id, unit]));
  await saveUnits(tx, units);
  // Of a unit that is new, what it was before is what it is: its undo ends it.
  const before = units.map((unit) => standing.get(unit.id) ?? unit);
  await keepChange(tx, command, before);
  await letWrite(tx, book, author);
  await rescope(tx, book, gets);
  const object = `${change.is} ${units.map((unit) => unit.id).join(' ')}`;
  await appendAudit(tx, { book, actor: '', device: command.device, action: 'units', object, ground: '' }, command.at);
  return keep(null);
}

/** The households have followed. */
export async function finishUnits(tx: Tx, { book, id, households }: CommandOf<'units_done'>): Promise<Performed<null>> {
  await tx
    .updateTable('unit_change')
    .set({ is_done: true, households })
    .where('book', '=', book)
    .where('id', '=', id)
    .execute();
  return keep(null);
}

/** Rows of an official list. Devices of the books whose places are among them learn of it; officers get new villages. */
export async function listUnitRows(tx: Tx, { units }: CommandOf<'unit_list'>): Promise<Performed<null>> {
  await saveUnits(tx, units);
  const listed = new Set(units.map(({ id }) => id));
  const books = await tx.selectFrom('book').select(['book', 'commune']).execute();
  for (const { book, commune } of books) {
    const own = (await readUnitsOf(tx, book)).filter(({ id }) => listed.has(id));
    const villages = own.filter(({ level }) => level === 'village');
    if (own.length > 0)
      await rescope(
        tx,
        book,
        villages.map(({ id }) => ({ has: commune, gets: id })),
      );
  }
  return keep(null);
}

/** With what stood before it. */
export async function keepChange(
  tx: Tx,
  { book, id, at, change }: Pick<CommandOf<'units'>, 'book' | 'id' | 'at'> & Pick<KeptChange, 'change'>,
  before: readonly KnownUnit[],
): Promise<void> {
  await tx
    .insertInto('unit_change')
    .values({
      book,
      id,
      at,
      change: JSON.stringify(change),
      before: JSON.stringify(before),
      households: 0,
      // Nothing follows a merge: records stand where they stood.
      is_done: change.is === 'merge',
      undone_by: null,
    })
    .execute();
  if (change.is !== 'undo') return;
  await tx
    .updateTable('unit_change')
    .set({ undone_by: id })
    .where('book', '=', book)
    .where('id', '=', change.change)
    .execute();
}

/** The device that writes for changes of this book's villages: wherever its records stand. */
export async function letWrite(tx: Tx, book: string, author: CommandOf<'units'>['author']): Promise<void> {
  const known = await tx
    .selectFrom('device_home')
    .select('device')
    .where('device', '=', author.device)
    .executeTakeFirst();
  if (known === undefined) await addDevice(tx, book, { ...author, role: 'officer', places: [] });
  await widenAuthor(tx, book);
}

/** The same once it is there: records stand at more places. */
export async function widenAuthor(tx: Tx, book: string): Promise<void> {
  await tx
    .updateTable('device')
    .set({ places: JSON.stringify(await listWritten(tx, book)) })
    .where('book', '=', book)
    .where('id', '=', authorOf(book))
    .execute();
}

/** Places are only ever added: what a phone wrote before it knew must still find its place. */
export async function rescope(tx: Tx, book: string, gets: CommandOf<'units'>['gets']): Promise<void> {
  const devices = await tx.selectFrom('device').select(['id', 'places', 'epoch']).where('book', '=', book).execute();
  for (const { id, places, epoch } of devices) {
    const held = new Set(JSON.parse(places) as readonly string[]);
    for (const { has, gets: got } of gets) if (held.has(has)) held.add(got);
    await tx
      .updateTable('device')
      .set({ places: JSON.stringify([...held]), epoch: epoch + 1 })
      .where('book', '=', book)
      .where('id', '=', id)
      .execute();
  }
}

async function hasChange(tx: Tx, book: string, id: string): Promise<boolean> {
  return (await readChange(tx, book, id)) !== undefined;
}

/** A change as it is kept, and how far it is. */
export interface StoredChange extends KeptChange {
  readonly isDone: boolean;
  readonly households: number;
}

async function readChange(tx: Tx, book: string, id: string): Promise<StoredChange | undefined> {
  return (await readUnitChanges(tx, book)).find((one) => one.id === id);
}

/** Oldest first; of one book, or of all of this hub. */
export async function readUnitChanges(tx: Tx, book?: string): Promise<readonly StoredChange[]> {
  const all = tx.selectFrom('unit_change').selectAll().orderBy('at');
  const rows = await (book === undefined ? all : all.where('book', '=', book)).execute();
  return rows.map((row) => ({
    id: row.id,
    change: JSON.parse(row.change) as KeptChange['change'],
    before: JSON.parse(row.before) as readonly KnownUnit[],
    undoneBy: row.undone_by,
    isDone: row.is_done,
    households: Number(row.households),
  }));
}
