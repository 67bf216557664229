import { openYear } from '../../catalogue/paper/book-year.ts';
import type { Fields } from '../../domain/value.ts';
import type { YearBook } from '../answers.ts';
import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';

export const closingKind = 'book_closed';

/** Closings that stand, the newest year first; of one year that two officers closed, both. */
export function yearBook(folk: Folk, today: string, nameOf: (user: string) => string | undefined): YearBook {
  const closed = [...folk.book.all(closingKind)]
    .sort((a, b) => yearOf(b) - yearOf(a) || (a.id < b.id ? -1 : 1))
    .map((fact) => ({
      id: fact.id,
      year: yearOf(fact),
      date: textOf(fact.fields, 'date'),
      author: nameOf(fact.author) ?? fact.author,
      standing: fact.standing,
      counts: countsOf(fact.fields),
    }));
  return {
    year: openYear(
      closed.map(({ year }) => year),
      today,
    ),
    closed,
  };
}

export function yearOf({ fields }: Held): number {
  return Number(fields.year);
}

function countsOf(fields: Fields): { readonly [key: string]: number } {
  return Object.fromEntries(Object.entries(fields).filter((entry): entry is [string, number] => isCount(entry)));
}

function isCount([key, value]: readonly [string, unknown]): boolean {
  return key !== 'year' && typeof value === 'number';
}
