import type { Random } from '../chance/random.ts';
import { birthsByMotherGroup } from './pyramid.ts';
import { type Couple, nearest, rename, type Villager } from './villager.ts';

/** People who live and move together: a couple with children, or somebody alone. */
export interface Family {
  readonly adults: readonly Villager[];
  readonly children: Villager[];
}

const oldestChild = 24;

/** Children go to mothers of a fitting age, by the ages at which women give birth; whoever is left stands alone. */
export function formFamilies(random: Random, people: readonly Villager[], couples: readonly Couple[]): Family[] {
  const families = couples.map(({ husband, wife }): CoupleFamily => ({ adults: [husband, wife], children: [], wife }));
  const alone: Family[] = [];
  for (const person of people) {
    if (person.spouse !== undefined) continue;
    const family = person.age <= oldestChild ? findMother(random, person, families) : undefined;
    if (family === undefined) alone.push({ adults: [settleAlone(random, person)], children: [] });
    else adoptChild(random, person, family);
  }
  return [...families, ...alone];
}

interface CoupleFamily extends Family {
  readonly wife: Villager;
}

function findMother(random: Random, child: Villager, families: readonly CoupleFamily[]): CoupleFamily | undefined {
  const ageAtBirth = random.weighted(birthsByMotherGroup) + random.between(0, 4);
  const fitting = families.filter(({ wife }) => wife.age - child.age >= 17 && wife.age - child.age <= 44);
  return nearest(
    fitting,
    ({ wife, children }) => Math.abs(wife.age - child.age - ageAtBirth) + children.length ** 2 * 2 + random.unit(),
  );
}

function adoptChild(random: Random, child: Villager, family: CoupleFamily): void {
  const [father] = family.adults;
  child.mother = family.wife;
  if (father !== undefined) {
    child.father = father;
    rename(random, child, father.surname);
  }
  family.children.push(child);
}

function settleAlone(random: Random, person: Villager): Villager {
  if (person.age >= 60) person.marital = random.chance(0.85) ? 'widowed' : 'single';
  else if (person.age >= 30) person.marital = random.pick(['single', 'single', 'divorced', 'widowed'] as const);
  return person;
}

/** Age of the elder adult: what decides who is whose parent under one roof. */
export function familyAge(family: Family): number {
  return Math.max(...family.adults.map((adult) => adult.age));
}
