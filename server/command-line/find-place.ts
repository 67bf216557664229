import { unitsBeneath } from '../../src/register/places.ts';
import type { Tx } from '../db/database.ts';
import type { Hub } from '../hub.ts';
import { listPlaces } from '../sync/ports.ts';
import { readUnitsOf } from '../sync/units/unit-rows.ts';
import { told } from './told.ts';

/** A commune whose people are in a book here, with its villages in the order of their codes. */
export interface Place {
  readonly book: string;
  readonly communeId: string;
  /** False for a commune that went into another, whose book it is now. */
  readonly isWhole: boolean;
  readonly villages: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  /** Unit ids of the whole book. */
  readonly places: readonly string[];
}

/** @param code of the commune; or its unit's id, since codes are used again */
export async function findPlace(hub: Hub, code: string): Promise<Place> {
  return hub.database.transaction(undefined, async (tx) => {
    const found = await findCommune(tx, code);
    if (found === undefined)
      throw told(`Không có xã mã ${code} trên máy chủ này.`, `No commune with code ${code} on this hub.`);
    const { book, commune, communeId } = found;
    const beneath = unitsBeneath(await readUnitsOf(tx, book), communeId);
    const villages = beneath.filter(({ level }) => level === 'village');
    return { book, communeId, isWhole: commune === communeId, villages, places: await listPlaces(tx, book) };
  });
}

/** The one that stands before those that are no more, the youngest of these first. */
async function findCommune(tx: Tx, code: string) {
  const rows = await tx
    .selectFrom('unit')
    .select(['id', 'valid_to'])
    .where('level', '=', 'commune')
    .where((on) => on.or([on('code', '=', code), on('id', '=', code)]))
    .orderBy('valid_from', 'desc')
    .execute();
  for (const { id } of [...rows].sort(
    (one, other) => Number(one.valid_to !== null) - Number(other.valid_to !== null),
  )) {
    const book = await bookOver(tx, id);
    if (book !== undefined) return { ...book, communeId: id };
  }
  return undefined;
}

/** The book of a commune, or of the one that it went into. */
async function bookOver(
  tx: Tx,
  unit: string,
): Promise<{ readonly book: string; readonly commune: string } | undefined> {
  const book = await tx.selectFrom('book').select(['book', 'commune']).where('commune', '=', unit).executeTakeFirst();
  if (book !== undefined) return book;
  const row = await tx.selectFrom('unit').select('parent').where('id', '=', unit).executeTakeFirst();
  return row?.parent == null ? undefined : bookOver(tx, row.parent);
}

export function findVillage(place: Place, code: string): Place['villages'][number] {
  const found = place.villages.find((village) => village.code === code);
  if (found !== undefined) return found;
  const known = place.villages.map((village) => village.code).join(', ');
  throw told(`Không có thôn mã ${code}. Có: ${known}.`, `No village with code ${code}. Known: ${known}.`);
}
