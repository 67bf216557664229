import type { Tx } from '../../../db/database.ts';
import { type KnownUnit, readUnitsOf, unitOf } from '../unit-rows.ts';

/*
 * A village that went to another commune is in two books: its records stand in both at the place that it has become, so
 * the old commune's months are counted from the one and the new commune's from the other, each to the last case. No
 * phone of the old commune holds that place.
 */

/** Places of other communes at which records of this book stand. */
export async function listShared(tx: Tx, book: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('shared_place').select('place').distinct().where('book', '=', book).execute();
  return rows.map(({ place }) => place).sort();
}

/** Books that have villages of this one too. */
export async function listSharing(tx: Tx, book: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('shared_place').select('other').distinct().where('book', '=', book).execute();
  return rows.map(({ other }) => other).sort();
}

/** Of villages that left a book's commune: what each is called now, with the commune that it is in. */
export async function readWent(tx: Tx, book: string): Promise<ReadonlyMap<string, string>> {
  const own = new Set(await listOwn(tx, book));
  const rows = await tx
    .selectFrom('shared_place')
    .innerJoin('unit', 'unit.id', 'shared_place.place')
    .innerJoin('unit as above', 'above.id', 'unit.parent')
    .select(['unit.id', 'unit.name', 'unit.came_from', 'above.name as commune'])
    .where('shared_place.book', '=', book)
    .execute();
  return new Map(
    rows
      .filter(({ id }) => !own.has(id))
      .flatMap(({ name, commune, came_from: from }) =>
        (JSON.parse(from) as readonly string[]).map((id) => [id, `${name}, ${commune}`] as const),
      ),
  );
}

async function listOwn(tx: Tx, book: string): Promise<readonly string[]> {
  return (await readUnitsOf(tx, book)).map(({ id }) => id);
}

/** The units of a book, and what villages that left it have become. */
export async function readUnitsAround(tx: Tx, book: string): Promise<readonly KnownUnit[]> {
  const own = await readUnitsOf(tx, book);
  const known = new Set(own.map(({ id }) => id));
  const away = (await listShared(tx, book)).filter((place) => !known.has(place));
  if (away.length === 0) return own;
  const rows = await tx.selectFrom('unit').selectAll().where('id', 'in', away).execute();
  return [...own, ...rows.map(unitOf)];
}
