import type { StockApi } from '../../src/workers/api/stock-api.ts';

/** A phone that keeps no store. */
export const memoryStock: StockApi = {
  stores: async () => [],
  store: async () => undefined,
  stockCard: async () => undefined,
  stockOffer: async () => undefined,
  takeIn: async () => ({ ok: false, error: { vi: 'Đã nhận hết rồi' } }),
};
