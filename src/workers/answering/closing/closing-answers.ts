import type { ClosingApi } from '../../api/closing-api.ts';
import type { ClosingBench } from './closing-desk.ts';

/** Loaded when an officer looks at a report's life. */
export function closingAnswers(whole: () => Promise<ClosingBench>): ClosingApi {
  const open = async (): Promise<ClosingApi> => (await import('./closing-desk.ts')).openClosingDesk(await whole());
  return {
    reportsDue: async () => (await open()).reportsDue(),
    closings: async (form, period) => (await open()).closings(form, period),
    freezing: async (form, period) => (await open()).freezing(form, period),
    freezeReport: async (form, period, seen) => (await open()).freezeReport(form, period, seen),
    frozenMoves: async (id, row, most) => (await open()).frozenMoves(id, row, most),
    frozenReport: async (id) => (await open()).frozenReport(id),
  };
}
