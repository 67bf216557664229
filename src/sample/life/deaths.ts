import { fact } from '../book/entry.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import { deathRate } from '../people/mortality.ts';
import { bury, canSpare, settleRest } from '../town/houses.ts';
import { type Month, monthly, type Person, peopleOf, placeOf, someDay, type Town } from '../town/town.ts';

/** Who dies, by age; who was married to them is widowed. */
export function planDeaths(town: Town, month: Month): void {
  for (const person of peopleOf(town)) {
    if (!monthly(town, deathRate(person.sex, yearsBetween(person.born, month.first)))) continue;
    someDay(town, month, person, (day) => die(town, person, day));
  }
}

function die(town: Town, person: Person, day: number): void {
  const { house, spouse } = person;
  if (house === undefined || day <= person.born || !canSpare(person, day)) return;
  town.scribe.tell(day, [fact('death', placeOf(person), { date: dateOfDay(day), asked: [] }, { person })]);
  if (spouse?.spouse === person && spouse.marital === 'married') spouse.marital = 'widowed';
  bury(person);
  settleRest(town, house, day);
}
