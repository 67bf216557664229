import { dayNumber } from '../../../domain/calendar/civil-date.ts';
import { formFor, type NamedReport } from '../../../domain/figure/report.ts';
import { periodBefore, periodKinds, periodOn } from '../../../register/figures/due/periods.ts';
import type { Register } from '../../../register/register.ts';

export { keepCounts, takeUpCounts } from './kept-counts.ts';

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

/** The phone is likely to have nothing to do. @returns `false` where that is wanted no more */
export async function waitForCalm(isWanted: () => boolean, isCalm: () => Promise<boolean>): Promise<boolean> {
  do {
    await rest(idle);
    if (!isWanted()) return false;
  } while (!(await isCalm()));
  return isWanted();
}

/** No screen has asked for a while. */
export async function waitForQuiet(askedAt: () => number): Promise<void> {
  for (let at = askedAt(); performance.now() < at + quiet; at = askedAt()) await rest(quiet);
}

/** Those that are opened most: this month's, those of the last month and quarter, and of a year that has just ended. */
export function reportsForeseen({ today: todayOf, folk }: Pick<Register, 'today' | 'folk'>): readonly NamedReport[] {
  const today = todayOf();
  const ended = periodKinds.map((kind) => periodBefore(kind, periodOn(kind, today)));
  const fresh = ended.filter(({ is, last }) => is !== 'year' || dayNumber(today) - dayNumber(last) <= fewDays);
  return [periodOn('month', today), ...fresh].flatMap((period) => {
    const form = formFor(folk.book.catalogue.reports, period);
    return form === undefined ? [] : [{ form, period }];
  });
}

/** Works out what these rest on. @returns whether anything of it was not counted before */
export async function foreseeReports(
  register: Pick<Register, 'foresee'>,
  reports: readonly NamedReport[],
  askedAt: () => number,
  isWanted: () => boolean,
): Promise<boolean> {
  const walk = register.foresee(reports);
  for (let isDone = false; !isDone && isWanted(); ) {
    const until = performance.now() + stretch;
    while (!isDone && performance.now() < until) isDone = walk.advance(few);
    await rest(stretch);
    await waitForQuiet(askedAt);
  }
  return walk.isNew;
}

function rest(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
