import { dayNumber } from '../../domain/calendar/civil-date.ts';
import { completeDate, formatDate } from '../../domain/calendar/partial-date.ts';
import type { InterfaceWords } from '../../i18n/vi.ts';
import { wordAge } from '../words/word-age.ts';

/** "26 tuổi" for a birth date; "Hôm qua" or "5 ngày trước" for the day of an event; a future day is said at once. */
export function wordDistance(date: string, today: string, isBirth: boolean, words: InterfaceWords): string {
  const days = dayNumber(today) - dayNumber(completeDate(date));
  if (days < 0) return words.form.inFuture;
  if (isBirth) return wordAge(date, today, words);
  if (days === 0) return words.form.today;
  if (days === 1) return words.form.yesterday;
  return days < 60 ? words.form.daysAgo(days) : formatDate(date);
}
