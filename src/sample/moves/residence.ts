import type { Entry } from '../book/entry.ts';
import { fact, mended } from '../book/entry.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import {
  isUsual,
  type Month,
  monthly,
  type Person,
  peopleOf,
  placeOf,
  type Residence,
  someDay,
  type Town,
} from '../town/town.ts';
import { drawTown } from './elsewhere.ts';

/** Settling, ceasing to reside, going away for a while and coming back. Rates are invented. */
export function planResidence(town: Town, month: Month): void {
  for (const person of peopleOf(town)) {
    const turn = drawTurn(town, person, month.first);
    if (turn === undefined) continue;
    const before = person.residence;
    someDay(town, month, person, (day) => {
      if (person.residence === before && day > person.born) change(town, person, turn, day);
    });
  }
}

function drawTurn(town: Town, person: Person, day: number): Residence | undefined {
  const { residence } = person;
  if (residence === 'temporary') return day - person.since > 180 && monthly(town, 0.15) ? 'usual_present' : undefined;
  if (residence === 'usual_absent') return monthly(town, 0.35) ? 'usual_present' : undefined;
  const age = yearsBetween(person.born, day);
  if (age >= 18 && age < 45 && monthly(town, 0.02)) return 'usual_absent';
  return person.marital === 'single' && age > 18 && monthly(town, 0.002) ? 'temporary' : undefined;
}

function change(town: Town, person: Person, residence: Residence, day: number): void {
  const old = person.residence;
  const village = person.house?.village;
  const wasUsual = isUsual(person);
  person.residence = residence;
  person.since = day;
  if (village !== undefined) village.lacking += Number(wasUsual) - Number(isUsual(person));
  const told = { date: dateOfDay(day), field: 'residence', old, new: residence, asked: [] };
  const away: readonly Entry[] = residence === 'usual_absent' ? [awayEntry(town, person, day)] : [];
  town.scribe.tell(day, [fact('change_info', placeOf(person), told, { person }), ...away]);
}

function awayEntry(town: Town, person: Person, day: number): Entry {
  const awayWhy = town.random.pick(['Đi làm ăn xa', 'Đi học', 'Đi chăm con cháu']);
  return mended('person', person, placeOf(person), { awaySince: dateOfDay(day), awayWhere: drawTown(town), awayWhy });
}
