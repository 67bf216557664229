import { norms } from '../../catalogue/stock/norms.ts';
import { dateAfter } from '../../domain/calendar/civil-date.ts';
import {
  compareMoves,
  isPast,
  type LotLedger,
  ledgersOf,
  lotsToGive,
  onHand,
  shelfKey,
} from '../../domain/stock/ledger.ts';
import { givenIn } from '../../domain/stock/month.ts';
import type { Shelf } from '../../domain/stock/movement.ts';
import {
  averageUse,
  daysWithout,
  expiryRisks,
  type MonthOfUse,
  monthsOfStock,
  type Norm,
  statusOf,
} from '../../domain/stock/need.ts';
import type { StoreLevel } from '../../domain/stock/store.ts';
import { inTransit } from '../../domain/stock/transit.ts';
import type { Folk } from '../folk.ts';
import type { LotLine, ShelfLine } from './answers.ts';
import { outlyingStores } from './point.ts';
import type { StoreMove } from './stockroom.ts';

/** What kind of store it is; of all of them together (`''`) the station stands. */
export function levelOf({ places }: Folk, store: string): StoreLevel {
  if (places.isVillage(store)) return 'collaborator';
  return store === '' || store === places.commune() ? 'station' : 'point';
}

/** How long this store's stock is to last. */
export function normOf(folk: Folk, store: string): Norm {
  return norms[levelOf(folk, store)];
}

/** The months before the one of this day, the latest first. */
function monthsBefore(day: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => dateAfter(`${day.slice(0, 7)}-01`, -index - 1, 0).slice(0, 7));
}

/**
 * Average use of one shelf: what clients were given. The station stands for its collaborators and points too, whose
 * clients are its own; what it issues to them is no use, and a day is without stock when none of them has any.
 */
export function useOf(folk: Folk, moves: readonly StoreMove[], shelf: Shelf, today: string): number | null {
  const { store, product, channel } = shelf;
  const isStation = levelOf(folk, store) === 'station';
  const served = moves
    .filter((move) => move.product === product && move.channel === channel && (isStation || move.store === store))
    .sort(compareMoves);
  const first = served[0]?.date ?? '9999';
  const months = monthsBefore(today, normOf(folk, shelf.store).window).map((month): MonthOfUse => {
    const isKnown = first.slice(0, 7) <= month;
    return { given: givenIn(served, month), daysWithout: isKnown ? daysWithout(served, month, today) : 0, isKnown };
  });
  return averageUse(months);
}

/**
 * What lies at the station's outlying points and on its way there or back, of one product through one channel: with the
 * station's own it is what the station's clients are served from.
 */
export function heldAtPoints(folk: Folk, moves: readonly StoreMove[], pair: Omit<Shelf, 'store'>): number {
  const points = new Set(outlyingStores(folk));
  if (points.size === 0) return 0;
  const alike = moves.filter(({ product, channel }) => product === pair.product && channel === pair.channel);
  const there = onHand({ moves: alike.filter(({ store }) => points.has(store)) });
  const station = folk.places.commune();
  return inTransit(alike)
    .filter(({ sent }) => points.has(sent.counterpart) || (points.has(sent.store) && sent.counterpart === station))
    .reduce((sum, { left }) => sum + left, there);
}

/**
 * Every shelf of a store that ever held something; the station's are also those of its points.
 * @param own its movements, where somebody who asks for many stores has told them apart
 */
export function shelfLines(
  folk: Folk,
  store: string,
  today: string,
  own: readonly StoreMove[] = [...folk.stock.movements()].filter((move) => move.store === store),
): readonly ShelfLine[] {
  // Only the station's use and stock rest on other stores.
  const isStation = levelOf(folk, store) === 'station';
  const all = isStation ? [...folk.stock.movements()] : own;
  const points = new Set(isStation ? outlyingStores(folk) : []);
  const elsewhere = points.size === 0 ? [] : all.filter((move) => points.has(move.store));
  const ledgers = ledgersOf(own);
  const shelves = new Map(
    [...ledgers, ...elsewhere].map(({ product, channel }) => [`${product} ${channel}`, { store, product, channel }]),
  );
  return [...shelves.values()].map((shelf) => {
    const atPoints = points.size === 0 ? 0 : heldAtPoints(folk, all, shelf);
    return shelfLine(folk, { all, ledgers, atPoints }, shelf, today);
  });
}

interface Holding {
  readonly all: readonly StoreMove[];
  readonly ledgers: readonly LotLedger<StoreMove>[];
  readonly atPoints: number;
}

function shelfLine(folk: Folk, { all, ledgers, atPoints }: Holding, shelf: Shelf, today: string): ShelfLine {
  const own = ledgers.filter((ledger) => shelfKey(ledger) === shelfKey(shelf));
  const moves = own.flatMap((ledger) => ledger.moves).sort(compareMoves);
  const stock = onHand({ moves });
  const norm = normOf(folk, shelf.store);
  const use = useOf(folk, all, shelf, today);
  const months = [today.slice(0, 7), ...monthsBefore(today, norm.window)];
  return {
    ...shelf,
    stock,
    atPoints,
    use,
    min: Math.ceil((use ?? 0) * norm.min),
    max: Math.ceil((use ?? 0) * norm.max),
    months: monthsOfStock(stock + atPoints, use),
    // What lies elsewhere serves nobody here.
    status: stock <= 0 ? 'none' : statusOf(norm, use, stock + atPoints),
    daysWithout: months.reduce((sum, month) => sum + daysWithout(moves, month, today), 0),
    lots: lotLines(own, shelf, use, today),
  };
}

export function lotLines(
  ledgers: readonly LotLedger[],
  shelf: Shelf,
  use: number | null,
  today: string,
): readonly LotLine[] {
  const risks = expiryRisks(lotsToGive(ledgers, shelf, today), use, today);
  return ledgers
    .filter((ledger) => shelfKey(ledger) === shelfKey(shelf) && onHand(ledger) !== 0)
    .map((ledger) => ({
      lot: ledger.lot,
      expiry: ledger.expiry,
      stock: onHand(ledger),
      isExpired: isPast(ledger.expiry, today),
      surplus: risks.find((risk) => risk.ledger === ledger)?.surplus ?? 0,
    }));
}
