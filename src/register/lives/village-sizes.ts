import type { Folk } from '../folk.ts';
import { householdKind, personKind } from '../held.ts';
import type { VillageSize } from './answers.ts';

/** Households of each village, and who lives there now, temporary residents too; in one pass over the book. */
export function villageSizes(folk: Folk): readonly VillageSize[] {
  const households = new Map<string, number>();
  const people = new Map<string, number>();
  const placeOf = new Map<string, string>();
  for (const { id, place } of folk.book.all(householdKind)) {
    placeOf.set(id, place);
    households.set(place, (households.get(place) ?? 0) + 1);
  }
  for (const person of folk.book.all(personKind)) {
    const { status, household } = folk.book.closing(person);
    const place = status === 'active' && typeof household === 'string' ? placeOf.get(household) : undefined;
    if (place !== undefined) people.set(place, (people.get(place) ?? 0) + 1);
  }
  return folk.places.villages().map(({ id }) => ({
    place: id,
    households: households.get(id) ?? 0,
    people: people.get(id) ?? 0,
  }));
}
