import { catalogue } from '../../src/catalogue/index.ts';
import type { Book } from '../../src/domain/book/book.ts';
import { readPeriod } from '../../src/domain/calendar/period.ts';
import { evaluate, indicatorOf } from '../../src/domain/figure/indicator.ts';

/** Additive rows: what villages, months and quarters sum to. */
export const flows = [
  'births',
  'deaths',
  'move_in',
  'move_out',
  'review_add',
  'review_remove',
  'internal_in',
  'internal_out',
] as const;
type Key = 'pop_start' | 'pop_end' | (typeof flows)[number];
export type Row = { readonly [key in Key]: number };

/** One number of the catalogue. */
export function count(book: Book, key: string, period: string, places: readonly string[]): number {
  const days = readPeriod(period);
  if (!days.ok) throw new Error(period);
  return evaluate(indicatorOf(catalogue.indicators, key), book, days.value, new Set(places)).value ?? Number.NaN;
}

export function rowOf(book: Book, period: string, places: readonly string[]): Row {
  const of = (key: Key) => count(book, key, period, places);
  return {
    pop_start: of('pop_start'),
    births: of('births'),
    deaths: of('deaths'),
    move_in: of('move_in'),
    move_out: of('move_out'),
    review_add: of('review_add'),
    review_remove: of('review_remove'),
    internal_in: of('internal_in'),
    internal_out: of('internal_out'),
    pop_end: of('pop_end'),
  };
}

/** What the start and the flows of a period say that its end must be. */
export function endOf(row: Row): number {
  const came = row.births + row.move_in + row.review_add + row.internal_in;
  return row.pop_start + came - row.deaths - row.move_out - row.review_remove - row.internal_out;
}
