import type { StockApi } from '../../api/stock-api.ts';
import type { StockBench } from './stock-desk.ts';

/** Loaded when somebody goes to a store. */
export function stockAnswers(whole: () => Promise<StockBench>, now: () => number): StockApi {
  const open = async (): Promise<StockApi> => (await import('./stock-desk.ts')).openStockDesk(whole, now);
  return {
    stores: async () => (await open()).stores(),
    store: async (store) => (await open()).store(store),
    stockCard: async (store, product, channel) => (await open()).stockCard(store, product, channel),
    stockOffer: async (store, person) => (await open()).stockOffer(store, person),
    takeIn: async (sent, quantity) => (await open()).takeIn(sent, quantity),
  };
}
