import { completedYears, dateOfDay, dayNumber, yearsBefore } from './calendar.ts';
import { drawName, type Sex, surnames } from './person-name.ts';
import { shareByPyramid } from './pyramid.ts';
import type { Random } from './random.ts';

/** One invented person. Links are objects here; they become record ids when the ops are written. */
export interface Villager {
  readonly sex: Sex;
  readonly birthDate: string;
  readonly age: number;
  surname: string;
  name: string;
  marital: 'single' | 'married' | 'divorced' | 'widowed';
  relation: string;
  mother?: Villager;
  father?: Villager;
  spouse?: Villager;
}

export interface Couple {
  readonly husband: Villager;
  readonly wife: Villager;
}

export function makeVillager(random: Random, sex: Sex, birthDate: string, today: string): Villager {
  const surname = random.weighted(surnames);
  const name = drawName(random, sex, surname);
  const age = completedYears(birthDate, today);
  return { sex, birthDate, age, surname, name, marital: 'single', relation: 'other' };
}

/** Gives a family name to somebody who belongs to a family, e.g. a child its father's. */
export function rename(random: Random, villager: Villager, surname: string): void {
  villager.surname = surname;
  villager.name = drawName(random, villager.sex, surname);
}

/**
 * People of a village by the pyramid, in no order.
 * @param lastBirth nobody is born after this day, so that the month in hand begins without births
 */
export function drawVillagers(random: Random, people: number, today: string, lastBirth: string): Villager[] {
  const drawn = shareByPyramid(people).flatMap((cell) =>
    Array.from({ length: cell.people }, () => {
      const birth = dayNumber(yearsBefore(today, cell.firstAge + random.between(0, 4))) - random.between(0, 364);
      return makeVillager(random, cell.sex, dateOfDay(Math.min(birth, dayNumber(lastBirth))), today);
    }),
  );
  return random.shuffle(drawn);
}

/** Share of women who live in a marriage, by age. Invented: no table was found that could be cited. */
const marriedShare: readonly (readonly [fromAge: number, share: number])[] = [
  [80, 0.2],
  [70, 0.45],
  [60, 0.7],
  [50, 0.85],
  [30, 0.9],
  [25, 0.78],
  [20, 0.4],
  [18, 0.1],
];

/** Marries the village: each couple a few years apart, nobody twice. */
export function marry(random: Random, people: readonly Villager[]): readonly Couple[] {
  const men = new Set(people.filter((person) => person.sex === 'male' && person.age >= 20));
  const couples: Couple[] = [];
  for (const wife of people) {
    const share = marriedShare.find(([fromAge]) => wife.age >= fromAge)?.[1] ?? 0;
    if (wife.sex !== 'female' || !random.chance(share)) continue;
    const wanted = wife.age + random.between(0, 5);
    const husband = nearest([...men], (man) => Math.abs(man.age - wanted));
    if (husband === undefined || Math.abs(husband.age - wanted) > 8) continue;
    men.delete(husband);
    couples.push(joinCouple(husband, wife));
  }
  return couples;
}

export function joinCouple(husband: Villager, wife: Villager): Couple {
  husband.spouse = wife;
  wife.spouse = husband;
  husband.marital = 'married';
  wife.marital = 'married';
  return { husband, wife };
}

export function nearest<Item>(items: readonly Item[], distance: (item: Item) => number): Item | undefined {
  let found: { item: Item; distance: number } | undefined;
  for (const item of items) {
    const far = distance(item);
    if (found === undefined || far < found.distance) found = { item, distance: far };
  }
  return found?.item;
}
