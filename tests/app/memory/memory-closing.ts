import type { ClosingApi } from '../../../src/workers/api/closing-api.ts';

/** A phone on which no period has ended. */
export const memoryClosing: ClosingApi = {
  reportsDue: async () => [],
  closings: async () => ({ versions: [], carried: [] }),
  freezing: async (form, period) => ({
    table: {
      form,
      formSet: 'TT01-2022',
      title: { vi: 'Báo cáo' },
      period,
      place: 'commune-1',
      placeName: 'Xã Mẫu',
      rounding: 'half_up',
      above: [],
      rows: [],
    },
    versions: [],
    carried: [],
    deadline: '2026-12-07',
    isSure: true,
    problem: 'not_over',
    doubts: { slips: 0, waiting: 0, drafts: 0, disagreements: 0, incomplete: 0, failed: 0, odd: 0, goods: 0 },
  }),
  freezeReport: async () => ({ ok: false, error: 'not_over' }),
  frozenMoves: async () => undefined,
  frozenReport: async () => undefined,
};
