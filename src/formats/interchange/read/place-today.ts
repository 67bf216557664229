import { catalogue } from '../../../catalogue/index.ts';
import { formerPlaces } from '../../../domain/book/boundaries.ts';
import type { Known } from '../known.ts';

/*
 * A file may be older than the boundaries: it names a village that was joined into another since, or that a part was
 * split from. Boundaries move nobody, so such a file moves nobody back (docs/decisions/0016-places-that-change.md).
 */

/**
 * Unit id where a household of the file stands today: where the book has it, if it stood in the village of the file
 * before boundaries moved; one that the book does not have, where the others of its village went.
 */
export function householdsToday(known: Known): (id: string, place: string) => string {
  const heirs = new Map<string, string>();
  const heirOf = (place: string): string => {
    const heir = heirs.get(place) ?? mostlyIn(known, place) ?? place;
    heirs.set(place, heir);
    return heir;
  };
  return (id, place) => {
    const held = known.record(id);
    if (held === undefined) return known.isEnded(place) ? heirOf(place) : place;
    const stoodThere = formerPlaces(catalogue, held).some((former) => former.place === place);
    return stoodThere || known.isEnded(place) ? held.place : place;
  };
}

/** Where something that tells of nobody's household stands: what the book holds goes neither from nor to a village that is no more. */
export function namelessToday(known: Known, id: string, place: string): string {
  const held = known.record(id)?.place;
  return held !== undefined && (known.isEnded(place) || known.isEnded(held)) ? held : place;
}

/** The village that most households of this one stand in since. */
function mostlyIn(known: Known, place: string): string | undefined {
  const counts = new Map<string, number>();
  for (const household of known.all('household')) {
    const isHeir = formerPlaces(catalogue, household).some((former) => former.place === place);
    if (isHeir && !known.isEnded(household.place)) counts.set(household.place, (counts.get(household.place) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0];
}
