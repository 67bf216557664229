import { closingState } from '../domain/book/timeline.ts';
import type { HouseholdPage, VillageList } from './answers.ts';
import type { Folk } from './folk.ts';
import { householdKind, textOf } from './held.ts';

export function householdPage(folk: Folk, id: string, today: string): HouseholdPage | undefined {
  const household = folk.book.get(id);
  if (household?.kind !== householdKind) return undefined;
  return {
    id,
    number: textOf(household.fields, 'number'),
    place: household.place,
    villageName: folk.places.name(household.place),
    address: textOf(household.fields, 'address'),
    phone: textOf(household.fields, 'phone'),
    standing: household.standing,
    people: folk.members(id).map((person) => folk.personLine(person, today)),
  };
}

/** Households of a village by number; `people` are those who live there now, temporary residents too. */
export function villageList(folk: Folk, place: string): VillageList {
  const households = [...folk.book.all(householdKind)]
    .filter((household) => household.place === place)
    .sort((a, b) => (folk.paperKey(a) + a.id < folk.paperKey(b) + b.id ? -1 : 1));
  const living = households
    .flatMap(({ id }) => folk.members(id))
    .filter((person) => closingState(folk.book.timeline(person)).status === 'active');
  return {
    place,
    name: folk.places.name(place),
    households: households.map(folk.householdRow),
    people: living.length,
  };
}
