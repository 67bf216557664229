import type { StockApi } from '../../api/stock-api.ts';
import type { StockBench } from './stock-bench.ts';

/** Loaded when somebody goes to a store. */
export function stockAnswers(whole: () => Promise<StockBench>, now: () => number): StockApi {
  const open = async (): Promise<StockApi> => (await import('./stock-desk.ts')).openStockDesk(whole, now);
  return {
    stores: async () => (await open()).stores(),
    store: async (store) => (await open()).store(store),
    stockCard: async (store, product, channel, most) => (await open()).stockCard(store, product, channel, most),
    stockOffer: async (store, person) => (await open()).stockOffer(store, person),
    takeIn: async (sent, quantity) => (await open()).takeIn(sent, quantity),
    receiveOrdered: async (order, answers, yes) => (await open()).receiveOrdered(order, answers, yes),
    passOn: async (answers, yes) => (await open()).passOn(answers, yes),
    takeBackLeft: async (sent) => (await open()).takeBackLeft(sent),
    countSheet: async (store) => (await open()).countSheet(store),
    saveCount: async (store, found, reason) => (await open()).saveCount(store, found, reason),
    orderSheet: async (store) => (await open()).orderSheet(store),
    saveOrder: async (store, lines) => (await open()).saveOrder(store, lines),
    stockReport: async (store, month) => (await open()).stockReport(store, month),
    stockMoney: async (store) => (await open()).stockMoney(store),
    remit: async (store, told, yes) => (await open()).remit(store, told, yes),
    savePoint: async (point, told) => (await open()).savePoint(point, told),
    stockCompared: async (month) => (await open()).stockCompared(month),
  };
}
