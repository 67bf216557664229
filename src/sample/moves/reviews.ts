import { fact } from '../book/entry.ts';
import { newcomer } from '../book/records.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import { canSpare, drawStranger, enter, leave, settleRest } from '../town/houses.ts';
import { type House, housesOf, type Month, monthly, type Person, placeOf, type Town } from '../town/town.ts';

/** What a check of the book finds: people who were missed, people who are long gone or stand twice. Rates are invented. */
export function planReviews(town: Town, month: Month): void {
  for (const house of housesOf(town)) {
    const double = house.members.find(({ isDouble }) => isDouble);
    const review = (act: (day: number) => void) => {
      const day = town.random.between(month.first, month.end - 1);
      town.agenda.push(day, () => act(day));
    };
    if (double !== undefined && monthly(town, 0.2)) review((day) => settleDouble(town, double, day));
    if (monthly(town, 0.003)) review((day) => addMissed(town, house, day));
    if (monthly(town, 0.003)) review((day) => strikeGone(town, house, day));
  }
}

function addMissed(town: Town, house: House, day: number): void {
  if (house.members.length === 0) return;
  const { random } = town;
  const person = drawStranger(town, random.pick(['male', 'female'] as const), day - random.between(2 * 365, 60 * 365));
  enter(person, house, 'other');
  const { place } = house.village;
  const reason = random.pick(['missed', 'returned']);
  const told = { date: dateOfDay(day), residence: 'usual_present', marital: 'single', reason, asked: [] };
  town.scribe.tell(day, [
    newcomer(random, person, place, day),
    fact('review_add', place, told, { person, household: house }),
  ]);
}

function strikeGone(town: Town, house: House, day: number): void {
  const gone = house.members.find(
    (one) => one.relation !== 'head' && yearsBetween(one.born, day) > 20 && !one.isPregnant,
  );
  if (gone !== undefined && canSpare(gone, day)) strike(town, gone, 'gone', day);
}

/** A second line is ruled through, or joined with the first: then both are one person from the beginning. */
function settleDouble(town: Town, double: Person, day: number): void {
  const { house, twin } = double;
  if (house === undefined || twin?.house === undefined || town.random.chance(0.4)) {
    strike(town, double, 'twice', day);
    return;
  }
  const told = { date: dateOfDay(day), note: 'Một người ghi hai dòng' };
  town.scribe.tell(day, [fact('alias', house.village.place, told, { person: twin, other: double })]);
  leave(double);
}

function strike(town: Town, person: Person, reason: string, day: number): void {
  const { house } = person;
  if (house === undefined) return;
  const told = { date: dateOfDay(day), reason, asked: [] };
  town.scribe.tell(day, [fact('review_remove', placeOf(person), told, { person })]);
  leave(person);
  settleRest(town, house, day);
}
