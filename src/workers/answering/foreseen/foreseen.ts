import type { Session } from '../../session.ts';

/** An officer's reports: worked out before she opens them, and what they rest on kept from one opening to the next. */
export interface Foreseen {
  /** Resolves once what an earlier opening kept is taken up: whoever counts asks first. */
  ready(): Promise<void>;
  /**
   * Works out what is not kept while nobody waits for it.
   * @param askedAt when a screen asked last, by `performance.now`
   * @param isCalm asked before: not while a book is loaded or a sync is at work
   */
  run(askedAt: () => number, isCalm: () => Promise<boolean>): Promise<void>;
  /** Behind a sync: storage may have been put in order, which ends what was kept beside it. */
  atRest(): void;
}

/**
 * @param edition names the code that counts: what another has counted is no use to it
 * @param isOpen asked between two stretches: locking in the middle closes the store under them
 */
export function createForeseen(session: Session, edition: string, isOpen: () => boolean): Foreseen {
  const { register } = session;
  const isOfficer = session.who.role === 'officer';
  // Where that part is not here yet, reports are worked out when they are asked for.
  const load = async () => (isOfficer ? import('./foresee-reports.ts').catch(() => undefined) : undefined);
  let taking: Promise<void> | undefined;
  let isDone = false;
  const takeUp = async (): Promise<void> => (await load())?.takeUpCounts(session, edition);
  /** It is worth nothing beside the book itself: a fault is told as one of this worker, and who waits goes on. */
  const aside = (work: Promise<void>): Promise<void> =>
    work.catch((fault: unknown) => {
      if (isOpen())
        setTimeout(() => {
          throw fault;
        });
    });
  const ready = (): Promise<void> => {
    taking ??= aside(takeUp());
    return taking;
  };
  const keep = async (isMore?: boolean): Promise<void> => {
    const part = await load();
    if (part !== undefined) await part.keepCounts(session, edition, part.reportsForeseen(register), isMore);
  };
  return {
    ready,
    async run(askedAt, isCalm) {
      const part = await load();
      if (part === undefined || !(await part.waitForCalm(isOpen, isCalm))) return;
      await ready();
      const isMore = await part.foreseeReports(register, part.reportsForeseen(register), askedAt, isOpen);
      isDone = isOpen();
      if (isDone) await aside(keep(isMore));
    },
    atRest() {
      if (isDone) void aside(keep());
    },
  };
}
