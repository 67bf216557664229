import { compareMoves, ledgersOf } from '../../domain/stock/ledger.ts';
import { type Shelf, signedQuantity } from '../../domain/stock/movement.ts';
import { inTransit, takenTwice } from '../../domain/stock/transit.ts';
import { compareWriting } from '../../sync/stamp.ts';
import type { Folk } from '../folk.ts';
import { textOf } from '../held.ts';
import type { CardLine, ShelfLine, StockCard, StoreAbove, StoreLine, StorePage, TransitLine } from './answers.ts';
import { orderedLines } from './order.ts';
import { closedOn, nameOfStore, outlyingStores, placeOfStore, pointOf, pointsOf } from './point.ts';
import { levelOf, normOf, shelfLines, useOf } from './shelf-lines.ts';
import { standingFacts } from './stock-book.ts';
import type { StoreMove } from './stockroom.ts';

/** The station, its points, then the collaborators' stores, of those that this device keeps. */
export function storeLines(folk: Folk, places: readonly string[], today: string): readonly StoreLine[] {
  const [transit, twice] = [transitLines(folk), twiceFinder(folk)];
  const moves = new Map<string, StoreMove[]>();
  for (const move of folk.stock.movements()) {
    const own = moves.get(move.store);
    if (own === undefined) moves.set(move.store, [move]);
    else own.push(move);
  }
  return storeIds(folk, places).map((id) => {
    const [own, closed] = [moves.get(id) ?? [], closedOn(folk, id)];
    return {
      id,
      name: nameOfStore(folk, id),
      level: levelOf(folk, id),
      closed,
      wanting: shelfLines(folk, id, today, own).filter(closed === '' ? isWanting : isLeft).length + twice(id).length,
      coming: transit.filter(({ to }) => to === id).length,
      granted: orderedLines(folk, id, own).filter(({ granted, left }) => granted !== null && left > 0).length,
    };
  });
}

/** The commune, its points, and villages that stand or still hold something. */
function storeIds(folk: Folk, places: readonly string[]): readonly string[] {
  const { places: units, stock } = folk;
  const standing = [units.commune(), ...[...pointsOf(folk), ...units.villages()].map(({ id }) => id)];
  const holding = [...stock.movements()].map(({ store }) => store);
  return [...new Set([...standing, ...holding])].filter((id) => places.includes(placeOfStore(folk, id)));
}

/** A point that was closed holds nothing. */
function isLeft({ stock }: ShelfLine): boolean {
  return stock !== 0;
}

function isWanting({ status, lots }: ShelfLine): boolean {
  const isLow = status === 'none' || status === 'urgent' || status === 'low';
  return isLow || lots.some(({ stock, isExpired }) => stock < 0 || isExpired);
}

export function storePage(folk: Folk, id: string, today: string): StorePage | undefined {
  const name = nameOfStore(folk, id);
  if (name === '') return undefined;
  const point = pointOf(folk, id)?.fields;
  const transit = transitLines(folk);
  return {
    id,
    name,
    level: levelOf(folk, id),
    ...(point && { point: { since: textOf(point, 'since'), until: textOf(point, 'until') } }),
    points: outlyingStores(folk)
      .filter((one) => one !== id && closedOn(folk, one) === '')
      .map((one) => ({ id: one, name: nameOfStore(folk, one) })),
    shelves: shelfLines(folk, id, today),
    coming: transit.filter(({ to }) => to === id),
    going: transit.filter(({ from }) => from === id),
    twice: twiceFinder(folk)(id),
    ordered: orderedLines(folk, id),
  };
}

/** The commune's stores as the level above sees them: those that ever held something or ordered. */
export function storesAbove(folk: Folk, today: string): readonly StoreAbove[] {
  const { places } = folk;
  const all = [places.commune(), ...places.villages().map(({ id }) => id)];
  return storeIds(folk, [...all, ...[...folk.stock.movements()].map(({ store }) => store)])
    .map((id) => ({
      id,
      name: nameOfStore(folk, id),
      level: levelOf(folk, id),
      shelves: shelfLines(folk, id, today),
      ordered: orderedLines(folk, id),
    }))
    .filter(({ id, level, shelves, ordered }) => {
      if (closedOn(folk, id) !== '') return shelves.some(isLeft);
      return level === 'station' || shelves.length + ordered.length > 0;
    });
}

