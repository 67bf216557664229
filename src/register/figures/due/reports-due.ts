import { isTabled, restDays } from '../../../catalogue/reports/holidays.ts';
import { type Period, readPeriod } from '../../../domain/calendar/period.ts';
import { workingDayAfter } from '../../../domain/calendar/working-days.ts';
import type { Closing, DueReport } from '../../../domain/figure/closing/closing.ts';
import type { ReportForm } from '../../../domain/figure/report.ts';
import type { Folk } from '../../folk.ts';
import type { Places } from '../../places.ts';
import { formsFor, type HandedForm, isStockForm } from '../closing/reported.ts';
import { answeringFor } from './answering.ts';
import { periodBefore, periodKinds, periodOn } from './periods.ts';

/** Working days after the period's end within which the commune sends (Thông tư 01/2022/TT-BYT; 03-DSX prints it). */
const daysToSend = 5;

/** So many periods of a kind are looked back on. */
const mostOwed = 12;

/**
 * What ended before that day and is to be handed in: of each kind the last period; and those before it, back to the first
 * that was ever frozen in this book, for a month that was left out is still owed.
 */
function endedReports(
  forms: readonly ReportForm[],
  own: readonly Closing[],
  today: string,
): readonly { readonly form: HandedForm; readonly period: Period }[] {
  return periodKinds.flatMap((kind) => {
    const last = periodBefore(kind, periodOn(kind, today));
    const ended = formsFor(forms, last).map((form) => ({ form, period: last }));
    const begun = new Map(ended.map(({ form }) => [form.code, firstFrozen(own, form.code)]));
    const [earliest = last.first] = [...begun.values()].filter((day) => day !== undefined).sort();
    let period = last;
    for (let back = 1; back < mostOwed && period.first > earliest; back += 1) {
      period = periodBefore(kind, period);
      const { first } = period;
      const owed = formsFor(forms, period).filter(({ code }) => first >= (begun.get(code) ?? last.first));
      for (const form of owed) ended.push({ form, period });
    }
    return ended;
  });
}

/** First day of the earliest period of which this form was frozen. */
function firstFrozen(own: readonly Closing[], code: string): string | undefined {
  const days = own
    .filter(({ form }) => form === code)
    .flatMap(({ period }) => {
      const read = readPeriod(period);
      return read.ok ? [read.value.first] : [];
    });
  return days.sort()[0];
}

export function deadlineOf({ last }: Period): Pick<DueReport, 'deadline' | 'isSure'> {
  const deadline = workingDayAfter(last, daysToSend, restDays);
  return { deadline, isSure: isTabled(deadline) };
}

/** What is to be handed in, and whatever came back; the nearest deadline first. */
export function reportsDue(folk: Folk, closings: readonly Closing[], today: string): readonly DueReport[] {
  const { places } = folk;
  const latest = closings.filter((one) => one.isLatest && one.place === places.commune());
  const ended = endedReports(folk.book.catalogue.reports, latest, today).filter(
    ({ form, period }) => !isStockForm(form) || hasMoved(folk, period),
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
