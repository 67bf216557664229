import type { Catalogue } from '../catalogue.ts';
import { type BookRecord, definitionOf } from './book.ts';

/** One boundary that moved, as a record keeps it: "u99001v002 2026-07-01" stood there until the day before. */
export interface FormerPlace {
  readonly place: string;
  /** First civil day on which it stood there no more. */
  readonly until: string;
}

/** Oldest first. */
export function formerPlaces(catalogue: Catalogue, { kind, fields }: BookRecord): readonly FormerPlace[] {
  const marks = fields[definitionOf(catalogue, kind)?.stoodIn ?? ''];
  if (!Array.isArray(marks)) return [];
  return marks
    .map((mark): FormerPlace => {
      const [place = '', until = ''] = String(mark).split(' ');
      return { place, until };
    })
    .sort((a, b) => (a.until < b.until ? -1 : 1));
}

/**
 * Where a record stands by the boundaries of a day: one that has come to another village since then stands where it
 * stood. So a report of last year says what it said, every month's balance closes within its own boundaries, and a
 * village that is no more keeps its figures.
 */
export function placeOn(catalogue: Catalogue, record: BookRecord, day: string): string {
  return formerPlaces(catalogue, record).find(({ until }) => until > day)?.place ?? record.place;
}
