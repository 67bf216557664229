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
import type { Folk } from '../folk.ts';
import type { LotLine, ShelfLine } from './answers.ts';
import type { StoreMove } from './stockroom.ts';

/** How long this store's stock is to last. */
export function normOf({ places }: Folk, store: string): Norm {
  return places.isVillage(store) ? norms.collaborator : norms.commune;
}

/** The months before the one of this day, the latest first. */
function monthsBefore(day: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => dateAfter(`${day.slice(0, 7)}-01`, -index - 1, 0).slice(0, 7));
}

/**
 * Average use of one shelf: what clients were given. The station stands for its collaborators too, whose clients are its
 * own; what it issues to them is no use.
 */
export function useOf(folk: Folk, moves: readonly StoreMove[], shelf: Shelf, today: string): number | null {
  const { store, product, channel } = shelf;
  const alike = moves.filter((move) => move.product === product && move.channel === channel);
  const own = alike.filter((move) => move.store === store).sort(compareMoves);
  const isStation = !folk.places.isVillage(shelf.store);
  const served = isStation ? alike : own;
  let first = '9999';
  for (const { date } of served) if (date < first) first = date;
  const months = monthsBefore(today, normOf(folk, shelf.store).window).map((month): MonthOfUse => {
    const isKnown = first.slice(0, 7) <= month;
    return { given: givenIn(served, month), daysWithout: isKnown ? daysWithout(own, month, today) : 0, isKnown };
  });
  return averageUse(months);
}

/**
 * Every shelf of a store that ever held something.
 * @param own its movements, where somebody who asks for many stores has told them apart
 */
export function shelfLines(
  folk: Folk,
  store: string,
  today: string,
  own: readonly StoreMove[] = [...folk.stock.movements()].filter((move) => move.store === store),
): readonly ShelfLine[] {
  // Only the station's use rests on other stores.
  const all = folk.places.isVillage(store) ? own : [...folk.stock.movements()];
  const ledgers = ledgersOf(own);
  const shelves = new Map(ledgers.map((ledger) => [shelfKey(ledger), ledger]));
  return [...shelves.values()].map(({ product, channel }) =>
    shelfLine(folk, all, ledgers, { store, product, channel }, today),
  );
}

function shelfLine(
  folk: Folk,
  all: readonly StoreMove[],
  ledgers: readonly LotLedger<StoreMove>[],
  shelf: Shelf,
  today: string,
): ShelfLine {
  const own = ledgers.filter((ledger) => shelfKey(ledger) === shelfKey(shelf));
  const moves = own.flatMap((ledger) => ledger.moves).sort(compareMoves);
  const stock = onHand({ moves });
  const norm = normOf(folk, shelf.store);
  const use = useOf(folk, all, shelf, today);
  const months = [today.slice(0, 7), ...monthsBefore(today, norm.window)];
  return {
    ...shelf,
    stock,
    use,
    min: Math.ceil((use ?? 0) * norm.min),
    max: Math.ceil((use ?? 0) * norm.max),
    months: monthsOfStock(stock, use),
    status: statusOf(norm, use, stock),
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
