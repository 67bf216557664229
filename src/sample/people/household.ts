import type { Random } from '../chance/random.ts';
import { type Family, familyAge } from './family.ts';
import { rename, type Villager } from './villager.ts';

/** Everybody under one roof, the head first. */
export interface HouseholdPlan {
  readonly members: Villager[];
}

/** A generation, in years: who is that much older lives here as a parent, that much younger as a child. */
const generation = 17;

/**
 * Exactly `count` households out of the families: the likeliest to keep a house do so, the others live with them.
 */
export function formHouseholds(random: Random, families: readonly Family[], count: number): HouseholdPlan[] {
  const enough = spreadOut(families, count);
  const ranked = enough
    .map((family) => ({ family, rank: standing(family) + random.unit() * 1.5 }))
    .sort((a, b) => b.rank - a.rank)
    .map(({ family }) => family);
  const founded = ranked.slice(0, count).map((family) => ({ family, plan: found(random, family) }));
  for (const family of ranked.slice(count)) join(random, family, founded);
  return founded.map(({ plan }) => plan);
}

/** A village of tiny households has fewer families than houses: the eldest children then live alone. */
function spreadOut(families: readonly Family[], count: number): Family[] {
  const all = [...families];
  while (all.length < count) {
    const crowded = all.reduce((most, family) => (family.children.length > most.children.length ? family : most));
    const leaver = crowded.children.sort((a, b) => b.age - a.age).shift();
    if (leaver === undefined) throw new RangeError('more households than people');
    all.push({ adults: [leaver], children: [] });
  }
  return all;
}

function standing(family: Family): number {
  const age = familyAge(family);
  if (family.children.length > 0) return 4;
  if (family.adults.length > 1) return age >= 28 && age < 60 ? 3 : 2;
  return age >= 60 ? 1.8 : age < 18 ? -9 : 0.5;
}

function found(random: Random, family: Family): HouseholdPlan {
  const isWifeHead = family.adults.length > 1 && random.chance(0.18);
  const [head, partner] = isWifeHead ? [...family.adults].reverse() : family.adults;
  if (head === undefined) throw new RangeError('a family without adults');
  head.relation = 'head';
  if (partner !== undefined) partner.relation = 'spouse';
  for (const child of family.children) child.relation = 'child';
  return { members: [head, ...(partner ? [partner] : []), ...family.children] };
}

interface Founded {
  readonly family: Family;
  readonly plan: HouseholdPlan;
}

function join(random: Random, family: Family, houses: readonly Founded[]): void {
  const candidates = Array.from({ length: 12 }, () => random.pick(houses));
  const age = familyAge(family);
  const fits = (house: Founded) => Math.abs(age - familyAge(house.family)) >= generation && !isTaken(family, house);
  const roomiest = (a: Founded, b: Founded) => a.plan.members.length - b.plan.members.length;
  const host = candidates.filter(fits).sort(roomiest)[0] ?? candidates.sort(roomiest)[0];
  if (host === undefined) throw new RangeError('no house to live in');
  if (!fits(host)) for (const adult of family.adults) adult.relation = 'other';
  else if (age > familyAge(host.family)) joinAsParents(random, family, host);
  else joinAsYoung(random, family, host);
  for (const child of family.children) child.relation = child.age < generation ? 'grandchild' : 'other';
  host.plan.members.push(...family.adults, ...family.children);
}

/** One pair of parents, one young family: more under one roof would be odd. */
function isTaken(family: Family, house: Founded): boolean {
  const relation = familyAge(family) > familyAge(house.family) ? 'parent' : 'child';
  const grown = house.plan.members.filter((member) => member.relation === relation && member.mother === undefined);
  return grown.length > 0 || house.plan.members.length > 6;
}

function joinAsParents(random: Random, family: Family, host: Founded): void {
  for (const parent of family.adults) {
    parent.relation = 'parent';
    const head = host.family.adults[0];
    if (parent.sex === 'male' && head !== undefined) rename(random, parent, head.surname);
  }
}

function joinAsYoung(random: Random, family: Family, host: Founded): void {
  const [first, second] = family.adults;
  const father = host.family.adults.find((adult) => adult.sex === 'male');
  if (first !== undefined) {
    first.relation = 'child';
    if (father !== undefined && first.mother === undefined) rename(random, first, father.surname);
  }
  if (second !== undefined) second.relation = second.sex === 'female' ? 'daughter_in_law' : 'son_in_law';
}
