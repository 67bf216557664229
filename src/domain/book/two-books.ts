import type { Fields } from '../value.ts';
import { type Book, type BookRecord, type Bounds, definitionOf } from './book.ts';

/** What a hub knows of a book and of those that share records with it. */
interface Neighbourhood {
  /** Unit ids of the book's commune. */
  readonly own: ReadonlySet<string>;
  /** The other book to whose commune a place belongs. */
  bookOf(place: string): string | undefined;
  /** Whether the book had a record that is not in it any more. */
  wasHere(id: string): boolean;
}

/**
 * Somebody who stands in two communes' books is counted by the household of the day wherever all books that have them know
 * it: it stands today, or stood that day, in the commune where they are today. One that a book never had was another
 * commune's (docs/decisions/0036-a-village-in-two-books.md).
 */
export function boundsOf({ own, bookOf, wasHere }: Neighbourhood): Bounds {
  const isNeverHere = (book: Book, subject: BookRecord, state: Fields): boolean => {
    const named = state[definitionOf(book.catalogue, subject.kind)?.placeThrough ?? ''];
    return typeof named === 'string' && !wasHere(named);
  };
  return {
    own,
    tells(book, subject, state, held) {
      const home = bookOf(subject.place);
      if (held === undefined) return home !== undefined && isNeverHere(book, subject, state) ? false : undefined;
      const { holder, place } = held;
      return [holder.place, place].some((one) => bookOf(one) === home) ? own.has(place) : undefined;
    },
  };
}
