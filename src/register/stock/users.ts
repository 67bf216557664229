import { collaboratorProducts, methodProducts } from '../../catalogue/stock/product.ts';
import { dayState } from '../../domain/book/timeline.ts';
import type { Folk } from '../folk.ts';
import { personKind, textOf } from '../held.ts';

/** A woman of the book who uses a method on a day, and in which village. */
export interface UserOf {
  readonly person: string;
  readonly place: string;
}

/**
 * Users of a product on a day, residents and temporary ones alike. Of the two kinds of pills she counts with the one she
 * was given last; with the combined one where nobody has given her any yet.
 */
export function villageUsers(folk: Folk, product: string, day: string): readonly UserOf[] {
  const { book } = folk;
  const method = methodProducts.find(([, products]) => products.includes(product));
  if (method === undefined) return [];
  const [key, products] = method;
  const found: UserOf[] = [];
  for (const person of book.all(personKind)) {
    if (person.fields.sex === 'male') continue;
    const state = dayState(book.timeline(person), day);
    if (state.method !== key || state.status !== 'active') continue;
    if (products.length > 1 && lastGiven(folk, person.id, products) !== product) continue;
    const home = book.get(textOf(state, 'household'));
    if (home !== undefined) found.push({ person: person.id, place: home.place });
  }
  return found;
}

function lastGiven({ book }: Folk, person: string, products: readonly string[]): string {
  const given = book
    .factsNaming(person)
    .filter(({ kind, fields }) => kind === 'supply' && products.includes(textOf(fields, 'product')))
    .sort((a, b) => (textOf(a.fields, 'date') < textOf(b.fields, 'date') ? -1 : 1));
  const last = given.at(-1);
  return last === undefined ? (products[0] ?? '') : textOf(last.fields, 'product');
}

/** What collaborators supply, and so what use can be compared by. */
export const comparedProducts: readonly string[] = collaboratorProducts;
