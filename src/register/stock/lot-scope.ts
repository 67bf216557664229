import { isPartialDate } from '../../domain/calendar/partial-date.ts';
import { lazily, operandValue, type Scope } from '../../domain/condition.ts';
import { type LotLedger, ledgersOf, onHand, passedOver } from '../../domain/stock/ledger.ts';
import { goodUntil, lotKey, type Shelf } from '../../domain/stock/movement.ts';
import type { Folk } from '../folk.ts';
import { closedOn, outlyingStores, placeOfStore } from './point.ts';
import type { Stockroom } from './stockroom.ts';

/**
 * What rules see of a store as `stock`, by the answers `store` (else `where`), `product`, `channel`, `lot`, `expiry` and
 * `date`:
 *
 * - `isVillage`: a collaborator's store; `isToVillage`: the one that receives is, or where none is told this one; `above`: the station's, seen from there or from an outlying store; `place`: where a line
 *   is written that both stores are to see; `closed`: the day on which a point, or the one that receives, was closed
 * - `onHand`: what is left of the lot, on that day and later; `goodUntil`: its last day, the earlier one where card and answer differ, which
 *   `hasOtherExpiry` tells
 * - `first`: another lot that expires sooner and is there: it should go first
 */
export function lotScope(folk: Pick<Folk, 'book' | 'places' | 'stock'>, answers: Scope): Scope {
  const { places, stock: room } = folk;
  const text = (name: string): string => {
    const value = operandValue({ path: name }, answers);
    return typeof value === 'string' ? value : '';
  };
  const store = text('store') || text('where');
  const parts: { readonly [name: string]: () => Scope[string] } = {
    isVillage: () => places.isVillage(store),
    isToVillage: () => places.isVillage(text('counterpart') || store),
    above: () => (places.isVillage(store) || outlyingStores(folk).includes(store) ? places.commune() : undefined),
    place: () => (places.isVillage(text('counterpart')) ? text('counterpart') : placeOfStore(folk, store)),
    closed: () => closedOn(folk, store) || closedOn(folk, text('counterpart')) || undefined,
    ...lotParts(room, { store, product: text('product'), channel: text('channel') }, text),
  };
  return { [lazily]: (name) => parts[name]?.() };
}

function lotParts(room: Stockroom, shelf: Shelf, text: (name: string) => string) {
  const told = text('expiry');
  const expiry = isPartialDate(told) ? told : '';
  let found: ReturnType<typeof ledgersOf> | undefined;
  const ledgers = () => {
    found ??= ledgersOf([...room.movements()].filter((move) => isOn(move, shelf)));
    return found;
  };
  const ledger = () => ledgers().find(({ lot }) => lotKey(lot) === lotKey(text('lot')));
  /** Nothing is said of a shelf that is not chosen yet. */
  const isAsked = shelf.product !== '' && shelf.channel !== '';
  const soonest = () => {
    const days = [ledger()?.expiry ?? '', expiry].filter((one) => one !== '').map(goodUntil);
    return days.sort()[0];
  };
  return {
    onHand: () => {
      const lot = ledger();
      return !isAsked ? undefined : lot === undefined ? 0 : leastFrom(lot, text('date'));
    },
    goodUntil: soonest,
    hasOtherExpiry: () => {
      const card = ledger()?.expiry ?? '';
      return card !== '' && expiry !== '' && goodUntil(card) !== goodUntil(expiry);
    },
    first: () => {
      if (!isAsked) return undefined;
      const chosen = { lot: text('lot'), expiry: soonest() ?? '' };
      const first = passedOver(ledgers(), shelf, chosen, text('date'));
      return first && (first.lot === '' ? goodUntil(first.expiry) : first.lot);
    },
  };
}

/** What can go out on a day without the card falling below nought on it or later. */
function leastFrom(lot: Pick<LotLedger, 'moves'>, day: string): number {
  if (day === '') return onHand(lot);
  const later = lot.moves.filter(({ date }) => date > day).map(({ date }) => date);
  return Math.min(...[day, ...later].map((date) => onHand(lot, date)));
}

function isOn(move: Shelf, shelf: Shelf): boolean {
  return move.store === shelf.store && move.product === shelf.product && move.channel === shelf.channel;
}
