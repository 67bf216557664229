import type { Named } from '../book/entry.ts';
import type { Scribe } from '../book/scribe.ts';
import type { Queue } from '../chance/queue.ts';
import type { Random } from '../chance/random.ts';
import type { Sex } from '../people/person-name.ts';
import type { Marital } from '../people/villager.ts';

/* The invented commune as its years pass: who lives where, who is whose. Days are whole numbers since 1970-01-01. */

export type Residence = 'usual_present' | 'usual_absent' | 'temporary';

export interface Person extends Named {
  readonly sex: Sex;
  /** Day of birth. */
  readonly born: number;
  /** Day that the book says, where it is not that one. */
  toldBorn: number | undefined;
  readonly ethnicity: string;
  /** Only the year is known. */
  isYearOnly: boolean;
  /** Nothing happens to them: a second line of somebody, the story's lodger. */
  readonly isStill: boolean;
  /** The same person written twice. */
  readonly isDouble: boolean;
  /** Of a second line, whom it writes again. */
  readonly twin: Person | undefined;
  surname: string;
  name: string;
  marital: Marital;
  relation: string;
  residence: Residence;
  /** `undefined`: gone or dead. */
  house: House | undefined;
  mother: Person | undefined;
  father: Person | undefined;
  spouse: Person | undefined;
  method: string | undefined;
  /** Children born, as far as known. */
  children: number;
  pregnancies: number;
  isPregnant: boolean;
  /** Day of the last birth. */
  gaveBirth: number;
  /** Day on which they came as temporary residents. */
  since: number;
}

export interface House extends Named {
  readonly village: Village;
  readonly number: number;
  readonly isCollective: boolean;
  /** The story's family: nothing happens to it. */
  readonly isStill: boolean;
  readonly members: Person[];
}

export interface Village {
  /** Unit id. */
  readonly place: string;
  readonly index: number;
  readonly houses: House[];
  /** The story's village keeps its households: none is left, none founded. */
  readonly isFixed: boolean;
  nextNumber: number;
  /** Houses that stand empty and wait for others. */
  vacant: number;
  /** Usual residents who left and were not replaced. */
  lacking: number;
}

export interface Month {
  readonly first: number;
  /** First day of the next month. */
  readonly end: number;
  /** 1 to 12. */
  readonly number: number;
}

export interface Town {
  readonly random: Random;
  readonly scribe: Scribe;
  /** What is going to happen, by day. */
  readonly agenda: Queue<() => void>;
  readonly villages: readonly Village[];
  /** The day on which the book opens; nothing before it is told. */
  readonly opens: number;
}

/** What may happen to a town in a month: puts it on the agenda. */
export type Plan = (town: Town, month: Month) => void;

/** Everybody to whom something may happen, and every house where somebody lives: as they were when the last thing happened. */
interface Roll {
  readonly people: readonly Person[];
  readonly houses: readonly House[];
}

/** Called anew for every plan of every month: read once, until something happens. */
const rolls = new WeakMap<Town, Roll>();

export function peopleOf(town: Town): readonly Person[] {
  return rollOf(town).people;
}

export function housesOf(town: Town): readonly House[] {
  return rollOf(town).houses;
}

/** Something has happened. */
export function closeRoll(town: Town): void {
  rolls.delete(town);
}

function rollOf(town: Town): Roll {
  const known = rolls.get(town) ?? call(town);
  rolls.set(town, known);
  return known;
}

function call({ villages }: Town): Roll {
  const all = villages.flatMap((village) => village.houses);
  const houses = all.filter(({ isStill, members }) => !isStill && members.length > 0);
  return { houses, people: houses.flatMap(({ members }) => members.filter(({ isStill }) => !isStill)) };
}

export function placeOf(person: Person): string {
  return person.house?.village.place ?? '';
}

export function isUsual(person: Person): boolean {
  return person.residence !== 'temporary';
}

/** On a random day of the month, if the person is still here then. */
export function someDay(town: Town, month: Month, person: Person, act: (day: number) => void): void {
  onDay(town, town.random.between(month.first, month.end - 1), person, act);
}

export function onDay(town: Town, day: number, person: Person, act: (day: number) => void): void {
  town.agenda.push(day, () => {
    if (person.house !== undefined) act(day);
  });
}

/** Chance within a month of what happens so often a year. */
export function monthly(town: Town, ratePerYear: number): boolean {
  return town.random.unit() < ratePerYear / 12;
}

export function isAdult(person: Person, day: number): boolean {
  return day - person.born >= 18 * 365.25;
}
