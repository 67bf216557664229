import { dateAfter } from '../../domain/calendar/civil-date.ts';
import { ledgersOf, onHand, shelfKey } from '../../domain/stock/ledger.ts';
import { lotKey, type Shelf } from '../../domain/stock/movement.ts';
import type { Fields } from '../../domain/value.ts';
import type { Folk } from '../folk.ts';
import type { CountLine } from './answers.ts';

/** What somebody found of a lot; of a whole shelf, where lots are not counted apart. */
export interface Found extends Shelf {
  readonly lot?: string;
  readonly counted: number;
}

/** A fact to be written at the store's place. */
export interface StockFact {
  readonly kind: 'stock_count' | 'stock_movement';
  readonly fields: Fields;
}

/** A lot that was used up so many months ago may still be found in a corner. */
const foundAgain = 3;

/** Every lot of a store that ever moved, shelf by shelf, the one that expires first in front. */
function everyLot({ stock }: Folk, store: string): readonly (CountLine & { readonly moved: string })[] {
  return ledgersOf([...stock.movements()].filter((move) => move.store === store)).map((ledger) => {
    const { product, channel, lot, expiry, moves } = ledger;
    return { store, product, channel, lot, expiry, stock: onHand(ledger), moved: moves.at(-1)?.date ?? '' };
  });
}

/** Whatever the card says is there, or lacks. */
export function countLines(folk: Folk, store: string): readonly CountLine[] {
  return everyLot(folk, store)
    .filter(({ stock }) => stock !== 0)
    .map(({ moved: _moved, ...line }) => line);
}

/**
 * Lots to count: those of which the card has some, or too few; those that were used up lately, and one of each shelf
 * that the card calls empty, for some of it may be there all the same.
 */
export function countSheet(folk: Folk, store: string, today: string): readonly CountLine[] {
  const lots = everyLot(folk, store);
  const since = dateAfter(today, -foundAgain, 0);
  const isLast = (line: CountLine) => {
    const shelf = lots.filter((one) => shelfKey(one) === shelfKey(line));
    return shelf.at(-1) === line && shelf.every(({ stock }) => stock === 0);
  };
  return lots
    .filter((line) => line.stock !== 0 || line.moved >= since || isLast(line))
    .map(({ moved: _moved, ...line }) => line);
}

/**
 * The count, beside what the card says at this moment, and where they differ the adjustment that makes the card say what
 * was found: it is a movement of its own, so nothing that was written before changes.
 */
export function countFacts(folk: Folk, found: Found, date: string, reason: string): readonly StockFact[] {
  const { store, product, channel, lot, counted } = found;
  const shelf = { store, product, channel };
  const lots = everyLot(folk, store).filter((line) => shelfKey(line) === shelfKey(shelf));
  const there = lots.filter(({ stock }) => stock !== 0);
  const whole = there.length > 0 ? there : lots.slice(-1);
  const own = lot === undefined ? whole : lots.filter((line) => lotKey(line.lot) === lotKey(lot));
  const expected = own.reduce((sum, { stock }) => sum + stock, 0);
  const [only] = own;
  const named = lot === undefined ? {} : known({ lot, expiry: only?.expiry ?? '' });
  const count: StockFact = { kind: 'stock_count', fields: { date, ...shelf, ...named, counted, expected } };
  const adjusts = sharesOf(own, counted - expected).map(
    ({ line, quantity }): StockFact => ({
      kind: 'stock_movement',
      fields: {
        date,
        ...shelf,
        type: 'adjust',
        ...known({ lot: line?.lot ?? lot ?? '', expiry: line?.expiry ?? '' }),
        quantity,
        reason,
      },
    }),
  );
  return [count, ...adjusts];
}

interface Share {
  readonly line: CountLine | undefined;
  readonly quantity: number;
}

/**
 * Which lots a difference belongs to, where they were counted together: short ones are settled first, what lacks then is
 * taken from the lot that goes first, what is too much is put to the one that goes last.
 */
function sharesOf(lots: readonly CountLine[], difference: number): readonly Share[] {
  const shares = new Map<CountLine, number>();
  const put = (line: CountLine, quantity: number) => {
    if (quantity !== 0) shares.set(line, (shares.get(line) ?? 0) + quantity);
  };
  let left = difference;
  if (lots.length > 1) {
    for (const line of lots.filter(({ stock }) => stock < 0)) {
      put(line, -line.stock);
      left += line.stock;
    }
  }
  for (const line of lots) {
    const there = line.stock + (shares.get(line) ?? 0);
    const taken = lots.length === 1 ? Math.min(0, left) : Math.max(-Math.max(0, there), Math.min(0, left));
    put(line, taken);
    left -= taken;
  }
  const last = lots.at(-1);
  if (left !== 0 && last !== undefined) put(last, left);
  const made = [...shares].map(([line, quantity]): Share => ({ line, quantity }));
  return left !== 0 && last === undefined
    ? [{ line: undefined, quantity: left }]
    : made.filter(({ quantity }) => quantity !== 0);
}

/** Nothing is written of what is blank. */
function known(fields: { readonly [field: string]: string }): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
}
