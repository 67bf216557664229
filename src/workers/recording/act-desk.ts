import { bad, good } from '../../domain/outcome.ts';
import { planFor } from '../../register/acts/plan-for.ts';
import type { ActsApi } from '../api/acts-api.ts';
import { findUnacceptable } from './acceptable.ts';
import type { RecordingBook } from './book.ts';
import type { Recording } from './recording.ts';

/** What an act on whole households comes to, judged and saved. */
export function openActDesk(session: RecordingBook, recording: Pick<Recording, 'save'>): ActsApi {
  const { register } = session;
  return {
    judgeAct: async (act) => planFor(register, act).problems,
    async act(act, asked) {
      const { problems, drafts } = planFor(register, act);
      const open = problems.filter(({ strength, code }) => strength === 'stop' || !asked.includes(code));
      if (open.length > 0 || drafts.length === 0) return bad(open);
      const refused = findUnacceptable(drafts, session);
      if (refused !== undefined)
        return bad([{ strength: 'stop', code: 'unacceptable', message: refused.message } as const]);
      return good(await recording.save(drafts));
    },
  };
}
