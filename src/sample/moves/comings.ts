import { type Entry, fact } from '../book/entry.ts';
import { newcomer } from '../book/records.ts';
import { drawMethod } from '../care/methods.ts';
import { dateOfDay } from '../chance/calendar.ts';
import { drawStranger, enter, foundHouse, houseEntry } from '../town/houses.ts';
import { type House, type Month, monthly, type Person, type Residence, type Town, type Village } from '../town/town.ts';
import { drawTown } from './elsewhere.ts';

/** Who comes: somebody for everybody who went, and workers for a while. */
export function planComings(town: Town, month: Month): void {
  for (const village of town.villages) {
    const isBusy = village.lacking >= 1 && town.random.chance(Math.min(0.9, village.lacking / 4));
    if (isBusy) receive(town, month, village, 'usual_present');
    // About four of 1,000 people, a year.
    if (monthly(town, village.houses.length * 0.015)) receive(town, month, village, 'temporary');
  }
}

function receive(town: Town, month: Month, village: Village, residence: Residence): void {
  const day = town.random.between(month.first, month.end - 1);
  town.agenda.push(day, () => {
    const open = village.houses.filter(
      (house) => !house.isStill && house.members.length > 0 && house.members.length < 7,
    );
    if (open.length === 0) return;
    const person = drawArrival(town, day, town.random.between(17, 42));
    person.residence = residence;
    person.since = day;
    arrive(town, town.random.pick(open), [[person, 'other']], day);
  });
}

function drawArrival(town: Town, day: number, age: number, surname?: string): Person {
  const sex = town.random.chance(0.5) ? 'male' : 'female';
  return drawStranger(town, sex, day - age * 365 - town.random.between(2, 363), surname);
}

/** Writes newcomers and their coming; `first` goes before them in the same transaction. */
function arrive(
  town: Town,
  house: House,
  comers: readonly (readonly [Person, string])[],
  day: number,
  first: readonly Entry[] = [],
): void {
  const { place } = house.village;
  const from = drawTown(town);
  for (const [person, relation] of comers) enter(person, house, relation);
  const persons = comers.map(([person]) => person);
  const arrivals = persons.map((person) => {
    const { residence, marital } = person;
    const told = { date: dateOfDay(day), residence, marital, from, asked: [] };
    return fact('move_in', place, told, { person, household: house });
  });
  town.scribe.tell(day, [...first, ...persons.map((person) => newcomer(town.random, person, place, day)), ...arrivals]);
}

/** A couple, often with a child, into a house that stands empty. */
export function settleFamily(town: Town, village: Village, day: number): void {
  const { random } = town;
  const house = foundHouse(village);
  const age = random.between(24, 45);
  const husband = { ...drawArrival(town, day, age), sex: 'male' as const };
  const wife = drawStranger(town, 'female', husband.born + random.between(0, 1400));
  husband.name = drawStranger(town, 'male', husband.born, husband.surname).name;
  for (const [one, other] of [
    [husband, wife],
    [wife, husband],
  ] as const) {
    one.marital = 'married';
    one.spouse = other;
  }
  const children = random.chance(0.6) ? [drawChild(town, husband, wife, day)] : [];
  wife.children = children.length;
  if (random.chance(0.6)) wife.method = drawMethod(random, wife);
  const comers = [[husband, 'head'], [wife, 'spouse'], ...children.map((child) => [child, 'child'] as const)] as const;
  arrive(town, house, comers, day, [houseEntry(town, house)]);
}

function drawChild(town: Town, father: Person, mother: Person, day: number): Person {
  const oldest = Math.floor((day - mother.born) / 365) - 19;
  const child = drawArrival(town, day, town.random.between(0, Math.max(0, Math.min(15, oldest))), father.surname);
  return { ...child, ethnicity: father.ethnicity, father, mother };
}
