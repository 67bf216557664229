import { dayBefore } from '../../../domain/calendar/civil-date.ts';
import { type Period, readPeriod } from '../../../domain/calendar/period.ts';

/** Kinds of periods that reports are made for. */
export const periodKinds = ['month', 'quarter', 'year'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The period of a kind that a day lies in. */
export function periodOn(kind: PeriodKind, day: string): Period {
  const [year, month] = [day.slice(0, 4), Number(day.slice(5, 7))];
  const texts = { month: day.slice(0, 7), quarter: `${year}-Q${Math.ceil(month / 3)}`, year };
  const read = readPeriod(texts[kind]);
  if (!read.ok) throw new RangeError(`no day: ${day}`);
  return read.value;
}

export function periodBefore(kind: PeriodKind, { first }: Pick<Period, 'first'>): Period {
  return periodOn(kind, dayBefore(first));
}
