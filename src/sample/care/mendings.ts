import type { Fields } from '../../domain/value.ts';
import { fact, mended } from '../book/entry.ts';
import { birthDateOf, samplePhone } from '../book/records.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import { drawName } from '../people/person-name.ts';
import {
  type House,
  housesOf,
  type Month,
  monthly,
  type Person,
  peopleOf,
  placeOf,
  someDay,
  type Town,
} from '../town/town.ts';

/** What is mended in the book, each with what stood there before. Rates are invented. */
export function planMendings(town: Town, month: Month): void {
  for (const person of peopleOf(town)) {
    const age = yearsBetween(person.born, month.first);
    if (person.isYearOnly && monthly(town, 0.05))
      someDay(town, month, person, (day) => findBirthDate(town, person, day));
    else if (age >= 3 && monthly(town, 0.002)) someDay(town, month, person, (day) => mendName(town, person, day));
    if (age === 18 && monthly(town, 0.3)) someDay(town, month, person, (day) => finishSchool(town, person, day));
  }
  for (const house of housesOf(town)) if (monthly(town, 0.01)) changePhone(town, month, house);
  for (const house of housesOf(town)) planCouple(town, month, house);
}

/** The head and who stands beside the head are a couple that the book did not know of. */
function planCouple(town: Town, month: Month, { members }: House): void {
  const unnamed = (relation: string) =>
    members.find((one) => one.relation === relation && one.marital === 'married' && one.spouse === undefined);
  const [head, spouse] = [unnamed('head'), unnamed('spouse')];
  if (head === undefined || spouse === undefined || !monthly(town, 0.4)) return;
  someDay(town, month, head, (day) => {
    if (spouse.house !== head.house || head.spouse !== undefined || spouse.spouse !== undefined) return;
    head.spouse = spouse;
    spouse.spouse = head;
    const noted = { date: dateOfDay(day), fromStart: true, asked: [] };
    town.scribe.tell(day, [fact('couple', placeOf(head), noted, { person: head, spouse })]);
  });
}

function findBirthDate(town: Town, person: Person, day: number): void {
  const old = birthDateOf(person);
  person.isYearOnly = false;
  mend(town, person, day, 'birthDate', old, birthDateOf(person), { isCorrection: true });
}

function mendName(town: Town, person: Person, day: number): void {
  const old = person.name;
  if (!old.includes(' ')) return;
  person.name = drawName(town.random, person.sex, person.surname);
  mend(town, person, day, 'fullName', old, person.name, { isCorrection: true });
}

function finishSchool(town: Town, person: Person, day: number): void {
  mend(town, person, day, 'education', 'lower_sec', 'upper_sec', {});
}

function mend(town: Town, person: Person, day: number, field: string, old: string, now: string, more: Fields): void {
  const told = { date: dateOfDay(day), field, old, new: now, ...more, asked: [] };
  town.scribe.tell(day, [
    mended('person', person, placeOf(person), { [field]: now }),
    fact('change_info', placeOf(person), told, { person }),
  ]);
}

function changePhone(town: Town, month: Month, house: House): void {
  const day = town.random.between(month.first, month.end - 1);
  town.agenda.push(day, () => {
    const phone = samplePhone(town.random);
    const told = { date: dateOfDay(day), field: 'phone', new: phone, asked: [] };
    town.scribe.tell(day, [
      mended('household', house, house.village.place, { phone }),
      fact('change_info', house.village.place, told, { household: house }),
    ]);
  });
}
