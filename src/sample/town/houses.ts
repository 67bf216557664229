import { carried, type Entry, fact, mended, newRecord } from '../book/entry.ts';
import { householdFields } from '../book/records.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import { drawName, type Sex, surnames } from '../people/person-name.ts';
import { type House, isAdult, isUsual, type Person, placeOf, type Town, type Village } from './town.ts';

/** Somebody whom the book has not met yet. */
export function drawStranger(town: Town, sex: Sex, born: number, surname = town.random.weighted(surnames)): Person {
  const { random } = town;
  return {
    id: '',
    knownAt: 0,
    sex,
    born,
    toldBorn: undefined,
    ethnicity: random.weighted([['01', 82] as const, ['02', 11] as const, ['07', 4] as const, ['09', 3] as const]),
    isYearOnly: false,
    isStill: false,
    isDouble: false,
    twin: undefined,
    surname,
    name: drawName(random, sex, surname),
    marital: 'single',
    relation: 'other',
    residence: 'usual_present',
    house: undefined,
    mother: undefined,
    father: undefined,
    spouse: undefined,
    method: undefined,
    children: 0,
    pregnancies: 0,
    isPregnant: false,
    gaveBirth: 0,
    since: 0,
  };
}

export function enter(person: Person, house: House, relation: string): void {
  person.house = house;
  person.relation = relation;
  house.members.push(person);
  if (isUsual(person)) house.village.lacking -= 1;
}

/** As `enter`, for a child that is born: it takes nobody's place. */
export function cradle(child: Person, house: House, relation: string): void {
  enter(child, house, relation);
  if (isUsual(child)) house.village.lacking += 1;
}

/** Out of the house; the person is gone unless they enter another. */
export function leave(person: Person): void {
  const { house } = person;
  if (house === undefined) return;
  house.members.splice(house.members.indexOf(person), 1);
  person.house = undefined;
  person.isPregnant = false;
  if (isUsual(person)) house.village.lacking += 1;
  if (house.members.length === 0) house.village.vacant += 1;
}

/** As `leave`, for the dead: nobody comes in their place. */
export function bury(person: Person): void {
  const village = person.house?.village;
  leave(person);
  if (village !== undefined && isUsual(person)) village.lacking -= 1;
}

/** A new household, not written yet. */
export function foundHouse(village: Village): House {
  const house: House = {
    id: '',
    knownAt: 0,
    village,
    number: village.nextNumber++,
    isCollective: false,
    isStill: false,
    members: [],
  };
  village.houses.push(house);
  village.vacant -= 1;
  return house;
}

export function houseEntry(town: Town, house: House): Entry {
  return newRecord('household', house, house.village.place, householdFields(town.random, house));
}

/** Takes somebody to another household of the commune. */
export function moveWithin(person: Person, house: House, relation: string, day: number): readonly Entry[] {
  const { relation: before, isPregnant } = person;
  leave(person);
  enter(person, house, relation);
  person.isPregnant = isPregnant;
  const moved = fact(
    'move_internal',
    house.village.place,
    { date: dateOfDay(day), asked: [] },
    { person, toHousehold: house },
  );
  const { place } = house.village;
  const put = before === relation ? [] : [mended('person', person, place, { relation })];
  return [moved, ...put, carried('person', person, place)];
}

/** Whether the house can spare this person: in the story's village no house is ever left without a grown one. */
export function canSpare(person: Person, day: number): boolean {
  const { house } = person;
  if (house?.village.isFixed !== true) return true;
  return house.members.some((other) => other !== person && isAdult(other, day));
}

/** After somebody left: children do not stay alone, and who stays has a head. */
export function settleRest(town: Town, house: House, day: number): void {
  if (house.isCollective || house.members.length === 0) return;
  const grown = house.members.filter((one) => isAdult(one, day) && !one.isDouble);
  if (grown.length === 0) takeIn(town, house, day);
  else if (!house.members.some(({ relation }) => relation === 'head')) nameHead(town, house, grown, day);
}

function takeIn(town: Town, house: House, day: number): void {
  const others = house.village.houses.filter(
    (other) =>
      other !== house && !other.isStill && !other.isCollective && other.members.some((one) => isAdult(one, day)),
  );
  if (others.length === 0) return;
  const host = town.random.pick(others);
  town.scribe.tell(
    day,
    [...house.members].flatMap((child) => moveWithin(child, host, 'other', day)),
  );
}

function nameHead(town: Town, house: House, grown: readonly Person[], day: number): void {
  const eldest = [...grown].sort((a, b) => a.born - b.born)[0];
  const head = grown.find(({ relation }) => relation === 'spouse') ?? eldest;
  if (head === undefined) return;
  const entries = house.members.flatMap((member) => {
    const relation = relationTo(head, member, day);
    if (relation === member.relation) return [];
    member.relation = relation;
    return [mended('person', member, placeOf(member), { relation })];
  });
  town.scribe.tell(day, entries);
}

/** How a member of a household stands to its head. */
export function relationTo(head: Person, member: Person, day: number): string {
  if (member === head) return 'head';
  if (member.spouse === head && member.marital === 'married') return 'spouse';
  if (isChildOf(member, head)) return 'child';
  if (isChildOf(head, member)) return 'parent';
  if (member.spouse !== undefined && isChildOf(member.spouse, head)) {
    return member.sex === 'female' ? 'daughter_in_law' : 'son_in_law';
  }
  const parents = [member.mother, member.father];
  if (parents.some((parent) => parent !== undefined && isChildOf(parent, head))) return 'grandchild';
  return yearsBetween(head.born, day) - yearsBetween(member.born, day) >= 40 ? 'grandchild' : 'other';
}

function isChildOf(child: Person, parent: Person): boolean {
  return child.mother === parent || child.father === parent || isStepChild(child, parent);
}

function isStepChild(child: Person, parent: Person): boolean {
  const { spouse } = parent;
  return spouse !== undefined && (child.mother === spouse || child.father === spouse);
}
