import type { Fields } from '../../domain/value.ts';

/** Something of the book: it has its id once it is written, and nothing that names it is written before. */
export interface Named {
  /** Empty until written. */
  id: string;
  /** ms since 1970 of the writing. */
  knownAt: number;
}

/** One record as it is written down: a new one, a mended one, a fact, or one that only stands elsewhere from now on. */
export interface Entry {
  readonly is: 'new' | 'mended' | 'fact' | 'carried';
  readonly kind: string;
  readonly place: string;
  readonly of?: Named;
  readonly fields: Fields;
  /** Fields that hold the id of another record; `undefined` is left out. */
  readonly links?: { readonly [field: string]: Named | undefined };
}

export function newRecord(kind: string, of: Named, place: string, fields: Fields, links: Entry['links'] = {}): Entry {
  return { is: 'new', kind, of, place, fields, links };
}

/** A later put of undated fields, each of which had a value before. */
export function mended(kind: string, of: Named, place: string, fields: Fields): Entry {
  return { is: 'mended', kind, of, place, fields };
}

export function fact(kind: string, place: string, fields: Fields, links: Entry['links'] = {}): Entry {
  return { is: 'fact', kind, place, fields, links };
}

/** Somebody who lives in another village now, with the facts of her life: the scribe knows which. */
export function carried(kind: string, of: Named, place: string): Entry {
  return { is: 'carried', kind, of, place, fields: {} };
}
