import { civilDay, clockTime } from '../../domain/calendar/civil-date.ts';
import { formatDate } from '../../domain/calendar/partial-date.ts';

/** "14:05 25/11/2026" */
export function spellMoment(moment: number): string {
  return `${clockTime(moment)} ${formatDate(civilDay(moment))}`;
}
