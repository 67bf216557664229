import { dayNumber } from '../../domain/calendar/civil-date.ts';
import { formFor } from '../../domain/figure/report.ts';
import { periodBefore, periodKinds, periodOn } from '../../register/figures/due/periods.ts';
import type { Session } from '../session.ts';

/** ms after which the phone is likely to have nothing to do. */
const idle = 6_000;
/** ms after the last question of a screen: whoever types, or goes from page to page, goes first. */
const quiet = 1_000;
/** ms at a stretch, and as long again for whatever else the phone has to do. */
const stretch = 10;
/** Days behind a year in which its report is looked at and sent; the last month and quarter are looked at all the time. */
const fewDays = 45;
/** Records between two looks at the clock. */
const few = 25;

/**
 * Works out, while nobody waits for it, what the reports rest on that are opened most: this month's, those of the
 * last month and quarter, and of a year that has just ended.
 * @param askedAt when a screen asked last, by `performance.now`
 * @param isWanted asked between two stretches: no more once the book is closed
 * @param isCalm asked before the first: not while a book is loaded or a sync is at work
 */
export async function foreseeReports(
  { register }: Pick<Session, 'register'>,
  askedAt: () => number,
  isWanted: () => boolean,
  isCalm: () => Promise<boolean>,
): Promise<void> {
  do {
    await rest(idle);
    if (!isWanted()) return;
  } while (!(await isCalm()));
  const today = register.today();
  const ended = periodKinds.map((kind) => periodBefore(kind, periodOn(kind, today)));
  const fresh = ended.filter(({ is, last }) => is !== 'year' || dayNumber(today) - dayNumber(last) <= fewDays);
  const { reports: forms } = register.folk.book.catalogue;
  const reports = [periodOn('month', today), ...fresh].flatMap((period) => {
    const form = formFor(forms, period);
    return form === undefined ? [] : [{ form, period }];
  });
  const walk = register.foresee(reports);
  for (let isDone = false; !isDone && isWanted(); ) {
    const until = performance.now() + stretch;
    while (!isDone && performance.now() < until) isDone = walk.advance(few);
    await rest(stretch);
    for (let at = askedAt(); performance.now() < at + quiet; at = askedAt()) await rest(quiet);
  }
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
