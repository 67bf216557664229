import type { OrderReply, StockAnswer, StockOrdersAnswer } from '../../src/sync/console-api.ts';
import { isId, isObject, isPlainText } from '../../src/sync/wire/bounds.ts';
import { readJson } from '../http/body.ts';
import { json, type Route } from '../http/route.ts';
import { confirmOrders } from './confirm-orders.ts';
import { absent, exactRoles, logLook } from './routes.ts';

/* What the level above asks about stores: how they stand, and its answers to their orders. Both are in the chain. */

const longestName = 80;
const longestReason = 120;
const mostLines = 100;

export const stockRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/stock',
    access: 'console',
    roles: exactRoles,
    async handle({ site, url }, { user }) {
      const book = url.searchParams.get('book') ?? '';
      const stock = await site.figures.stock(book);
      if (stock === undefined) return absent();
      await logLook(site.hub, { book, actor: user.name, action: 'stock' });
      return json(stock satisfies StockAnswer);
    },
  },
  {
    method: 'POST',
    path: '/api/stock-orders',
    access: 'console',
    roles: exactRoles,
    async handle({ site, body }, { user }) {
      const asked = readJson(body) ?? {};
      const book = typeof asked.book === 'string' ? asked.book : '';
      const lines = readLines(asked.lines);
      if (lines === undefined) return json({ is: 'refused', why: 'order' } satisfies StockOrdersAnswer);
      const by = [...user.fullName].slice(0, longestName).join('');
      const answer = await confirmOrders(site, { book, lines, by });
      if (answer === undefined) return absent();
      const said = lines.map(({ order, quantity }) => `${order}:${quantity}`);
      if (answer.is === 'confirmed')
        await logLook(site.hub, { book, actor: user.name, action: 'confirm_order' }, ...said);
      return json(answer satisfies StockOrdersAnswer);
    },
  },
];

/** `undefined` for anything that is no list of answers. */
function readLines(asked: unknown): readonly OrderReply[] | undefined {
  if (!Array.isArray(asked) || asked.length === 0 || asked.length > mostLines) return undefined;
  const lines = asked.flatMap(readLine);
  return lines.length === asked.length ? lines : undefined;
}

function readLine(line: unknown): readonly OrderReply[] {
  if (!isObject(line)) return [];
  const { order, quantity, why } = line;
  if (!isId(order) || typeof quantity !== 'number' || typeof why !== 'string') return [];
  const reason = why.normalize('NFC').trim();
  if (reason !== '' && (!isPlainText(reason) || [...reason].length > longestReason)) return [];
  return [{ order, quantity, why: reason }];
}
