import { fact } from '../book/entry.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import { type Month, peopleOf, placeOf, someDay, type Town } from '../town/town.ts';

/** A village's elders are called once a year, in a month of its own; about six of ten come. Invented share. */
export function planElderChecks(town: Town, month: Month): void {
  for (const person of peopleOf(town)) {
    if (yearsBetween(person.born, month.first) < 60) continue;
    const turn = ((person.house?.village.index ?? 0) % 6) + 4;
    if (!town.random.chance(turn === month.number ? 0.58 : 0.003)) continue;
    someDay(town, month, person, (day) => {
      const told = { date: dateOfDay(day), performedAt: 'Trạm Y tế xã', asked: [] };
      town.scribe.tell(day, [fact('elder_check', placeOf(person), told, { person })]);
    });
  }
}
