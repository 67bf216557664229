import { dayBefore } from '../../domain/calendar/civil-date.ts';
import { type Period, readPeriod } from '../../domain/calendar/period.ts';
import { formFor } from '../../domain/figure/report.ts';
import type { Session } from '../session.ts';

/** ms after which the phone is likely to have nothing to do. */
const idle = 6_000;
/** ms at a stretch, and as long again for whatever else the phone has to do. */
const stretch = 10;
/** Records between two looks at the clock. */
const few = 25;

/**
 * Works out, while nobody waits for it, what the reports rest on that are opened most: this month's and the last one's.
 * @param isWanted asked between two stretches: no more once the book is closed
 */
export async function foreseeReports(
  { register, store }: Pick<Session, 'register' | 'store'>,
  isWanted: () => boolean,
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, idle));
  if (!isWanted() || !(await store.isWhole())) return;
  const today = register.today();
  const months = [today, dayBefore(`${today.slice(0, 7)}-01`)].map(monthOf);
  const { reports: forms } = register.folk.book.catalogue;
  const reports = months.flatMap((period) => {
    const form = formFor(forms, period);
    return form === undefined ? [] : [{ form, period }];
  });
  const walk = register.foresee(reports);
  for (let isDone = false; !isDone && isWanted(); ) {
    const until = performance.now() + stretch;
    while (!isDone && performance.now() < until) isDone = walk.advance(few);
    await new Promise((resolve) => setTimeout(resolve, stretch));
  }
}

function monthOf(day: string): Period {
  const read = readPeriod(day.slice(0, 7));
  if (!read.ok) throw new RangeError(`no day: ${day}`);
  return read.value;
}
