import type { Folk } from '../folk.ts';
import type { Held } from '../held.ts';
import type { StoreMove } from './stockroom.ts';

/** What of the book the stock screens, the report and the command line are worked out from. */
export interface StockBook {
  movements(): readonly StoreMove[];
  /** Counts, orders, money, supplies: facts of one kind, but what was sent back. */
  facts(kind: string): readonly Held[];
  readonly folk: Folk;
}

export function stockBook(folk: Folk): StockBook {
  return {
    movements: () => [...folk.stock.movements()],
    facts: (kind) => [...folk.book.all(kind)].filter(({ standing }) => standing !== 'mending'),
    folk,
  };
}
