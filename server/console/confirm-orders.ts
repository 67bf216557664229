import { civilDay } from '../../src/domain/calendar/civil-date.ts';
import type { OrderedLine } from '../../src/domain/stock/store.ts';
import type { OrderReply, StockOrdersAnswer } from '../../src/sync/console-api.ts';
import { ordersUser } from '../../src/sync/orders-user.ts';
import type { OpDraft } from '../../src/sync/phone/transaction.ts';
import { writeBatch } from '../command-line/register/write-batch.ts';
import type { Site } from '../http/route.ts';
import { settleWriter } from '../sync/founding/settle-writer.ts';
import { inTurn } from '../sync/units/units-bench.ts';

interface Confirming {
  readonly book: string;
  readonly lines: readonly OrderReply[];
  /** Full name of who answers, for the paper. */
  readonly by: string;
}

const mostOfOne = 999_999;

/**
 * Answers lines of orders: facts that the hub writes as a device of its own, so that they reach every phone which holds
 * the orders like anything else of the book. All or none; what stands already is not written again.
 */
export function confirmOrders(site: Site, asked: Confirming): Promise<StockOrdersAnswer | undefined> {
  return inTurn(asked.book, () => confirm(site, asked));
}

async function confirm({ hub, figures }: Site, asked: Confirming): Promise<StockOrdersAnswer | undefined> {
  const { book, lines, by } = asked;
  const stock = await figures.stock(book);
  if (stock === undefined) return undefined;
  // A collaborator's or a point's order goes to the station, and is answered by what it issues.
  const above = stock.stores.filter(({ level }) => level === 'station');
  const orders = new Map(above.flatMap(({ ordered }) => ordered.map((line) => [line.id, line] as const)));
  const answers = lines.map((line) => ({ line, order: orders.get(line.order) }));
  for (const { line, order } of answers) {
    const why = faultOf(line, order);
    if (why !== undefined) return { is: 'refused', why };
  }
  const date = civilDay(hub.now());
  const drafts = answers.flatMap(({ line, order }) =>
    order === undefined || isStanding(line, order) ? [] : [approval(line, order, { date, by })],
  );
  if (drafts.length > 0) {
    const device = `orders-${book}`;
    await settleWriter(hub, book, { device, user: ordersUser, userName: 'Duyệt dự trù' });
    await writeBatch(hub, book, device, [drafts], () => {});
    figures.wake(book);
  }
  return { is: 'confirmed', lines: drafts.length };
}

function faultOf({ quantity, why }: OrderReply, order: OrderedLine | undefined) {
  if (order === undefined) return 'order';
  if (!Number.isInteger(quantity) || quantity < 0 || quantity > mostOfOne) return 'quantity';
  return quantity !== order.asked && why === '' ? 'why' : undefined;
}

function isStanding({ quantity, why }: OrderReply, { granted, answered }: OrderedLine): boolean {
  return granted === quantity && (answered?.why ?? '') === why;
}

function approval(
  { order, quantity, why }: OrderReply,
  { store }: OrderedLine,
  { date, by }: { readonly date: string; readonly by: string },
): OpDraft {
  const told = Object.fromEntries(Object.entries({ why, by }).filter(([, text]) => text !== ''));
  return { kind: 'order_approval', place: store, add: { date, order, quantity, ...told } };
}
