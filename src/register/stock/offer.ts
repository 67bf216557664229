import { collaboratorProducts, methodProducts } from '../../catalogue/stock/product.ts';
import { dateAfter } from '../../domain/calendar/civil-date.ts';
import { compareMoves, ledgersOf, shelfKey } from '../../domain/stock/ledger.ts';
import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';
import type { Offer, OfferedGoods } from './answers.ts';
import { nameOfStore } from './point.ts';
import { lotLines } from './shelf-lines.ts';

/** What can be given from these stores: to this person, where one is named; the caller has logged the look at her. */
export function offerFor(folk: Folk, stores: readonly string[], store: string, today: string, person?: string): Offer {
  const held = person === undefined ? undefined : folk.book.get(person);
  const supplies = held === undefined ? [] : suppliesOf(folk, held);
  const method = held === undefined ? '' : textOf(folk.book.closing(held), 'method');
  const last = supplies.at(-1)?.fields;
  const goods = goodsOf(folk, store, today);
  return {
    store,
    stores: stores.map((id) => ({ id, name: nameOfStore(folk, id) })),
    goods: inFront(goods, method, last && textOf(last, 'product'), last && textOf(last, 'channel')),
    method,
    ...(last && {
      last: {
        product: textOf(last, 'product'),
        channel: textOf(last, 'channel'),
        quantity: Number(last.quantity),
        date: textOf(last, 'date'),
      },
    }),
    isCheckDue: !supplies.some(
      ({ fields }) => Array.isArray(fields.pillCheck) && textOf(fields, 'date') > dateAfter(today, -12, 0),
    ),
  };
}

/** What she was given, the latest last. */
function suppliesOf({ book }: Folk, person: Held): readonly Held[] {
  return book
    .factsNaming(person.id)
    .filter(({ kind }) => kind === 'supply')
    .sort((a, b) => (textOf(a.fields, 'date') < textOf(b.fields, 'date') ? -1 : 1) || a.written[0] - b.written[0]);
}

/** Shelves of a store; a collaborator's hold condoms and pills only. */
function goodsOf({ stock, places }: Folk, store: string, today: string): readonly OfferedGoods[] {
  const moves = [...stock.movements()].filter((move) => move.store === store).sort(compareMoves);
  const ledgers = ledgersOf(moves);
  const shelves = [...new Map(ledgers.map((ledger) => [shelfKey(ledger), ledger])).values()];
  return shelves
    .filter(({ product }) => !places.isVillage(store) || collaboratorProducts.includes(product))
    .map(({ product, channel }) => {
      const shelf = { store, product, channel };
      const priced = moves.filter(
        (move) => shelfKey(move) === shelfKey(shelf) && typeof move.held.fields.unitPrice === 'number',
      );
      return {
        product,
        channel,
        price: priced.length === 0 ? null : Number(priced.at(-1)?.held.fields.unitPrice),
        lots: lotLines(ledgers, shelf, null, today).filter(({ isExpired, stock: left }) => !isExpired && left > 0),
      };
    });
}

/** The same again, then what suits her method, then what there is. */
function inFront(
  goods: readonly OfferedGoods[],
  method: string,
  lastProduct: string | undefined,
  lastChannel: string | undefined,
): readonly OfferedGoods[] {
  const suiting = methodProducts.find(([key]) => key === method)?.[1] ?? [];
  const rank = ({ product, channel, lots }: OfferedGoods): number => {
    const isThere = lots.length > 0 ? 0 : 10;
    if (product === lastProduct) return isThere + (channel === lastChannel ? 0 : 1);
    return isThere + (suiting.includes(product) ? 2 : 3);
  };
  return [...goods].sort((a, b) => rank(a) - rank(b));
}
