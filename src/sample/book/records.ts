import type { Fields } from '../../domain/value.ts';
import { dateOfDay, yearsBetween } from '../chance/calendar.ts';
import type { Random } from '../chance/random.ts';
import type { House, Person } from '../town/town.ts';
import { type Entry, newRecord } from './entry.ts';

/* What the book says of a household, of a person. */

export function householdFields(random: Random, { number, isCollective, village }: House): Fields {
  const poor = random.weighted([['none', 88] as const, ['near', 7] as const, ['poor', 5] as const]);
  return {
    number,
    kind: isCollective ? 'collective' : 'family',
    poor,
    // Typed on a keyboard that gives letters and accents apart; the book keeps them as one.
    address: `${isCollective ? 'Khu tập thể số' : 'Số nhà'} ${number}`.normalize('NFD'),
    ...areaFields(village.index),
    ...(!village.isFixed && random.chance(0.06) ? { formerNumbers: [`${number + random.between(1, 90)}`] } : {}),
    ...(random.chance(0.6) ? { phone: samplePhone(random) } : {}),
  };
}

const oldCommunes = ['Đông', 'Tây', 'Nam', 'Bắc', 'Thượng', 'Hạ', 'Trung', 'Ngoại'] as const;

/** Communes were merged in July 2025: each fourth village numbers its households as its commune of old did. */
function areaFields(index: number): Fields {
  if (index % 4 !== 3) return {};
  return { area: `Xã Mẫu ${oldCommunes[((index - 3) / 4) % oldCommunes.length]} cũ` };
}

/** 0100… is no mobile prefix: a sample must not hold a stranger's number. */
export function samplePhone(random: Random): string {
  return `0100${random.between(0, 999_999).toString().padStart(6, '0')}`;
}

export function birthDateOf({ born, toldBorn = born, isYearOnly }: Person): string {
  return dateOfDay(toldBorn).slice(0, isYearOnly ? 4 : 10);
}

/** A person who comes with a fact: their household, residence and life are set by it. */
export function newcomer(random: Random, person: Person, place: string, day: number): Entry {
  const { mother, father, spouse, method } = person;
  const fields = { ...undatedFields(random, person, day), ...(method === undefined ? {} : { method }) };
  return newRecord('person', person, place, fields, { mother, father, spouse });
}

/** A person who stands in the book as it opens. Who lives elsewhere is not linked: nobody asked. */
export function firstEntry(random: Random, person: Person, house: House, day: number): Entry {
  const { residence, marital, method } = person;
  const near = (other: Person | undefined) => (other?.house === house ? other : undefined);
  const opening = { residence, marital, status: 'active', ...(method === undefined ? {} : { method }) };
  return newRecord(
    'person',
    person,
    house.village.place,
    { ...undatedFields(random, person, day), ...opening },
    { household: house, mother: near(person.mother), father: near(person.father), spouse: near(person.spouse) },
  );
}

function undatedFields(random: Random, person: Person, day: number): Fields {
  const age = yearsBetween(person.born, day);
  return {
    fullName: person.name,
    sex: person.sex,
    birthDate: birthDateOf(person),
    ethnicity: person.ethnicity,
    relation: person.relation,
    ...(age < 3 ? {} : { education: drawEducation(random, age) }),
  };
}

/** What somebody of that age has usually finished. Invented shares. */
function drawEducation(random: Random, age: number): string {
  if (age < 11) return 'none';
  if (age < 15) return 'primary';
  if (age < 18) return 'lower_sec';
  if (age >= 60) return random.pick(['primary', 'primary', 'lower_sec', 'lower_sec', 'upper_sec']);
  return random.pick(['lower_sec', 'lower_sec', 'upper_sec', 'upper_sec', 'vocational', 'college', 'university']);
}