function transitLines(folk: Folk): readonly TransitLine[] {
  return inTransit([...folk.stock.movements()].sort(compareMoves)).map(({ sent, left }) =>
    transitLine(folk, sent, left),
  );
}

function transitLine(folk: Folk, sent: StoreMove, left: number): TransitLine {
  const { id, date, store, counterpart, product, channel, lot, expiry } = sent;
  const toName = nameOfStore(folk, counterpart);
  return { sent: id, date, from: store, to: counterpart, toName, product, channel, lot, expiry, left };
}

/**
 * What both ends took in, by store. A count of the shelf that was written behind it makes a store's card right again,
 * whichever of the two was wrong.
 */
function twiceFinder(folk: Folk): (store: string) => readonly TransitLine[] {
  const both = takenTwice([...folk.stock.movements()]);
  const counts = both.length === 0 ? [] : standingFacts(folk, 'stock_count');
  const isCounted = (store: string, { product, channel, held }: StoreMove) =>
    counts.some((count) => {
      const { fields } = count;
      const isOfShelf = fields.store === store && fields.product === product && fields.channel === channel;
      return isOfShelf && compareWriting(count, held) > 0;
    });
  return (store) =>
    both
      .filter(({ sent }) => sent.store === store || sent.counterpart === store)
      .filter(({ taken }) => !taken.every((move) => isCounted(store, move)))
      .map(({ sent, over }) => transitLine(folk, sent, over));
}

/**
 * The lines of one shelf, as the paper has them: the stock after each. Without a store, of all of them together.
 * @param most only so many, the latest
 */
export function stockCard(folk: Folk, shelf: Shelf, today: string, most = Number.POSITIVE_INFINITY): StockCard {
  const all = [...folk.stock.movements()];
  const isWhole = shelf.store === '';
  const isOn = (move: Shelf) =>
    move.product === shelf.product && move.channel === shelf.channel && (isWhole || move.store === shelf.store);
  const moves = all.filter(isOn).sort(compareMoves);
  const expiries = lotExpiries(moves);
  const norm = normOf(folk, shelf.store);
  const use = useOf(folk, all, shelf, today) ?? 0;
  const earlier = Math.max(0, moves.length - most);
  let stock = moves.slice(0, earlier).reduce((sum, move) => sum + signedQuantity(move), 0);
  const lines = moves.slice(earlier).map((move): CardLine => {
    const signed = signedQuantity(move);
    stock += signed;
    const { fields, standing } = move.held;
    return {
      id: move.id,
      date: move.date,
      type: move.type,
      document: textOf(fields, 'document'),
      other: [isWhole ? nameOfStore(folk, move.store) : '', nameOfStore(folk, move.counterpart)]
        .filter((name) => name !== '')
        .join(' → '),
      lot: move.lot,
      expiry: move.expiry || expiries(move.id),
      received: Math.max(0, signed),
      given: Math.max(0, -signed),
      stock,
      reason: textOf(fields, 'reason'),
      note: textOf(fields, 'note'),
      passedOver: textOf(fields, 'passedOver'),
      isWaiting: standing !== 'confirmed',
    };
  });
  const [min, max] = [Math.ceil(use * norm.min), Math.ceil(use * norm.max)];
  return { ...shelf, name: nameOfStore(folk, shelf.store || folk.places.commune()), min, max, lines, earlier };
}

/** What else is told of its lot, for a line that tells no expiry: worked out for the first that asks. */
function lotExpiries(moves: readonly StoreMove[]): (id: string) => string {
  let known: ReadonlyMap<string, string> | undefined;
  return (id) => {
    known ??= new Map(ledgersOf(moves).flatMap(({ expiry, moves: own }) => own.map((move) => [move.id, expiry])));
    return known.get(id) ?? '';
  };
}
