import { type Chance, makeChance } from './chance.ts';
import { type Fields, makeScribe, type Scribe, type Written } from './scribe.ts';

/* People and homes of a random commune, as its writers know them: only so far as they need it to write what can be. */

export const villages = ['v1', 'v2', 'v3'] as const;
export const commune = 'c';
export const methods = ['iud', 'ster_m', 'ster_f', 'condom', 'pill', 'inject', 'implant', 'other'] as const;

export interface Home {
  readonly id: string;
  readonly village: string;
}

export interface Somebody {
  readonly id: string;
  readonly sex: string;
  readonly birth: string;
  home: Home;
  residence: string;
  marital: string;
  spouse: Somebody | undefined;
  isHere: boolean;
  isDead: boolean;
  method: string;
  children: number;
  lastBirth: string;
  lastDivorce: string;
}

export interface Town {
  readonly chance: Chance;
  readonly scribe: Scribe;
  readonly homes: Home[];
  readonly people: Somebody[];
  /** In the book since today, by their own line only: nothing else is told of them before tomorrow. */
  readonly silent: Somebody[];
}

export interface Told {
  readonly lines: readonly Written[];
  /** First day on which anything may be told. */
  readonly first: string;
  readonly last: string;
}

export function ageOn(birth: string, day: string): number {
  const [year = 0, month = 1, date = 1] = birth.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1, thisDate = 1] = day.split('-').map(Number);
  return thisYear - year - (thisMonth < month || (thisMonth === month && thisDate < date) ? 1 : 0);
}

export function addHome(town: Town, village = town.chance.pick(villages)): Home {
  const { chance, scribe, homes } = town;
  const kind = chance.percent(6) ? 'collective' : 'family';
  const fields: Fields = { number: homes.length + 1, ...(chance.percent(96) ? { kind } : {}) };
  const home = { id: scribe.put('household', village, fields), village };
  homes.push(home);
  return home;
}

/** Somebody's day of birth at that age, known to the day, the month or the year, some on 29 February. */
export function birthAt(town: Town, age: number, day: string): string {
  const { chance } = town;
  const year = Number(day.slice(0, 4)) - age - 1;
  if (chance.percent(4)) return `${year - (year % 4)}-02-29`;
  const two = (number: number) => String(number).padStart(2, '0');
  const [month, date] = [two(chance.between(1, 12)), two(chance.between(1, 28))];
  if (age > 2 && chance.percent(10)) return chance.percent(60) ? `${year}` : `${year}-${month}`;
  return `${year}-${month}-${date}`;
}

interface Newcomer {
  readonly home: Home;
  readonly sex: string;
  readonly birth: string;
  readonly residence?: string;
  readonly marital?: string;
  /** Stands in the book from the start: these values are on the person's own line. */
  readonly isKnown?: boolean;
  readonly isGone?: 'left' | 'dead';
}

export function addPerson(town: Town, given: Newcomer): Somebody {
  const { home, sex, birth, residence = 'usual_present', marital = 'single', isKnown = false, isGone } = given;
  const opening = { household: home.id, residence, marital, status: isGone ?? 'active' };
  const person: Somebody = {
    id: town.scribe.put('person', home.village, {
      fullName: 'Người',
      sex,
      birthDate: birth,
      ...(isKnown ? opening : {}),
    }),
    sex,
    birth,
    home,
    residence,
    marital,
    spouse: undefined,
    isHere: isKnown && isGone === undefined,
    isDead: isGone === 'dead',
    method: '',
    children: 0,
    lastBirth: '',
    lastDivorce: '',
  };
  town.people.push(person);
  return person;
}

export function makeTown(seed: number): Town {
  const chance = makeChance(seed);
  return { chance, scribe: makeScribe(chance), homes: [], people: [], silent: [] };
}
