import { comparedBounds, mostKept, productFacts } from '../../../catalogue/stock/norms.ts';
import { dateAfter, dateOfDay, dayNumber } from '../../../domain/calendar/civil-date.ts';
import { ledgersOf, onHand } from '../../../domain/stock/ledger.ts';
import { addMonths, givenIn, monthOfLot } from '../../../domain/stock/month.ts';
import type { StockRow } from '../../../domain/stock/month-form.ts';
import { goodUntil, isGiven } from '../../../domain/stock/movement.ts';
import { monthsOfStock, orderUpTo } from '../../../domain/stock/need.ts';
import type { Fields } from '../../../domain/value.ts';
import { compareWriting } from '../../../sync/stamp.ts';
import type { Folk } from '../../folk.ts';
import { type Held, textOf } from '../../held.ts';
import type { ComparedLine, MoneyLine, MoneyPage, OrderedLine, StockReport } from '../answers.ts';
import { orderedLines } from '../order.ts';
import { nameOfStore } from '../point.ts';
import { heldAtPoints, normOf, useOf } from '../shelf-lines.ts';
import { standingFacts } from '../stock-book.ts';
import type { StoreMove } from '../stockroom.ts';
import { comparedProducts, villageUsers } from '../users.ts';
import { protectionIn } from './protection.ts';

/** Last civil day of a month. */
function endOf(month: string): string {
  return dateOfDay(dayNumber(dateAfter(`${month}-01`, 1, 0)) - 1);
}

/**
 * Nhập – xuất – tồn of a month, per product and channel: of one store, or of all of them together (`''`). Then what moves
 * between two of them is both received and issued, and the balance closes all the same. What is dated later than the
 * month changes nothing in it.
 */
export function stockReport(folk: Folk, store: string, month: string): StockReport {
  const end = endOf(month);
  const all = [...folk.stock.movements()].filter(({ date }) => date <= end);
  const moves = all.filter((move) => store === '' || move.store === store);
  const counts = lastCounts(folk, month).filter(({ fields }) => store === '' || fields.store === store);
  const ordered = orderedLines(folk, store || folk.places.commune(), all, end);
  const pairs = new Map(
    [...moves, ...counts.map(({ fields }) => pairOf(fields))].map(({ product, channel }) => [
      `${product} ${channel}`,
      { product, channel },
    ]),
  );
  const rows = [...pairs.keys()].sort().flatMap((key) => {
    const pair = pairs.get(key);
    return pair === undefined ? [] : [reportRow(folk, { all, moves, counts, ordered }, store, pair, month)];
  });
  const name = nameOfStore(folk, store || folk.places.commune());
  return { month, name, rows, protection: protectionIn(folk, store, month) };
}

/** What moved until the end of a month: anywhere, and where it is reported of; and what was counted there in it. */
interface Moved {
  readonly all: readonly StoreMove[];
  readonly moves: readonly StoreMove[];
  readonly counts: readonly Held[];
  /** As they stood at its end. */
  readonly ordered: readonly OrderedLine[];
}

function pairOf(fields: Fields): Pair {
  return { product: textOf(fields, 'product'), channel: textOf(fields, 'channel') };
}

interface Pair {
  readonly product: string;
  readonly channel: string;
}

function reportRow(
  folk: Folk,
  { all, moves, counts, ordered }: Moved,
  store: string,
  { product, channel }: Pair,
  month: string,
): StockRow {
  const own = moves.filter((move) => move.product === product && move.channel === channel);
  const ledgers = ledgersOf(own);
  const sums = addMonths(ledgers.map((ledger) => monthOfLot(ledger, month)));
  // Use is looked back on from the month after.
  const shelf = { store: store || folk.places.commune(), product, channel };
  const use = useOf(folk, all, shelf, dateAfter(`${month}-01`, 1, 0));
  const soonest = ledgers.filter((ledger) => onHand(ledger) > 0 && ledger.expiry !== '').map(({ expiry }) => expiry);
  const onOrder = ordered
    .filter((line) => line.product === product && line.channel === channel)
    .reduce((sum, { left }) => sum + left, 0);
  // Of all stores together its points are among the sums already, but not what is on its way.
  const elsewhere = store === folk.places.commune() ? heldAtPoints(folk, all, shelf) : 0;
  return {
    product,
    channel,
    ...sums,
    ...countedIn(
      own,
      counts.filter(({ fields }) => fields.product === product && fields.channel === channel),
    ),
    soonest: soonest.sort((a, b) => (goodUntil(a) < goodUntil(b) ? -1 : 1))[0] ?? '',
    use,
    months: monthsOfStock(sums.closing + elsewhere, use),
    order: orderUpTo(normOf(folk, shelf.store), use, sums.closing + elsewhere, onOrder),
  };
}

