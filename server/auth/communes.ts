import type { ConsoleCommune } from '../../src/sync/console-api.ts';
import type { Tx } from '../db/database.ts';

/** Every commune that has a book on this hub. */
export async function listCommunes(tx: Tx): Promise<readonly ConsoleCommune[]> {
  return tx
    .selectFrom('book')
    .innerJoin('unit', 'unit.id', 'book.commune')
    .select(['book.book', 'unit.code', 'unit.name'])
    .orderBy('unit.code')
    .execute();
}
