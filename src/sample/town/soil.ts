import { drawStranger } from './houses.ts';
import type { House, Person, Town } from './town.ts';

/* What is wrong in every real book, on purpose: nothing that reads it may stumble over it. Invented shares. */

/** Single names of people who have no family name. */
const singleNames = ['Páo', 'Mẩy', 'Dình', 'Sử', 'Pà', 'Lử', 'Chía', 'Dợ'];

export function soilHouse(town: Town, house: House): void {
  const { random } = town;
  const [head] = house.members;
  if (head === undefined || house.village.isFixed) return;
  if (random.chance(0.006)) head.relation = 'other';
  if (random.chance(0.04)) forgetSpouse(town, house);
  for (const person of house.members) {
    if (person.ethnicity !== '01' && random.chance(0.08)) person.name = random.pick(singleNames);
    if (random.chance(0.01)) person.isYearOnly = true;
  }
  if (random.chance(0.01)) writeTwice(town, house, random.pick(house.members));
}

/** Married, and the book does not know to whom; or only one of the two says so. */
function forgetSpouse(town: Town, house: House): void {
  const person = house.members.find(({ spouse }) => spouse !== undefined);
  const { spouse } = person ?? {};
  if (person === undefined || spouse === undefined) return;
  person.spouse = undefined;
  if (town.random.chance(0.6)) spouse.spouse = undefined;
}

/** The same person on a second line, with the name told a little differently. */
function writeTwice(town: Town, house: House, person: Person): void {
  const double = drawStranger(town, person.sex, person.born, person.surname);
  const words = person.name.split(' ');
  const name = words.length > 2 ? [words[0], ...words.slice(2)].join(' ') : person.name;
  const { ethnicity, residence, marital } = person;
  house.members.push({
    ...double,
    ethnicity,
    residence,
    marital,
    name,
    isStill: true,
    isDouble: true,
    twin: person,
    isYearOnly: true,
    house,
  });
}
