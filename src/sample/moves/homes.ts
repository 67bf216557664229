import { foundHouse, houseEntry, moveWithin, relationTo, settleRest } from '../town/houses.ts';
import {
  type House,
  housesOf,
  isAdult,
  type Month,
  monthly,
  type Person,
  type Town,
  type Village,
} from '../town/town.ts';
import { settleFamily } from './comings.ts';

/** Households that are given up and founded: as many of a village stand at the end as at the start. */
export function planHomes(town: Town, month: Month): void {
  for (const house of housesOf(town)) {
    if (!house.village.isFixed && !house.isCollective && monthly(town, mergingRate(house, month.first))) {
      town.agenda.push(town.random.between(month.first, month.end - 1), () => merge(town, house, month.first));
    }
  }
  for (const village of town.villages) {
    for (let turn = village.vacant; turn > 0; turn--) {
      if (town.random.chance(0.5))
        town.agenda.push(town.random.between(month.first, month.end - 1), () => found(town, village, month.end - 1));
    }
  }
}

/** On the last day every house that stands empty finds people. */
export function fillHouses(town: Town, day: number): void {
  for (const village of town.villages) {
    for (let turn = 0; village.vacant > 0 && turn < 1000; turn++) found(town, village, day);
  }
}

/** Old people alone go to live with others. */
function mergingRate(house: House, day: number): number {
  return house.members.length <= 2 && house.members.every(({ born }) => day - born > 68 * 365) ? 0.06 : 0;
}

function merge(town: Town, house: House, day: number): void {
  if (house.members.length === 0) return;
  const others = house.village.houses.filter(
    (other) =>
      other !== house && !other.isCollective && !other.isStill && other.members.some((one) => isAdult(one, day)),
  );
  if (others.length === 0) return;
  const host = town.random.pick(others);
  town.scribe.tell(
    day,
    [...house.members].flatMap((member) => moveWithin(member, host, 'parent', day)),
  );
}

/** A young couple leaves their parents' house, here or from another village; else strangers come. */
function found(town: Town, village: Village, day: number): void {
  if (village.vacant <= 0) return;
  const isNear = town.random.chance(0.7);
  const crowded = village.lacking >= 3 ? undefined : findCrowded(town, village, isNear, day);
  if (crowded === undefined) settleFamily(town, village, day);
  else split(town, crowded, village, day);
}

function findCrowded(town: Town, village: Village, isNear: boolean, day: number): Person | undefined {
  const from = isNear ? village : town.random.pick(town.villages);
  for (let turn = 0; turn < 40 && from.houses.length > 0; turn++) {
    const house = town.random.pick(from.houses);
    if (house.isStill || house.isCollective || house.members.length < 4) continue;
    const young = house.members.find((one) => canSplit(house, one, day));
    if (young !== undefined) return young;
  }
  return undefined;
}

function canSplit(house: House, person: Person, day: number): boolean {
  if (person.relation === 'head' || person.relation === 'spouse' || person.isDouble) return false;
  const hasGrown = house.members.filter((one) => isAdult(one, day)).length >= 3;
  return hasGrown && person.marital === 'married' && person.spouse?.house === house && !person.spouse.isDouble;
}

function split(town: Town, person: Person, village: Village, day: number): void {
  const from = person.house;
  const { spouse } = person;
  if (from === undefined || spouse === undefined) return;
  const head = person.sex === 'male' ? person : spouse;
  const children = from.members.filter(({ mother, father }) =>
    [mother, father].some((one) => one === person || one === spouse),
  );
  const movers = [...new Set([head, person, spouse, ...children.filter((child) => child.spouse === undefined)])];
  const house = foundHouse(village);
  const entries = movers.flatMap((mover) => moveWithin(mover, house, relationTo(head, mover, day), day));
  town.scribe.tell(day, [houseEntry(town, house), ...entries]);
  settleRest(town, from, day);
}
