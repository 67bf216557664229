import { completedYears } from '../../domain/calendar/age.ts';
import { dayNumber } from '../../domain/calendar/civil-date.ts';
import { completeDate } from '../../domain/calendar/partial-date.ts';
import type { InterfaceWords } from '../../i18n/vi.ts';

/** Days in which an age is told in days, as mothers tell it. */
const aMonth = 31;

/** "26 tuổi"; of who is not a year old "3 tháng tuổi", "12 ngày tuổi", as far as the date is known; `''` before the birth. */
export function wordAge(birthDate: string, today: string, { household }: InterfaceWords): string {
  const years = birthDate === '' ? null : completedYears(birthDate, today);
  if (years === null) return '';
  if (years > 0) return household.age(years);
  if (birthDate.length === 4) return household.ageUnderOne;
  const days = dayNumber(today) - dayNumber(completeDate(birthDate));
  if (days < aMonth) return birthDate.length === 10 ? household.ageDays(days) : household.ageUnderOne;
  return household.ageMonths(monthsBetween(completeDate(birthDate), today));
}

function monthsBetween(from: string, to: string): number {
  const [year = 0, month = 0, day = 0] = from.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number);
  return (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
}
