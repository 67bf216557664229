import type { DisagreeApi } from '../../api/disagree-api.ts';
import type { DisagreeBook } from './disagreements.ts';

/** Loaded when a page asks: the start of the book needs none of it. */
export function disagreeAnswers(whole: () => Promise<DisagreeBook>): DisagreeApi {
  const open = async (): Promise<DisagreeApi> => (await import('./disagreements.ts')).openDisagreeing(whole);
  return {
    disputed: async () => (await open()).disputed(),
    disagreements: async (records, eyes) => (await open()).disagreements(records, eyes),
    settleDisagreement: async (record, field, op) => (await open()).settleDisagreement(record, field, op),
  };
}
