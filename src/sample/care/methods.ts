import { fact } from '../book/entry.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import { drawCount } from '../people/villager.ts';
import { type Month, monthly, type Person, peopleOf, placeOf, someDay, type Town } from '../town/town.ts';

/** Couples of 100 who use a method: 65–70 % (Bến Tre, nine months of 2024; provincial plans). */
const coverage = 0.67;

/**
 * Mountain communes of Võ Nhai, Thái Nguyên, 2013, 299 couples: IUD 49.4, condom 19.3, pill 15.7, sterilised 1.6,
 * implant 0.4. The injection, the other ways and the split of the sterilised are invented.
 */
const mix: readonly (readonly [method: string, percent: number])[] = [
  ['iud', 49.4],
  ['condom', 19.3],
  ['pill', 15.7],
  ['ster_f', 1.4],
  ['ster_m', 0.2],
  ['inject', 1.5],
  ['implant', 0.4],
  ['other', 3],
];

/** Sterilised are only women who have two children and more. */
export function drawMethod(random: Random, woman: Person): string {
  const drawn = random.weighted(mix);
  return drawn.startsWith('ster') && woman.children < 2 ? 'iud' : drawn;
}

/** Women of 15–49 in a marriage, as they count for coverage. */
function isWife(person: Person, day: number): boolean {
  if (person.sex !== 'female' || person.marital !== 'married') return false;
  const age = yearsBetween(person.born, day);
  return age >= 15 && age < 50;
}

/** Who uses a method as the book opens: nobody who is pregnant. */
export function openMethods(town: Town): void {
  for (const woman of peopleOf(town)) {
    if (!isWife(woman, town.opens) || woman.isPregnant || !town.random.chance(coverage * 1.07)) continue;
    woman.method = drawMethod(town.random, woman);
  }
}

/** Some stop, some switch, some come for the next injection; others begin, so that coverage stays. */
export function planMethods(town: Town, month: Month): void {
  const idle: Person[] = [];
  let wives = 0;
  let users = 0;
  for (const woman of peopleOf(town)) {
    if (!isWife(woman, month.first)) continue;
    wives += 1;
    if (woman.method !== undefined) {
      users += 1;
      planUser(town, month, woman);
    } else if (!woman.isPregnant && month.first - woman.gaveBirth > 60) {
      idle.push(woman);
    }
  }
  const wanted = Math.max(0, coverage * wives - users) / 2 + wives * 0.004;
  for (let count = drawCount(town.random, wanted); count > 0 && idle.length > 0; count--) begin(town, month, idle);
}

function begin(town: Town, month: Month, idle: readonly Person[]): void {
  const woman = town.random.pick(idle);
  someDay(town, month, woman, (day) => {
    if (woman.method === undefined && !woman.isPregnant) startMethod(town, woman, day, drawMethod(town.random, woman));
  });
}

function planUser(town: Town, month: Month, woman: Person): void {
  const { method } = woman;
  if (method === undefined || method.startsWith('ster')) return;
  if (method === 'inject' && month.number % 3 === 0) {
    someDay(town, month, woman, (day) => {
      if (woman.method === 'inject') startMethod(town, woman, day, 'inject');
    });
  } else if (monthly(town, 0.045)) {
    someDay(town, month, woman, (day) => changeMethod(town, woman, day));
  }
}

function changeMethod(town: Town, woman: Person, day: number): void {
  if (woman.method === undefined) return;
  const next = drawMethod(town.random, woman);
  if (town.random.chance(0.5)) stopMethod(town, woman, day, 'side_effect');
  else if (next !== woman.method) startMethod(town, woman, day, next);
}

function startMethod(town: Town, woman: Person, day: number, method: string): void {
  woman.method = method;
  const told = { date: dateOfDay(day), method, asked: [] };
  town.scribe.tell(day, [fact('method_start', placeOf(woman), told, { person: woman })]);
}

export function stopMethod(town: Town, woman: Person, day: number, reason: string): void {
  const { method } = woman;
  if (method === undefined) return;
  woman.method = undefined;
  const told = { date: dateOfDay(day), method, reason, asked: [] };
  town.scribe.tell(day, [fact('method_stop', placeOf(woman), told, { person: woman })]);
}