/** What was found at the last counts of the month, and how far it is from the card's month end. */
function countedIn(own: readonly StoreMove[], counts: readonly Held[]): Pick<StockRow, 'counted' | 'difference'> {
  if (counts.length === 0) return { counted: null, difference: null };
  const counted = counts.reduce((sum, { fields }) => sum + Number(fields.counted), 0);
  const stores = new Set(counts.map(({ fields }) => textOf(fields, 'store')));
  const closing = onHand({ moves: own.filter(({ store }) => stores.has(store)) });
  return { counted, difference: counted - closing };
}

/** The last count of the month of each shelf: a line for each of its lots, all of one save. */
export function lastCounts(folk: Folk, month: string): readonly Held[] {
  const counts = standingFacts(folk, 'stock_count').filter(({ fields }) => textOf(fields, 'date').startsWith(month));
  const last = new Map<string, Held>();
  const shelfOf = ({ fields }: Held) => [fields.store, fields.product, fields.channel].join(' ');
  for (const count of counts) {
    const known = last.get(shelfOf(count));
    if (known === undefined || compareCounts(known, count) < 0) last.set(shelfOf(count), count);
  }
  return counts.filter((count) => isSameCount(count, last.get(shelfOf(count))));
}

function compareCounts(one: Held, other: Held): number {
  const [day, next] = [textOf(one.fields, 'date'), textOf(other.fields, 'date')];
  return day === next ? compareWriting(one, other) : day < next ? -1 : 1;
}

/** Lines of one save have one device and one reading of its clock. */
function isSameCount({ id, written, fields }: Held, last: Held | undefined): boolean {
  const deviceOf = (line: string) => line.slice(0, line.lastIndexOf('.'));
  if (last === undefined || fields.date !== last.fields.date) return false;
  return written[0] === last.written[0] && deviceOf(id) === deviceOf(last.id);
}

/** What was sold through social marketing and handed on; whole đồng, no rounding anywhere but in the share, which goes down. */
export function moneyPage(folk: Folk, store: string): MoneyPage {
  const sales = [...folk.stock.movements()]
    .filter((move) => move.store === store && move.type === 'sale' && move.channel === 'social')
    .map(({ id, date, product, quantity, held }): MoneyLine => {
      const amount = quantity * Number(held.fields.unitPrice ?? 0);
      return { id, date, is: 'sale', product, quantity, amount, receipt: textOf(held.fields, 'document') };
    });
  const remitted = standingFacts(folk, 'remittance')
    .filter(({ fields }) => fields.store === store)
    .map(({ id, fields }): MoneyLine => {
      const [date, receipt] = [textOf(fields, 'date'), textOf(fields, 'receipt')];
      return { id, date, is: 'remittance', product: '', quantity: 0, amount: Number(fields.amount), receipt };
    });
  const sum = (lines: readonly MoneyLine[]) => lines.reduce((all, { amount }) => all + amount, 0);
  const sold = sum(sales);
  const kept = Math.floor(sold * mostKept + 1e-6);
  const lines = [...sales, ...remitted].sort((a, b) => (a.date < b.date ? 1 : -1));
  const due = sold - kept;
  return { sold, kept, due, remitted: sum(remitted), balance: due - sum(remitted), lines };
}

/** MIS beside LMIS: users on the last day times the usual need, beside what was given in the month, village by village. */
export function comparedLines(folk: Folk, places: readonly string[], month: string): readonly ComparedLine[] {
  const moves = [...folk.stock.movements()];
  return comparedProducts.flatMap((product) => {
    const perMonth = productFacts.find((one) => one.product === product)?.perMonth ?? 0;
    const users = villageUsers(folk, product, endOf(month));
    return folk.places
      .villages()
      .filter(({ id }) => places.includes(id))
      .flatMap(({ id, name }): readonly ComparedLine[] => {
        const own = users.filter(({ place }) => place === id).length;
        const [needed, given] = [own * perMonth, givenIn(givenTo(folk, moves, id, product), month)];
        if (own === 0 && given === 0) return [];
        const ratio = needed === 0 ? null : given / needed;
        const isOdd = ratio === null || ratio < comparedBounds.least || ratio > comparedBounds.most;
        return [{ village: name, product, users: own, needed, given, ratio, isOdd }];
      });
  });
}

/** Given by the village's collaborator, and by the station to who lives there. */
function givenTo({ book, places }: Folk, moves: readonly StoreMove[], village: string, product: string) {
  return moves.filter((move) => {
    if (move.product !== product || !isGiven(move)) return false;
    if (places.isVillage(move.store)) return move.store === village;
    return book.get(textOf(move.held.fields, 'supply'))?.place === village;
  });
}
