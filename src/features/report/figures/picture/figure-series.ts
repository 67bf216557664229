import type { Period } from '../../../../domain/calendar/period.ts';
import { useAnswer } from '../../../../ui/hook/use-answer.ts';
import { civilToday } from '../../../../ui/words/today.ts';
import type { Screen } from '../../../screen.ts';

export interface PictureProps {
  readonly screen: Screen;
  readonly period: Period;
}

type Series = readonly (readonly (number | null)[])[];

/** Numbers of these indicators, period by period, of the commune or another place; nothing while they are worked out. */
export function useSeries(
  screen: Screen,
  keys: readonly string[],
  periods: readonly string[],
  place = screen.who.commune,
): Series | undefined {
  const about = `${place} ${periods.join()} ${keys.join()}`;
  return useAnswer(() => screen.phone.figureSeries(keys, periods, place), about, screen.revision.value)?.value;
}

/** What is counted in a month; of one that has not begun, nothing is said. */
export function countedIn(month: string, value: number | null | undefined): number | null {
  return month > civilToday().slice(0, 7) ? null : (value ?? 0);
}

/** The twelve months of a year: "2026-01" … */
export function monthsOf(year: number): readonly string[] {
  return Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
}
