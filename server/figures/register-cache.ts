import { catalogue } from '../../src/catalogue/index.ts';
import { createRegister, type Register } from '../../src/register/register.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { listUnits } from '../auth/activation.ts';
import { readRecords } from '../db/book-records.ts';
import type { Hub } from '../hub.ts';
import { civilDay } from './months.ts';

interface Cached {
  readonly register: Register;
  number: number;
}

/** Registers of communes in memory, each brought up to the book's last number before it answers. */
export interface RegisterCache {
  /** `undefined` for a book that is not here. */
  open(book: string): Promise<Register | undefined>;
}

export function makeRegisterCache(hub: Hub): RegisterCache {
  const cached = new Map<string, Promise<Cached | undefined>>();
  return {
    async open(book) {
      // One after the other for a book: each goes on where the one before it stopped.
      const before = cached.get(book) ?? create(hub, book);
      const next = before.then((known) => (known === undefined ? undefined : catchUp(hub, book, known)));
      cached.set(book, next);
      try {
        const found = await next;
        if (found === undefined) cached.delete(book);
        return found?.register;
      } catch (error) {
        cached.delete(book);
        throw error;
      }
    },
  };
}

async function create(hub: Hub, book: string): Promise<Cached | undefined> {
  const units = await hub.database.transaction(undefined, async (tx) => {
    const known = await tx.selectFrom('book').select('book').where('book', '=', book).executeTakeFirst();
    return known === undefined ? undefined : listUnits(tx, book);
  });
  if (units === undefined) return undefined;
  return { register: createRegister({ catalogue, units, today: () => civilDay(hub.now()) }), number: 0 };
}

async function catchUp(hub: Hub, book: string, cache: Cached): Promise<Cached> {
  for await (const { states, number } of readRecords(hub.database, await hub.wholeBook(book), cache.number)) {
    cache.register.apply(states.map((text) => ({ state: JSON.parse(text) as RecordState, standing: 'confirmed' })));
    cache.number = number;
  }
  return cache;
}
