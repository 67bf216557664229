import { completeDate, isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { Days } from '../../domain/calendar/period.ts';
import type { Value } from '../../domain/value.ts';

/** Whether a fact of that date happened on these days: a partial one on its first, an unreadable one on none. */
export function isWithin(date: Value | undefined, { first, last }: Days): boolean {
  if (typeof date !== 'string') return false;
  // Whole dates are compared as they stand: of a commune's facts most are of other years.
  if (date.length === 10 && (date < first || date > last)) return false;
  if (!isPartialDate(date)) return false;
  const day = completeDate(date);
  return day >= first && day <= last;
}
