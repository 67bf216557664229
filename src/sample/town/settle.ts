import { dayNumber } from '../chance/calendar.ts';
import { makeRandom } from '../chance/random.ts';
import { recordBirth } from '../life/births.ts';
import { makeDemoHousehold } from '../people/demo-household.ts';
import type { HouseholdPlan } from '../people/household.ts';
import { drawVillage } from '../people/village.ts';
import type { Villager, Window } from '../people/villager.ts';
import { drawStranger } from './houses.ts';
import { soilHouse } from './soil.ts';
import type { House, Person, Residence, Town, Village } from './town.ts';

/* The people as the book opens. */

interface VillageOptions {
  readonly seed: number;
  readonly households: number;
  readonly hasStory: boolean;
  readonly hasCollective: boolean;
}

/** Draws a village of so many households, by a chance of its own, so that one village does not move another. */
export function settleVillage(town: Town, village: Village, options: VillageOptions, window: Window): void {
  const random = makeRandom(options.seed);
  const others = options.households - (options.hasStory ? 1 : 0) - (options.hasCollective ? 1 : 0);
  const plans = drawVillage(random, others, window);
  const story = options.hasStory ? makeDemoHousehold(random, window.today) : undefined;
  if (story !== undefined) plans.splice(Math.min(plans.length, 11), 0, story);
  for (const plan of plans) settle(town, village, plan, plan === story);
  if (options.hasStory) settleLodger(town, village);
  if (options.hasCollective) settleCollective(town, village);
}

function newHouse(village: Village, isStill: boolean, isCollective: boolean): House {
  const number = village.nextNumber++;
  const house: House = { id: '', knownAt: 0, village, number, isCollective, isStill, members: [] };
  village.houses.push(house);
  return house;
}

function settle(town: Town, village: Village, plan: HouseholdPlan, isStill: boolean): void {
  const house = newHouse(village, isStill, false);
  const ethnicity = drawStranger(town, 'male', 0).ethnicity;
  const persons = new Map(plan.members.map((one) => [one, personOf(town, one, ethnicity, isStill)]));
  for (const [villager, person] of persons) link(villager, person, persons);
  for (const person of persons.values()) spaceChildren([...persons.values()].filter(({ mother }) => mother === person));
  for (const person of persons.values()) {
    if (person.born < town.opens) moveTo(person, house);
    else recordBirth(town, person, house);
  }
  if (!isStill) soilHouse(town, house);
}

function moveTo(person: Person, house: House): void {
  person.house = house;
  house.members.push(person);
  const { mother, born } = person;
  if (mother === undefined) return;
  mother.children += 1;
  mother.gaveBirth = Math.max(mother.gaveBirth, born);
}

function personOf(town: Town, villager: Villager, ethnicity: string, isStill: boolean): Person {
  const { random } = town;
  const { sex, age, surname, name, marital, relation } = villager;
  const stranger = drawStranger(town, sex, dayNumber(villager.birthDate), surname);
  const residence: Residence = isStill
    ? 'usual_present'
    : random.weighted([
        ['usual_present', 95] as const,
        ['usual_absent', age >= 18 && age < 40 ? 8 : 1] as const,
        ['temporary', 1] as const,
      ]);
  // Old people often know the year only: unknown is blank, never invented.
  const isYearOnly = age >= 70 && random.chance(0.2);
  return { ...stranger, ethnicity, isYearOnly, name, marital, relation, residence };
}

function link(villager: Villager, person: Person, persons: ReadonlyMap<Villager, Person>): void {
  const found = (other: Villager | undefined) => (other === undefined ? undefined : persons.get(other));
  person.mother = found(villager.mother);
  person.father = found(villager.father);
  person.spouse = found(villager.spouse);
}

/** Days between two children of one mother, at least. */
const rest = 300;

/** Birthdays are drawn one by one: of two who came too close the elder is older by the book. Nothing else moves. */
function spaceChildren(children: readonly Person[]): void {
  let next = Number.POSITIVE_INFINITY;
  for (const child of [...children].sort((a, b) => b.born - a.born)) {
    if (next - child.born < rest) child.toldBorn = next - rest - (child.born % 60);
    next = child.toldBorn ?? child.born;
  }
}

/** A young woman who lives with neighbours of the story's family for a while: served, and never counted. */
function settleLodger(town: Town, village: Village): void {
  const house = village.houses.findLast(({ isStill }) => !isStill);
  if (house === undefined) return;
  const lodger = drawStranger(town, 'female', town.opens - 22 * 365);
  const since = town.opens - 40;
  house.members.push({ ...lodger, isStill: true, residence: 'temporary', since, house });
}

/** Workers, pupils or monks under one roof, most of them for a while only, and nobody's head. */
function settleCollective(town: Town, village: Village): void {
  const { random } = town;
  const house = newHouse(village, false, true);
  for (let count = random.between(6, 14); count > 0; count--) {
    const born = town.opens - random.between(19 * 365, 40 * 365);
    const person = drawStranger(town, random.pick(['male', 'female'] as const), born);
    person.residence = random.chance(0.85) ? 'temporary' : 'usual_present';
    person.since = town.opens - random.between(30, 700);
    person.house = house;
    house.members.push(person);
  }
}
