import { unexplainedChange } from '../../../catalogue/stock/norms.ts';
import { bad } from '../../../domain/outcome.ts';
import type { Words } from '../../../domain/words.ts';
import { countFacts, countSheet } from '../../../register/stock/count.ts';
import { comparedLines, moneyPage, stockReport } from '../../../register/stock/month/month-report.ts';
import { orderLines } from '../../../register/stock/order.ts';
import { placeOfStore } from '../../../register/stock/point.ts';
import type { StockApi } from '../../api/stock-api.ts';
import { stillPartial } from '../book-session.ts';
import { passOn } from './pass-on.ts';
import { receiveOrdered } from './receive-ordered.ts';
import { remit } from './remit.ts';
import { savePoint } from './save-point.ts';
import { isKept, known, noStore, type OpenedStock, saveAll } from './stock-bench.ts';

type Papers =
  | 'receiveOrdered'
  | 'passOn'
  | 'countSheet'
  | 'saveCount'
  | 'orderSheet'
  | 'saveOrder'
  | 'stockReport'
  | 'stockMoney'
  | 'remit'
  | 'savePoint'
  | 'stockCompared';

export type PaperAnswers = Pick<StockApi, Papers>;

const notWhole: Words = { vi: 'Nhập số nguyên từ 0 đến 999.999', en: 'Enter a whole number from 0 to 999,999' };
const noReason: Words = { vi: 'Chọn vì sao chênh lệch', en: 'Say why it differs' };
const unexplained: Words = { vi: 'Ghi lý do khi thay đổi trên 20 %', en: 'Say why where the change is over 20 %' };
const nothingAsked: Words = {
  vi: 'Không có mặt hàng nào cần đề nghị cấp',
  en: 'There is nothing to ask for',
};

/** What is written in a store beside the goods that move: counts, orders, money; and the month's report. */
export function paperAnswers(opened: () => Promise<OpenedStock>): PaperAnswers {
  return {
    receiveOrdered: async (order, answers, yes) => receiveOrdered(await opened(), order, answers, yes),
    passOn: async (answers, yes) => passOn(await opened(), answers, yes),
    async countSheet(store) {
      const bench = await opened();
      return isKept(bench, store) ? countSheet(bench.folk, store, bench.today) : [];
    },
    async saveCount(store, found, reason) {
      const bench = await opened();
      if (!isKept(bench, store)) return bad(noStore);
      if (!found.every(({ counted }) => isQuantity(counted))) return bad(notWhole);
      if (!(await bench.session.store.isWhole())) return bad(stillPartial);
      const facts = found.flatMap((one) => countFacts(bench.folk, { store, ...one }, bench.today, reason));
      const isAdjusted = facts.some(({ kind }) => kind === 'stock_movement');
      if (isAdjusted && reason === '') return bad(noReason);
      return saveAll(
        bench,
        facts.map(({ kind, fields }) => ({ kind, place: placeOfStore(bench.folk, store), add: fields })),
      );
    },
    async orderSheet(store) {
      const bench = await opened();
      return isKept(bench, store) ? orderLines(bench.folk, store, bench.today) : [];
    },
    async saveOrder(store, lines) {
      const bench = await opened();
      if (!isKept(bench, store)) return bad(noStore);
      if (!lines.every(({ quantity }) => isQuantity(quantity))) return bad(notWhole);
      if (!(await bench.session.store.isWhole())) return bad(stillPartial);
      const computed = new Map(
        orderLines(bench.folk, store, bench.today).map((line) => [`${line.product} ${line.channel}`, line.computed]),
      );
      const orders = lines
        .map(({ product, channel, quantity, why }) => {
          const own = computed.get(`${product} ${channel}`) ?? 0;
          return { date: bench.today, store, product, channel, computed: own, quantity, why: why.trim() };
        })
        // A line that asks for nothing, as was computed, is no order.
        .filter((order) => order.computed + order.quantity > 0);
      if (orders.length === 0) return bad(nothingAsked);
      if (orders.some((order) => needsWhy(order.computed, order.quantity) && order.why === '')) return bad(unexplained);
      return saveAll(
        bench,
        orders.map((order) => ({ kind: 'stock_order', place: placeOfStore(bench.folk, store), add: known(order) })),
      );
    },
    async stockReport(store, month) {
      const { folk } = await opened();
      return stockReport(folk, store, month);
    },
    async stockMoney(store) {
      const bench = await opened();
      return isKept(bench, store) ? moneyPage(bench.folk, store) : undefined;
    },
    remit: async (store, told, yes) => remit(await opened(), store, told, yes),
    savePoint: async (point, told) => savePoint(await opened(), point, told),
    async stockCompared(month) {
      const { folk, places } = await opened();
      return comparedLines(folk, places, month);
    },
  };
}

function isQuantity(quantity: number): boolean {
  return Number.isInteger(quantity) && quantity >= 0 && quantity <= 999_999;
}

function needsWhy(computed: number, asked: number): boolean {
  return Math.abs(asked - computed) > computed * unexplainedChange;
}
