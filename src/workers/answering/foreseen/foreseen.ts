import type { Session } from '../../session.ts';

/** An officer's reports: worked out before she opens them, and what they rest on kept from one opening to the next. */
export interface Foreseen {
  /** Resolves once what an earlier opening kept is taken up: whoever counts asks first. */
  ready(): Promise<void>;
  /**
   * Works out what is not kept while nobody waits for it.
   * @param askedAt when a screen asked last, by `performance.now`
   * @param isWanted asked between two stretches: no more once the book is closed
   * @param isCalm asked before the first: not while a book is loaded or a sync is at work
   */
  run(askedAt: () => number, isWanted: () => boolean, isCalm: () => Promise<boolean>): Promise<void>;
  /** Behind a sync: storage may have been put in order, which ends what was kept beside it. */
  atRest(): Promise<void>;
}

/** @param edition names the code that counts: what another has counted is no use to it */
export function createForeseen(session: Session, edition: string): Foreseen {
  const isOfficer = session.who.role === 'officer';
  // Where that part is not here yet, reports are worked out when they are asked for.
  const load = async () => (isOfficer ? import('./foresee-reports.ts').catch(() => undefined) : undefined);
  let taking: Promise<void> | undefined;
  let isDone = false;
  const takeUp = async (): Promise<void> => (await load())?.takeUpCounts(session, edition);
  const ready = (): Promise<void> => {
    // It is worth nothing beside the book itself: told as a fault of this worker, and the report is counted anew.
    taking ??= takeUp().catch((error: unknown) => {
      setTimeout(() => {
        throw error;
      });
    });
    return taking;
  };
  return {
    ready,
    async run(askedAt, isWanted, isCalm) {
      const part = await load();
      if (part === undefined || !(await part.waitForCalm(isWanted, isCalm))) return;
      await ready();
      const hasCounted = await part.foreseeReports(session.register, askedAt, isWanted);
      isDone = isWanted();
      if (isDone) await part.keepCounts(session, edition, hasCounted);
    },
    async atRest() {
      if (isDone) await (await load())?.keepCounts(session, edition);
    },
  };
}
