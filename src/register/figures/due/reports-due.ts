import { isTabled, restDays } from '../../../catalogue/reports/holidays.ts';
import { dayBefore } from '../../../domain/calendar/civil-date.ts';
import { type Period, readPeriod } from '../../../domain/calendar/period.ts';
import { workingDayAfter } from '../../../domain/calendar/working-days.ts';
import type { Closing, DueReport } from '../../../domain/figure/closing/closing.ts';
import type { Folk } from '../../folk.ts';
import type { Places } from '../../places.ts';
import { formsFor, isStockForm } from '../closing/reported.ts';
import { answeringFor } from './answering.ts';

/** Working days after the period's end within which the commune sends (Thông tư 01/2022/TT-BYT; 03-DSX prints it). */
const daysToSend = 5;

/** The last period of each kind that has ended on that day: month, quarter, year. */
function endedPeriods(today: string): readonly Period[] {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const lastMonth = dayBefore(`${today.slice(0, 7)}-01`).slice(0, 7);
  const quarter = Math.ceil(month / 3);
  const lastQuarter = quarter === 1 ? `${year - 1}-Q4` : `${year}-Q${quarter - 1}`;
  return [lastMonth, lastQuarter, String(year - 1)].flatMap((text) => {
    const read = readPeriod(text);
    return read.ok ? [read.value] : [];
  });
}

export function deadlineOf({ last }: Period): Pick<DueReport, 'deadline' | 'isSure'> {
  const deadline = workingDayAfter(last, daysToSend, restDays);
  return { deadline, isSure: isTabled(deadline) };
}

/** What is to be handed in: of each kind the last period, and whatever came back; the nearest deadline first. */
export function reportsDue(folk: Folk, closings: readonly Closing[], today: string): readonly DueReport[] {
  const { places } = folk;
  const latest = closings.filter((one) => one.isLatest && one.place === places.commune());
  const ended = endedPeriods(today).flatMap((period) =>
    formsFor(folk.book.catalogue.reports, period)
      .filter((form) => !isStockForm(form) || hasMoved(folk, period))
      .map((form) => ({ form, period })),
  );
  const due = ended.flatMap(({ form, period }): readonly DueReport[] => {
    const known = latest.find((one) => one.form === form.code && one.period === period.text);
    if (isWithLevelAbove(places, closings, form.code, period)) return [];
    const is = (known && standingOf(known)) ?? 'open';
    return [{ form: form.code, period: period.text, ...deadlineOf(period), is }];
  });
  const back = latest.flatMap((one): readonly DueReport[] => {
    const [is, read] = [standingOf(one), readPeriod(one.period)];
    const isListed = due.some(({ form, period }) => form === one.form && period === one.period);
    if (is === undefined || isListed || !read.ok) return [];
    return [{ form: one.form, period: one.period, ...deadlineOf(read.value), is }];
  });
  return [...due, ...back].sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
}

/** A commune that keeps no stores in this book has nothing to say of them. */
function hasMoved({ stock }: Folk, { last }: Period): boolean {
  for (const { date } of stock.movements()) if (date <= last) return true;
  return false;
}

/** Also what the communes that went into this one handed in, each for its own. */
function isWithLevelAbove(places: Places, closings: readonly Closing[], form: string, period: Period): boolean {
  return answeringFor(places, closings, form, period).every(
    ({ closing }) => closing !== undefined && standingOf(closing) === undefined,
  );
}

/** Why a frozen report is still to be done; `undefined` where it is with the level above. */
function standingOf({ state, standing }: Closing): Exclude<DueReport['is'], 'open'> | undefined {
  if (state === 'returned') return 'returned';
  return standing === 'confirmed' ? undefined : 'waiting';
}
