import { bad, good } from '../../../domain/outcome.ts';
import { closingsOf } from '../../../register/figures/closing/closings.ts';
import { countedReport } from '../../../register/figures/closing/counted-report.ts';
import { freezeDrafts, freezeProblem } from '../../../register/figures/closing/freeze.ts';
import { frozenMoves } from '../../../register/figures/closing/frozen-moves.ts';
import {
  carriedLines,
  frozenReport,
  isSameReport,
  readCarried,
} from '../../../register/figures/closing/frozen-report.ts';
import { type Reported, reportedBy } from '../../../register/figures/closing/reported.ts';
import { deadlineOf, reportsDue } from '../../../register/figures/due/reports-due.ts';
import type { ClosingApi } from '../../api/closing-api.ts';
import { findUnacceptable } from '../../recording/acceptable.ts';
import type { Saving } from '../../recording/saving.ts';
import type { BookSession } from '../book-session.ts';
import { countDoubts } from './count-doubts.ts';
import { phoneCauses } from './phone-causes.ts';

/** An open book, as the life of its reports needs it. */
export interface ClosingBench {
  readonly session: BookSession;
  readonly saving: Pick<Saving, 'save'>;
  /** How far this device has read the hub's sequence. */
  readonly cursor: () => Promise<number>;
}

export function openClosingDesk({ session, saving, cursor }: ClosingBench): ClosingApi {
  const { register, who, people, store } = session;
  const { folk } = register;
  const { catalogue } = folk.book;
  const { nameOf } = people;
  const today = register.today();
  const isOfficer = who.role === 'officer';
  const reported = (code: string, text: string): Reported => {
    const found = reportedBy(catalogue, { form: code, period: text, place: who.commune });
    if (found === undefined) throw new RangeError(`no report ${code} for ${text}`);
    return found;
  };
  const versionsOf = (code: string, text: string) =>
    closingsOf(folk, nameOf).filter((one) => isSameReport(one, { form: code, period: text, place: who.commune }));
  const carriedOf = (of: Reported) => readCarried(countedReport(register, of), carriedLines(register, of));
  const problemOf = async (of: Reported) => {
    if (!isOfficer) return 'role';
    return freezeProblem(register, of, today) ?? ((await store.isWhole()) ? undefined : 'partial');
  };
  return {
    reportsDue: async () => (isOfficer ? reportsDue(folk, closingsOf(folk, nameOf), today) : []),
    closings: async (code, text) => ({ versions: versionsOf(code, text), carried: carriedOf(reported(code, text)) }),
    async freezing(code, text) {
      const of = reported(code, text);
      const problem = await problemOf(of);
      const doubts = await countDoubts(session, of);
      const table = countedReport(register, of).table();
      const shared = { table, versions: versionsOf(code, text), carried: carriedOf(of), doubts };
      return { ...shared, ...deadlineOf(of.period), ...(problem && { problem }) };
    },
    async freezeReport(code, text, seen) {
      const of = reported(code, text);
      const problem = await problemOf(of);
      if (problem !== undefined) return bad(problem);
      const ownSeq = (await store.head()).nextSeq - 1;
      const basis = { cursor: await cursor(), ownSeq };
      const drafts = freezeDrafts(register, of, { today, doubts: seen, basis });
      if (findUnacceptable(drafts, session) !== undefined) return bad('unacceptable');
      return good(await saving.save(drafts));
    },
    frozenMoves: async (id, row, most) => frozenMoves(register, id, row, most),
    frozenReport: async (id) => frozenReport(register, id, { nameOf, causeOf: phoneCauses(session) }),
  };
}
