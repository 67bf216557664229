import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';

const pointKind = 'stock_point';

/** The outlying point that a store is. */
export function pointOf({ book }: Pick<Folk, 'book'>, store: string): Held | undefined {
  return book.find(pointKind, store);
}

/** All that ever were opened, in the order of their names. */
export function pointsOf({ book }: Pick<Folk, 'book'>): readonly Held[] {
  return [...book.all(pointKind)].sort((one, other) =>
    textOf(one.fields, 'name').localeCompare(textOf(other.fields, 'name'), 'vi'),
  );
}

/** The station's outlying stores: its points, and the stations of communes that went into this one. */
export function outlyingStores(folk: Pick<Folk, 'book' | 'places'>): readonly string[] {
  return [...pointsOf(folk), ...folk.places.former()].map(({ id }) => id);
}

/** Unit id where a store's records stand: its own, or the commune's of a point. */
export function placeOfStore(folk: Pick<Folk, 'book'>, store: string): string {
  return pointOf(folk, store)?.place ?? store;
}

export function nameOfStore(folk: Pick<Folk, 'book' | 'places'>, store: string): string {
  return folk.places.name(store) || textOf(pointOf(folk, store)?.fields ?? {}, 'name');
}

/** Day on which a point was closed; `''` of whatever is open. */
export function closedOn(folk: Pick<Folk, 'book'>, store: string): string {
  return textOf(pointOf(folk, store)?.fields ?? {}, 'until');
}
