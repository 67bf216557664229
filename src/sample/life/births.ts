import { type Entry, fact, mended } from '../book/entry.ts';
import { newcomer } from '../book/records.ts';
import { planNewbornScreen } from '../care/newborn-screens.ts';
import { dateOfDay } from '../chance/calendar.ts';
import { drawName } from '../people/person-name.ts';
import { cradle, drawStranger } from '../town/houses.ts';
import { type House, onDay, type Person, placeOf, type Town } from '../town/town.ts';

/** Boys of 1,000 births: 111.5 of 100 girls (census 2019, World Population Prospects 2022). */
const boysOfThousand = 527;
const twinsOfThousand = 12;
/** Written down before it had a name, as "Trai" or "Gái" (TT 01/2022, sổ A0). */
const namelessOfThousand = 40;

/** One child, sometimes two, on that day, where the mother lives. */
export function giveBirth(town: Town, mother: Person, day: number): void {
  const { house } = mother;
  if (house === undefined) return;
  const isTwins = town.random.chance(twinsOfThousand / 1000);
  const firstOrder = isTwins ? mother.children + 1 : undefined;
  const children = Array.from({ length: isTwins ? 2 : 1 }, () => drawChild(town, mother, day));
  const entries = children.flatMap((child) => {
    cradle(child, house, relationOfNewborn(mother));
    mother.children += 1;
    return birthEntries(town, child, house, firstOrder);
  });
  mother.isPregnant = false;
  mother.gaveBirth = day;
  town.scribe.tell(day, entries);
  for (const child of children) follow(town, child, day);
}

/** A birth that was drawn beforehand, of the story's family. */
export function recordBirth(town: Town, child: Person, house: House): void {
  const { mother, relation } = child;
  if (mother === undefined) return;
  town.agenda.push(child.born, () => {
    cradle(child, house, relation);
    mother.children += 1;
    mother.gaveBirth = child.born;
    town.scribe.tell(child.born, birthEntries(town, child, house));
  });
}

function drawChild(town: Town, mother: Person, day: number): Person {
  const { random } = town;
  const father = mother.marital === 'married' ? mother.spouse : undefined;
  const sex = random.chance(boysOfThousand / 1000) ? 'male' : 'female';
  const child = drawStranger(town, sex, day, (father ?? mother).surname);
  if (random.chance(namelessOfThousand / 1000)) child.name = sex === 'male' ? 'Trai' : 'Gái';
  const residence = mother.residence === 'temporary' ? 'temporary' : 'usual_present';
  return { ...child, ethnicity: (father ?? mother).ethnicity, mother, father, residence, since: day };
}

/** @param firstOrder of twins, which of the mother's children the first of them is */
function birthEntries(town: Town, child: Person, house: House, firstOrder?: number): readonly Entry[] {
  const { mother, born, residence } = child;
  const told = {
    date: dateOfDay(born),
    order: mother?.children ?? 1,
    deliveryPlace: town.random.weighted([['station', 93] as const, ['home', 3] as const, ['elsewhere', 4] as const]),
    multiple: firstOrder !== undefined,
    ...(firstOrder === undefined ? {} : { firstOrder }),
    residence,
    asked: [],
  };
  const { place } = house.village;
  return [newcomer(town.random, child, place, born), fact('birth', place, told, { child, mother, household: house })];
}

function relationOfNewborn({ relation }: Person): string {
  if (relation === 'head' || relation === 'spouse') return 'child';
  return ['child', 'daughter_in_law', 'adopted'].includes(relation) ? 'grandchild' : 'other';
}

function follow(town: Town, child: Person, day: number): void {
  planNewbornScreen(town, child, day);
  const isNameless = child.name === 'Trai' || child.name === 'Gái';
  if (!isNameless || town.random.chance(0.2)) return;
  onDay(town, day + town.random.between(20, 90), child, (named) => giveName(town, child, named));
}

function giveName(town: Town, child: Person, day: number): void {
  const old = child.name;
  child.name = drawName(town.random, child.sex, child.surname);
  const told = { date: dateOfDay(day), field: 'fullName', old, new: child.name, asked: [] };
  town.scribe.tell(day, [
    mended('person', child, placeOf(child), { fullName: child.name }),
    fact('change_info', placeOf(child), told, { person: child }),
  ]);
}
