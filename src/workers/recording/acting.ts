import { bad, good } from '../../domain/outcome.ts';
import type { Act, ActPlan } from '../../register/acts/act.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { seenOf } from '../../sync/records/merge.ts';
import type { ActsApi } from '../api/acts-api.ts';
import { findUnacceptable } from './acceptable.ts';
import type { RecordingBook } from './book.ts';
import type { Recording } from './recording.ts';

export type Acting = ActsApi;

/** From an act on whole households to a durable save. */
export function createActing(session: RecordingBook, recording: Pick<Recording, 'save'>): Acting {
  const { register, store } = session;
  /** Loaded by the first who does something to a whole household. */
  const plan = async (act: Act): Promise<ActPlan> => {
    const { planFor } = await import('../../register/acts/plan-for.ts');
    return planFor(register, act);
  };
  /** An author writes on top of what she sees. */
  const withSeen = (draft: OpDraft): OpDraft => {
    if (!('put' in draft) || typeof draft.id !== 'string') return draft;
    return { ...draft, seen: seenOf(store.shown(draft.id), Object.keys(draft.put)) };
  };
  return {
    judgeAct: async (act) => (await plan(act)).problems,
    async act(act, asked) {
      const { problems, drafts } = await plan(act);
      const open = problems.filter(({ strength, code }) => strength === 'stop' || !asked.includes(code));
      if (open.length > 0 || drafts.length === 0) return bad(open);
      const refused = findUnacceptable(drafts, session);
      if (refused !== undefined)
        return bad([{ strength: 'stop', code: 'unacceptable', message: refused.message } as const]);
      return good(await recording.save(drafts.map(withSeen)));
    },
  };
}
