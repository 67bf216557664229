import type { Session } from '../../session.ts';

/** An officer's reports: worked out before she opens them, and what they rest on kept from one opening to the next. */
export interface Foreseen {
  /** Resolves once what an earlier opening kept is taken up: whoever counts asks first. */
  ready(): Promise<void>;
  /** Takes up what is kept, and works out what is not, while nobody waits for it. */
  run(): Promise<void>;
  /** Behind a sync. What is kept is taken up before storage is put in order, which may end it, and then kept anew. */
  atRest(tidy: () => Promise<void>): Promise<void>;
}

interface Phone {
  /** Names the code that counts: what another has counted is no use to it. */
  readonly edition: string;
  /** Asked between two stretches: locking in the middle closes the store under them. */
  readonly isOpen: () => boolean;
  /** When a screen asked last, by `performance.now`. */
  readonly askedAt: () => number;
  /** Not while a book is loaded or a sync is at work. */
  readonly isCalm: () => Promise<boolean>;
}

export function createForeseen(session: Session, { edition, isOpen, askedAt, isCalm }: Phone): Foreseen {
  const { register } = session;
  const isOfficer = session.who.role === 'officer';
  // Where that part is not here yet, reports are worked out when they are asked for.
  const load = async () => (isOfficer ? import('./foresee-reports.ts').catch(() => undefined) : undefined);
  let taking: Promise<void> | undefined;
  let isAtWork = true;
  /** It is worth nothing beside the book itself: a fault is told as one of this worker, and who waits goes on. */
  const aside = (work: Promise<void>): Promise<void> =>
    work.catch((fault: unknown) => {
      if (isOpen())
        setTimeout(() => {
          throw fault;
        });
    });
  const takeUp = async (): Promise<void> => (await load())?.takeUpCounts(session, edition);
  const ready = (): Promise<void> => {
    taking ??= aside(takeUp());
    return taking;
  };
  const work = async (): Promise<void> => {
    const part = await load();
    if (part === undefined) return;
    isAtWork = true;
    const reports = part.reportsForeseen(register);
    const isMore = await part.foreseeReports(register, reports, askedAt, isOpen);
    if (isOpen()) await part.keepCounts(session, edition, reports, isMore);
    isAtWork = false;
  };
  return {
    ready,
    async run() {
      const part = await load();
      if (part === undefined) return;
      await part.waitForQuiet(askedAt);
      if (isOpen()) await ready();
      if (await part.waitForCalm(isOpen, isCalm)) await aside(work());
    },
    async atRest(tidy) {
      await ready();
      await tidy();
      // Who is at work sees what has changed.
      if (!isAtWork) void aside(work());
    },
  };
}
