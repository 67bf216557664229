import { fact } from '../book/entry.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import { canSpare, leave, settleRest } from '../town/houses.ts';
import {
  type House,
  housesOf,
  isUsual,
  type Month,
  monthly,
  onDay,
  type Person,
  peopleOf,
  placeOf,
  someDay,
  type Town,
} from '../town/town.ts';
import { drawTown } from './elsewhere.ts';

/** Who leaves the commune: the young, temporary workers, now and then a whole household. Rates are invented. */
export function planGoings(town: Town, month: Month): void {
  for (const person of peopleOf(town)) {
    if (monthly(town, leavingRate(person, month.first))) {
      someDay(town, month, person, (day) => depart(town, person, day));
    }
  }
  for (const house of housesOf(town)) {
    if (!house.village.isFixed && !house.isCollective && monthly(town, 0.009)) leaveTogether(town, month, house);
  }
}

function leavingRate(person: Person, day: number): number {
  if (!isUsual(person)) return 0.35;
  const age = yearsBetween(person.born, day);
  if (person.marital === 'married' || person.isPregnant || age < 16) return 0.001;
  return age < 36 ? 0.04 : 0.002;
}

export function depart(town: Town, person: Person, on: number): void {
  onDay(town, on, person, (day) => {
    const { house } = person;
    if (house === undefined || day <= person.born || !canSpare(person, day)) return;
    tellDeparture(town, [person], day);
    settleRest(town, house, day);
  });
}

function tellDeparture(town: Town, persons: readonly Person[], day: number): void {
  const told = { date: dateOfDay(day), to: drawTown(town), asked: [] };
  const entries = persons.map((person) => fact('move_out', placeOf(person), told, { person }));
  for (const person of persons) leave(person);
  town.scribe.tell(day, entries);
}

function leaveTogether(town: Town, month: Month, house: House): void {
  const day = town.random.between(month.first, month.end - 1);
  town.agenda.push(day, () => {
    if (house.members.length > 0 && house.members.every(({ born }) => born < day))
      tellDeparture(town, [...house.members], day);
  });
}
