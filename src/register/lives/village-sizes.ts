import type { VillageList } from '../answers.ts';
import type { Folk } from '../folk.ts';
import { householdKind, personKind } from '../held.ts';
import type { VillageSize } from './answers.ts';

/**
 * Households of each village in which anybody lives, and who lives there now, temporary residents too; in one pass over
 * the book. A sheet that all have left, by a merge or a move, stays to be read, and is no household any more.
 */
export function villageSizes(folk: Folk): readonly VillageSize[] {
  const lived = new Map<string, Set<string>>();
  const people = new Map<string, number>();
  const placeOf = new Map<string, string>();
  for (const { id, place } of folk.book.all(householdKind)) {
    placeOf.set(id, place);
  }
  for (const person of folk.book.all(personKind)) {
    const { status, household } = folk.book.closing(person);
    const place = status === 'active' && typeof household === 'string' ? placeOf.get(household) : undefined;
    if (place === undefined || typeof household !== 'string') continue;
    people.set(place, (people.get(place) ?? 0) + 1);
    lived.set(place, (lived.get(place) ?? new Set()).add(household));
  }
  return folk.places.villages().map(({ id }) => ({
    place: id,
    households: lived.get(id)?.size ?? 0,
    people: people.get(id) ?? 0,
  }));
}

/** As `villageSizes` counts them, of one village's list. */
export function countLivedIn({ households }: Pick<VillageList, 'households'>): number {
  return households.filter(({ people }) => people > 0).length;
}
