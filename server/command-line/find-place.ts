import type { Hub } from '../hub.ts';
import { told } from './told.ts';

/** A commune that has a book here, with its villages in the order of their codes. */
export interface Place {
  readonly book: string;
  readonly communeId: string;
  readonly villages: readonly { readonly id: string; readonly code: string; readonly name: string }[];
}

export async function findPlace(hub: Hub, code: string): Promise<Place> {
  return hub.database.transaction(undefined, async (tx) => {
    const commune = await tx
      .selectFrom('book')
      .innerJoin('unit', 'unit.id', 'book.commune')
      .select(['book.book', 'unit.id as communeId'])
      .where('unit.code', '=', code)
      .where('unit.valid_to', 'is', null)
      .executeTakeFirst();
    if (commune === undefined)
      throw told(`Không có xã mã ${code} trên máy chủ này.`, `No commune with code ${code} on this hub.`);
    const villages = await tx
      .selectFrom('unit')
      .select(['id', 'code', 'name'])
      .where('parent', '=', commune.communeId)
      .orderBy('code')
      .execute();
    return { ...commune, villages };
  });
}

export function findVillage(place: Place, code: string): Place['villages'][number] {
  const found = place.villages.find((village) => village.code === code);
  if (found !== undefined) return found;
  const known = place.villages.map((village) => village.code).join(', ');
  throw told(`Không có thôn mã ${code}. Có: ${known}.`, `No village with code ${code}. Known: ${known}.`);
}
