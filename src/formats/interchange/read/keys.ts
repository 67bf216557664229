import type { Known } from '../known.ts';
import { recordIdOf } from '../record-id.ts';

/**
 * Ids of records by the keys of a file. A key that is the id of a record in this book is that record: an export comes
 * home. Whoever was joined with another since is that other one.
 */
export interface Keys {
  household(key: string): string;
  person(key: string): string;
  event(key: string): string;
  movement(key: string): string;
  /** An outlying point of the station, by its name folded. */
  point(key: string): string;
  /** What a person was given by that movement. */
  supply(key: string): string;
}

export function keysOf(book: string, known: Pick<Known, 'state'>): Keys {
  const idIn = (table: string, isKind: (kind: string) => boolean) => {
    const ids = new Map<string, string>();
    const idOf = (key: string): string => {
      const own = known.state(key);
      if (own !== undefined && isKind(own.kind)) return own.id;
      const derived = recordIdOf(book, table, key);
      return known.state(derived)?.id ?? derived;
    };
    return (key: string): string => {
      const id = ids.get(key) ?? idOf(key);
      ids.set(key, id);
      return id;
    };
  };
  const states = ['household', 'person', ''];
  return {
    household: idIn('households', (kind) => kind === 'household'),
    person: idIn('persons', (kind) => kind === 'person'),
    event: idIn('events', (kind) => !states.includes(kind)),
    point: idIn('points', (kind) => kind === 'stock_point'),
    supply: idIn('supplies', () => false),
    movement: idIn('stock', (kind) => kind === 'stock_movement'),
  };
}
