import { productFacts } from '../../catalogue/stock/norms.ts';
import type { Shelf } from '../../domain/stock/movement.ts';
import { orderUpTo } from '../../domain/stock/need.ts';
import { type Arrival, type OrderedShelf, type OrderStanding, ordersStanding } from '../../domain/stock/orders.ts';
import { ordersUser } from '../../sync/orders-user.ts';
import { compareWriting } from '../../sync/stamp.ts';
import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';
import type { OrderedLine, OrderLine } from './answers.ts';
import { levelOf, normOf, shelfLines } from './shelf-lines.ts';
import { standingFacts } from './stock-book.ts';
import type { StoreMove } from './stockroom.ts';
import { villageUsers } from './users.ts';

/** Ordered up to the maximum at the end of each period (forced ordering), and beside it what the users known will need. */
export function orderLines(folk: Folk, store: string, today: string): readonly OrderLine[] {
  const norm = normOf(folk, store);
  const ordered = orderedLines(folk, store);
  return shelfLines(folk, store, today).map(({ product, channel, stock, atPoints, use, max }) => {
    const shelf = { store, product, channel };
    const own = ordered.filter((line) => line.product === product && line.channel === channel);
    const onOrder = own.reduce((sum, { left }) => sum + left, 0);
    return {
      ...shelf,
      stock,
      atPoints,
      use,
      max,
      onOrder,
      computed: orderUpTo(norm, use, stock + atPoints, onOrder),
      foretold: foretoldNeed(folk, shelf, today, norm.max, stock + atPoints + onOrder),
    };
  });
}

/**
 * Lines of orders of which something is still to come, or that were answered last; the latest first.
 * @param own the store's movements, where somebody who asks for many stores has told them apart
 * @param until as it stood at the end of that day
 */
export function orderedLines(
  folk: Folk,
  store: string,
  own: Iterable<StoreMove> = folk.stock.movements(),
  until = '9999-12-31',
): readonly OrderedLine[] {
  const stood = ({ fields }: Held): boolean => textOf(fields, 'date') <= until;
  const approvals = latestApprovals(folk, stood);
  const shelves = new Map<string, (OrderedShelf & { readonly held: Held })[]>();
  for (const held of standingFacts(folk, 'stock_order').filter(stood)) {
    if (held.fields.store !== store) continue;
    const answer = approvals.get(held.id);
    const granted = answer === undefined ? null : Number(answer.fields.quantity);
    const order = { id: held.id, stamp: held.written, asked: Number(held.fields.quantity), granted, held };
    const key = `${textOf(held.fields, 'product')} ${textOf(held.fields, 'channel')}`;
    shelves.set(key, [...(shelves.get(key) ?? []), order]);
  }
  const moves = [...own].filter((move) => move.store === store && move.type === 'receipt' && stood(move.held));
  return [...shelves.values()]
    .flatMap((orders) => ordersStanding(orders, arrivalsOf(moves, orders)).filter(isToSee))
    .map(({ order: { held, asked, granted }, received, left }): OrderedLine => {
      const answer = approvals.get(held.id)?.fields;
      const text = (name: string) => textOf(held.fields, name);
      const told = { date: text('date'), store, product: text('product'), channel: text('channel'), why: text('why') };
      const computed = Number(held.fields.computed);
      const answered =
        answer === undefined
          ? null
          : { date: textOf(answer, 'date'), why: textOf(answer, 'why'), by: textOf(answer, 'by') };
      return { id: held.id, ...told, computed, asked, granted, answered, received, left };
    })
    .sort((a, b) => (a.date < b.date ? 1 : -1));
}

/** One that is wholly in is no longer looked at, but the last of its shelf. */
function isToSee({ left }: OrderStanding, index: number, all: readonly OrderStanding[]): boolean {
  return left > 0 || index === all.length - 1;
}

/** By the line that is answered: what the hub wrote for the level above, and nobody else. */
function latestApprovals(folk: Folk, stood: (held: Held) => boolean): ReadonlyMap<string, Held> {
  const inOrder = standingFacts(folk, 'order_approval')
    .filter((held) => held.author === ordersUser && stood(held))
    .sort(compareWriting);
  return new Map(inOrder.map((held) => [textOf(held.fields, 'order'), held]));
}

function arrivalsOf(moves: readonly StoreMove[], orders: readonly { readonly held: Held }[]): readonly Arrival[] {
  const [first] = orders;
  if (first === undefined) return [];
  const { product, channel } = first.held.fields;
  return moves
    .filter((move) => move.product === product && move.channel === channel)
    .map(({ stamp, quantity, held }) => ({ stamp, quantity, order: textOf(held.fields, 'order') }));
}

/**
 * Need from named users: everybody who uses the product's method and is supplied by us, times the months to the maximum,
 * less what is there. A user of pills is one of the pill that she was given last. Who goes to a point nobody knows.
 */
function foretoldNeed(
  folk: Folk,
  { store, product, channel }: Shelf,
  today: string,
  months: number,
  there: number,
): number | null {
  if (levelOf(folk, store) === 'point') return null;
  if (channel !== 'free') return 0;
  const perMonth = productFacts.find((one) => one.product === product)?.perMonth ?? 0;
  const users = villageUsers(folk, product, today).filter(
    ({ place }) => !folk.places.isVillage(store) || place === store,
  );
  return Math.max(0, Math.ceil(users.length * perMonth * months - 1e-9) - there);
}
