import { fact, mended } from '../book/entry.ts';
import { newcomer } from '../book/records.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import { drawStranger, enter, leave } from '../town/houses.ts';
import { type House, housesOf, type Month, monthly, type Person, type Town } from '../town/town.ts';
import { drawTown } from './elsewhere.ts';

/** Few: mostly a child from outside the commune, now and then one of the same village. Invented rate. */
export function planAdoptions(town: Town, month: Month): void {
  for (const house of housesOf(town)) {
    if (house.isCollective || house.village.isFixed || !monthly(town, 0.0012)) continue;
    const day = town.random.between(month.first, month.end - 1);
    town.agenda.push(day, () => adopt(town, house, day));
  }
}

function adopt(town: Town, house: House, day: number): void {
  if (house.members.length === 0) return;
  const { random } = town;
  const { place } = house.village;
  const known = random.chance(0.3) ? findChild(town, house, day) : undefined;
  const child = known ?? drawStranger(town, random.pick(['male', 'female'] as const), day - random.between(200, 2900));
  if (known !== undefined) leave(known);
  enter(child, house, 'adopted');
  const told = { date: dateOfDay(day), residence: 'usual_present', from: known ? null : drawTown(town), asked: [] };
  const first = known ? mended('person', child, place, { relation: 'adopted' }) : newcomer(random, child, place, day);
  town.scribe.tell(day, [first, fact('adopt', place, told, { person: child, household: house })]);
}

function findChild(town: Town, house: House, day: number): Person | undefined {
  const others = house.village.houses.filter((other) => other !== house && !other.isStill && other.members.length > 3);
  if (others.length === 0) return undefined;
  return town.random
    .pick(others)
    .members.find(
      (one) => one.residence === 'usual_present' && !one.isDouble && yearsBetween(one.born, day) < 10 && one.born < day,
    );
}
