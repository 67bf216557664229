import { productFacts } from '../../catalogue/stock/norms.ts';
import type { Shelf } from '../../domain/stock/movement.ts';
import { orderUpTo } from '../../domain/stock/need.ts';
import type { Value } from '../../domain/value.ts';
import type { Folk } from '../folk.ts';
import type { OrderLine } from './answers.ts';
import { normOf, shelfLines } from './shelf-lines.ts';
import { standingFacts } from './stock-book.ts';
import { villageUsers } from './users.ts';

/** Ordered up to the maximum at the end of each period (forced ordering), and beside it what the users known will need. */
export function orderLines(folk: Folk, store: string, today: string): readonly OrderLine[] {
  const norm = normOf(folk, store);
  return shelfLines(folk, store, today).map(({ product, channel, stock, use, max }) => {
    const shelf = { store, product, channel };
    const onOrder = stillOnOrder(folk, shelf);
    return {
      ...shelf,
      stock,
      use,
      max,
      onOrder,
      computed: orderUpTo(norm, use, stock, onOrder),
      foretold: channel === 'free' ? foretoldNeed(folk, shelf, today, norm.max, stock + onOrder) : 0,
    };
  });
}

/** What the last order asked for and did not come since; an order takes the place of the one before it. */
function stillOnOrder(folk: Folk, shelf: Shelf): number {
  const orders = standingFacts(folk, 'stock_order').filter(({ fields }) => isOf(fields, shelf));
  const last = orders.sort((a, b) => a.written[0] - b.written[0] || a.written[1] - b.written[1]).at(-1);
  if (last === undefined) return 0;
  let left = Number(last.fields.quantity);
  for (const move of folk.stock.movements()) {
    const isLater =
      move.stamp[0] > last.written[0] || (move.stamp[0] === last.written[0] && move.stamp[1] > last.written[1]);
    if (move.type === 'receipt' && isLater && isOf(move, shelf)) left -= move.quantity;
  }
  return Math.max(0, left);
}

function isOf(
  told: { readonly store?: Value; readonly product?: Value; readonly channel?: Value },
  shelf: Shelf,
): boolean {
  return told.store === shelf.store && told.product === shelf.product && told.channel === shelf.channel;
}

/**
 * Need from named users: everybody who uses the product's method and is supplied by us, times the months to the maximum,
 * less what is there. A user of pills is one of the pill that she was given last.
 */
function foretoldNeed(folk: Folk, { store, product }: Shelf, today: string, months: number, there: number): number {
  const perMonth = productFacts.find((one) => one.product === product)?.perMonth ?? 0;
  const users = villageUsers(folk, product, today).filter(
    ({ place }) => !folk.places.isVillage(store) || place === store,
  );
  return Math.max(0, Math.ceil(users.length * perMonth * months - 1e-9) - there);
}
