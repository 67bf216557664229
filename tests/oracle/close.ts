import { ageOf, isResident, isWife, type Line, villageOf } from './line.ts';
import type { PaperBook } from './paper-book.ts';
import { add, ageBand, type Tally } from './tally.ts';

/** How things stand when a day closes. */
export function closeDay(book: PaperBook, lines: Iterable<Line>, day: string): Tally {
  const tally: Tally = new Map();
  const homes = new Map<string, string>();
  for (const line of lines) {
    if (!isResident(line)) continue;
    const village = villageOf(line, book);
    if (book.homes.has(line.home)) homes.set(line.home, village);
    closeLine(line, day, village, tally);
    if (isWife(line, day)) closeWife(line, village, tally);
  }
  for (const [home, village] of homes) {
    add(tally, 'hh_total', village);
    if (book.homes.get(home)?.kind === 'family') add(tally, 'hh_family', village);
  }
  for (const { village, since, until } of book.terms) {
    if (since <= day && (until === '' || until >= day)) add(tally, 'ctv_count', village);
  }
  return tally;
}

function closeLine(line: Line, day: string, village: string, tally: Tally): void {
  const { sex } = line;
  const age = ageOf(line, day);
  const isKnown = sex !== '' && !Number.isNaN(age);
  const groups: { readonly [key: string]: boolean } = {
    pop: true,
    pop_m: sex === 'male',
    pop_f: sex === 'female',
    pop_u15: age < 15,
    pop15_59: age >= 15 && age < 60,
    pop15_64: age >= 15 && age < 65,
    pop60: age >= 60,
    pop65: age >= 65,
    pop80: age >= 80,
    w15_49: sex === 'female' && age >= 15 && age < 50,
    [isKnown ? `pop_by_age_sex[${sex},${ageBand(age)}]` : 'pop_by_age_sex[unknown]']: true,
  };
  for (const [key, isIn] of Object.entries(groups)) if (isIn) add(tally, key, village);
}

function closeWife({ method }: Line, village: string, tally: Tally): void {
  add(tally, 'mwra', village);
  if (method === '') return;
  add(tally, 'users', village);
  add(tally, `users[${method}]`, village);
  if (method !== 'other') add(tally, 'users_modern', village);
}
