import { catalogue } from '../../src/catalogue/index.ts';
import { createRegister, type Register } from '../../src/register/register.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { listUnits } from '../auth/activation.ts';
import type { Hub } from '../hub.ts';
import { civilDay } from './months.ts';

/** Records read at a time: a commune of 60,000 people must not stand in memory twice as text. */
const pageRows = 5_000;

interface Cached {
  readonly register: Register;
  number: number;
}

/** Registers of communes in memory, each brought up to the book's last number before it answers. */
export interface RegisterCache {
  /** `undefined` for a book that is not here. */
  open(book: string): Promise<Register | undefined>;
  /** The units of a book have changed: what is in memory learns them. */
  retell(book: string): Promise<void>;
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
    async retell(book) {
      const known = await cached.get(book);
      const units = await hub.database.transaction(undefined, (tx) => listUnits(tx, book));
      known?.register.replaceUnits(units);
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
  const scope = await hub.wholeBook(book);
  for (;;) {
    const rows = await hub.database.transaction(scope, (tx) =>
      tx
        .selectFrom('record')
        .select(['state', 'number'])
        .where('book', '=', book)
        .where('number', '>', cache.number)
        .orderBy('number')
        .limit(pageRows)
        .execute(),
    );
    const states = rows.map((row) => ({ state: JSON.parse(row.state) as RecordState, standing: 'confirmed' as const }));
    cache.register.apply(states);
    cache.number = rows.at(-1)?.number ?? cache.number;
    if (rows.length < pageRows) return cache;
  }
}
