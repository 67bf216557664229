import type { InterfaceWords } from '../../i18n/vi.ts';
import { dayBefore, daysBetween, spellDate } from '../civil-time.ts';

/** "26 tuổi" for a birth date; "Hôm qua" or "5 ngày trước" for the day of an event; a future day is said at once. */
export function wordDistance(date: string, today: string, isBirth: boolean, words: InterfaceWords): string {
  const whole = date.length === 10 ? date : `${date.length === 7 ? date : `${date}-01`}-01`;
  if (daysBetween(whole, today) < 0) return words.form.inFuture;
  if (isBirth) return words.household.age(completedYears(whole, today));
  if (date === today) return words.form.today;
  if (date === dayBefore(today)) return words.form.yesterday;
  const days = daysBetween(date, today);
  return days < 60 ? words.form.daysAgo(days) : spellDate(date);
}

/** Born on 29 February: the birthday of a common year is 1 March (indicators.md), which comparing the text gives. */
function completedYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}
