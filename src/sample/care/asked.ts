import type { Fields } from '../../domain/value.ts';
import { fact } from '../book/entry.ts';
import { dateOfDay } from '../chance/calendar.ts';
import { isAdult, type Person, peopleOf, placeOf, type Town } from '../town/town.ts';

/*
 * What was asked again in the last weeks and is as the book says, and what a few people want corrected or deleted. Who it
 * is follows from the day of birth: no chance is drawn, so that all before it stays as it was drawn. Shares are invented.
 */

const wish = 'Muốn sửa lại số điện thoại, số cũ không dùng nữa';

/** @param day the last day that is told of */
export function tellAsked(town: Town, day: number): void {
  for (const person of peopleOf(town)) {
    const about = aboutWhat(person, day);
    if (about !== undefined) tellOf(town, person, 'confirmation', day - 20, { about });
    if (!isAdult(person, day) || person.born % 997 !== 0) continue;
    tellOf(town, person, 'request', day - 18, { wish });
    if (person.born % 2 === 0) tellOf(town, person, 'request_answer', day - 5, { outcome: 'done' });
  }
}

/** What is asked of somebody, where it is asked at all: of every third. */
function aboutWhat({ born, isYearOnly, residence, since }: Person, day: number): string | undefined {
  if (born % 3 !== 0) return undefined;
  if (residence === 'usual_absent' && day - since > 200) return 'away';
  return isYearOnly ? 'birth_date' : undefined;
}

function tellOf(town: Town, person: Person, kind: string, day: number, told: Fields): void {
  town.scribe.tell(day, [fact(kind, placeOf(person), { date: dateOfDay(day), ...told, asked: [] }, { person })]);
}
