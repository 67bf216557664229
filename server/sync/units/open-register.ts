import { catalogue } from '../../../src/catalogue/index.ts';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { createRegister, type Register } from '../../../src/register/register.ts';
import { readRecords } from '../../db/book-records.ts';
import { readState } from '../../figures/state-codec.ts';
import type { Hub } from '../../hub.ts';
import { readUnitsAround } from './move/shared-places.ts';

/**
 * A book in memory for as long as one change of its villages needs it, as it stands now: what was written since it was
 * read before is taken in, and units as they are. `undefined` for a book that is not here.
 */
export type ReadRegister = () => Promise<Register | undefined>;

export function registerReader(hub: Hub, book: string): ReadRegister {
  let register: Register | undefined;
  let number = 0;
  return async () => {
    const units = await hub.database.transaction(undefined, async (tx) => {
      const known = await tx.selectFrom('book').select('book').where('book', '=', book).executeTakeFirst();
      return known === undefined ? undefined : readUnitsAround(tx, book);
    });
    if (units === undefined) return undefined;
    register ??= createRegister({ catalogue, units, today: () => civilDay(hub.now()) });
    register.replaceUnits(units);
    for await (const page of readRecords(hub.database, await hub.wholeBook(book), number)) {
      register.apply(page.states.map((text) => ({ state: readState(text), standing: 'confirmed' })));
      number = page.number;
    }
    return register;
  };
}
