import type { UnitRow } from '../../../../src/sync/activation.ts';
import type { Look, Tx } from '../../../db/database.ts';
import { type KnownUnit, readUnitsOf, unitOf } from '../unit-rows.ts';

/*
 * A village that went to another commune is in two books: its records stand in both at the place that it has become, so
 * the old commune's months are counted from the one and the new commune's from the other, each to the last case. What
 * both have may go on from there, in the one or the other: then it stands in both wherever it has gone. No phone holds a
 * place that is not its own commune's.
 */

/** Places that are none of this book's units, and at which records of it stand. */
export async function listShared(tx: Tx, book: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('shared_place').select('place').where('book', '=', book).orderBy('place').execute();
  return rows.map(({ place }) => place);
}

/** Books that have records of this one too. */
export async function listSharing(tx: Look, book: string): Promise<readonly string[]> {
  const rows = await tx.selectFrom('shared_book').select('other').where('book', '=', book).orderBy('other').execute();
  return rows.map(({ other }) => other);
}

/** Villages of the communes whose books have records of this one too, or of one of those; each with its book. */
export async function listOthers(tx: Tx, book: string): Promise<readonly (readonly [string, string])[]> {
  const books = new Set([book]);
  for (const one of books) for (const other of await listSharing(tx, one)) books.add(other);
  books.delete(book);
  const found: (readonly [string, string])[] = [];
  for (const other of books)
    for (const { id, level } of await readUnitsOf(tx, other)) if (level === 'village') found.push([id, other]);
  return found;
}

/** Villages of which everything stands in both of two books. */
export async function listWhole(tx: Tx, one: string, other: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('shared_place as own')
    .innerJoin('shared_place as theirs', 'theirs.place', 'own.place')
    .select('own.place')
    .where('own.book', '=', one)
    .where('theirs.book', '=', other)
    .where('own.is_whole', '=', true)
    .where('theirs.is_whole', '=', true)
    .execute();
  return new Set(rows.map(({ place }) => place));
}

/** Records of a book stand there from now on. @param isWhole all that stands there is in two books */
export async function addShared(tx: Tx, book: string, places: readonly string[], isWhole: boolean): Promise<void> {
  for (const place of places) {
    const row = { book, place, is_whole: isWhole };
    await tx
      .insertInto('shared_place')
      .values(row)
      .onConflict((on) => (isWhole ? on.columns(['book', 'place']).doUpdateSet({ is_whole: true }) : on.doNothing()))
      .execute();
  }
}

/** What a village is called on the other side of the boundary that it crossed, with the commune there. */
type AcrossName = Pick<UnitRow, 'went' | 'came'>;

/** Of villages that left a book's commune what each is now, and of those that came to it what each was. By unit id. */
export async function readAcross(
  tx: Tx,
  units: readonly KnownUnit[],
  book: string,
): Promise<ReadonlyMap<string, AcrossName>> {
  if ((await listShared(tx, book)).length === 0) return new Map();
  const own = new Set(units.map(({ id }) => id));
  const hasBack = (id: string) => units.some(({ cameFrom }) => cameFrom.includes(id));
  const away = (await readUnitsAround(tx, book)).filter(({ id }) => !own.has(id) && !hasBack(id));
  const origins = units.flatMap(({ cameFrom }) => cameFrom).filter((id) => !own.has(id.replace(/~$/, '')));
  const names = await readNames(tx, [...away.map(({ id }) => id), ...origins]);
  const went = away.flatMap(({ id, cameFrom }) =>
    cameFrom.map((from) => [from, { went: names.get(id) ?? '' }] as const),
  );
  const came = units.flatMap(({ id, cameFrom }) => {
    const name = cameFrom.map((from) => names.get(from)).find((found) => found !== undefined);
    return name === undefined ? [] : [[id, { came: name }] as const];
  });
  const all = new Map<string, AcrossName>(came);
  for (const [id, name] of went) all.set(id, { ...all.get(id), ...name });
  return all;
}

/** "Thôn Bến Cau, Xã Suối Mẫu" */
async function readNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('unit')
    .innerJoin('unit as above', 'above.id', 'unit.parent')
    .select(['unit.id', 'unit.name', 'above.name as commune'])
    .where('unit.id', 'in', ids)
    .execute();
  return new Map(rows.map(({ id, name, commune }) => [id, `${name}, ${commune}`]));
}

/** The units of a book, and what villages that left it have become. */
export async function readUnitsAround(tx: Tx, book: string): Promise<readonly KnownUnit[]> {
  const own = await readUnitsOf(tx, book);
  const known = new Set(own.map(({ id }) => id));
  const away = (await listShared(tx, book)).filter((place) => !known.has(place));
  if (away.length === 0) return own;
  const rows = await tx.selectFrom('unit').selectAll().where('id', 'in', away).execute();
  // What becomes of them is the other book's to say: to this one they stand.
  return [...own, ...rows.map(unitOf).map((unit) => ({ ...unit, validTo: '' }))];
}
