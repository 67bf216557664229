import { type Held, type HeldBook, householdKind } from '../held.ts';

/**
 * The same book on the boundaries of a day: a household that has come to another village since then stands where it
 * stood. So a report of last year says what it said, every month's balance closes within its own boundaries, and a
 * village that is no more keeps its figures.
 * @param day civil day, the last of the period that is counted
 */
export function onBoundaries(book: HeldBook, day: string): HeldBook {
  const seen = (record: Held): Held => {
    const place = placeOn(record, day);
    return place === record.place ? record : { ...record, place };
  };
  return {
    ...book,
    get: (id) => {
      const record = book.get(id);
      return record && seen(record);
    },
  };
}

/** One boundary that moved, as a household keeps it: "u99001v002 2026-07-01" stood there until the day before. */
export interface FormerPlace {
  readonly place: string;
  /** First civil day on which it stood there no more. */
  readonly until: string;
}

/** Oldest first. */
export function formerPlaces({ fields }: Pick<Held, 'fields'>): readonly FormerPlace[] {
  const marks = Array.isArray(fields.formerPlaces) ? fields.formerPlaces : [];
  return marks
    .map((mark): FormerPlace => {
      const [place = '', until = ''] = String(mark).split(' ');
      return { place, until };
    })
    .sort((a, b) => (a.until < b.until ? -1 : 1));
}

function placeOn(record: Held, day: string): string {
  if (record.fields.formerPlaces === undefined || record.kind !== householdKind) return record.place;
  return formerPlaces(record).find(({ until }) => until > day)?.place ?? record.place;
}
