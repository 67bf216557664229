import type { StockApi } from '../../../src/workers/api/stock-api.ts';

const nothing = async () => ({ ok: false, error: { vi: 'Kho này không có trong sổ trên máy' } }) as const;

/** A phone that keeps no store. */
export const memoryStock: StockApi = {
  stores: async () => [],
  store: async () => undefined,
  stockCard: async () => undefined,
  stockOffer: async () => undefined,
  takeIn: nothing,
  receiveOrdered: async () => ({ ok: false, error: [] }),
  passOn: async () => ({ ok: false, error: [] }),
  takeBackLeft: nothing,
  countSheet: async () => [],
  saveCount: nothing,
  orderSheet: async () => [],
  saveOrder: nothing,
  stockReport: async (_, month) => ({ month, name: '', rows: [], protection: [] }),
  stockMoney: async () => undefined,
  remit: async () => ({ ok: false, error: [] }),
  savePoint: nothing,
  stockCompared: async () => [],
};
