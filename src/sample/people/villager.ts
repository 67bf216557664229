import { completedYears, dateOfDay, dayNumber, yearsBefore } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import { deathsWithin } from './mortality.ts';
import { drawName, type Sex, surnames } from './person-name.ts';
import { type AgeCell, shareByPyramid } from './pyramid.ts';

export type Marital = 'single' | 'married' | 'divorced' | 'widowed';

/** One invented person as the book opens. Links are objects here; they become record ids when the ops are written. */
export interface Villager {
  readonly sex: Sex;
  readonly birthDate: string;
  /** Completed years when the book opens. */
  readonly age: number;
  surname: string;
  name: string;
  marital: Marital;
  relation: string;
  mother?: Villager;
  father?: Villager;
  spouse?: Villager;
}

export interface Couple {
  readonly husband: Villager;
  readonly wife: Villager;
}

/** @param day on which the book meets them, e.g. the day it opens */
export function makeVillager(random: Random, sex: Sex, birthDate: string, day: string): Villager {
  const surname = random.weighted(surnames);
  const name = drawName(random, sex, surname);
  const age = completedYears(birthDate, day);
  return { sex, birthDate, age, surname, name, marital: 'single', relation: 'other' };
}

/** Gives a family name to somebody who belongs to a family, e.g. a child its father's. */
export function rename(random: Random, villager: Villager, surname: string): void {
  villager.surname = surname;
  villager.name = drawName(random, villager.sex, surname);
}

/** From the day the book opens, `years` of facts before today. */
export interface Window {
  readonly opens: string;
  readonly today: string;
  readonly years: number;
}

/**
 * People who stand in the book as it opens, in no order: today's pyramid of `people` people without those who are born
 * since, and with those who have died since.
 */
export function drawVillagers(random: Random, people: number, window: Window): Villager[] {
  const drawn = shareByPyramid(people).flatMap((cell) => {
    const dead = deathsWithin(cell.sex, cell.firstAge + 2, window.years);
    const count = cell.people + drawCount(random, (cell.people * dead) / (1 - dead));
    return Array.from({ length: count }, () => drawOfCell(random, cell, window)).filter((one) => one !== undefined);
  });
  return random.shuffle(drawn);
}

function drawOfCell(random: Random, cell: AgeCell, { opens, today }: Window): Villager | undefined {
  const birth = dayNumber(yearsBefore(today, cell.firstAge + random.between(0, 4))) - random.between(0, 364);
  return birth < dayNumber(opens) ? makeVillager(random, cell.sex, dateOfDay(birth), opens) : undefined;
}

/** A whole number whose mean is `expected`. */
export function drawCount(random: Random, expected: number): number {
  return Math.floor(expected + random.unit());
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
  [18, 0.12],
  [16, 0.01],
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
