import { sourcesElsewhere } from '../../catalogue/stock/lists.ts';
import { collaboratorProducts, methodProducts } from '../../catalogue/stock/product.ts';
import { dayState } from '../../domain/book/timeline.ts';
import type { Folk } from '../folk.ts';
import { type Held, personKind, textOf } from '../held.ts';

/** A woman of the book who uses a method on a day, and in which village. */
export interface UserOf {
  readonly person: string;
  readonly place: string;
}

/**
 * Users of a product whom the commune supplies on a day, residents and temporary ones alike: not those who have it from
 * elsewhere by what was told last. Of the two kinds of pills she counts with the one she was given last; with the combined
 * one where nobody has given her any yet.
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
    const acts = actsOf(folk, person.id, { key, products, day });
    if (sourcesElsewhere.includes(acts.at(-1)?.fields.source) || kindOf(acts, products) !== product) continue;
    const home = book.get(textOf(state, 'household'));
    if (home !== undefined) found.push({ person: person.id, place: home.place });
  }
  return found;
}

interface Sought {
  readonly key: string;
  readonly products: readonly string[];
  readonly day: string;
}

/** What tells of her method until a day, the latest last: its starts, and what she was given of it. */
function actsOf({ book }: Folk, person: string, { key, products, day }: Sought): readonly Held[] {
  return book
    .factsNaming(person)
    .filter(({ kind, fields }) => {
      if (textOf(fields, 'date') > day) return false;
      return kind === 'supply' ? products.includes(textOf(fields, 'product')) : isStart(kind) && fields.method === key;
    })
    .sort((a, b) => compareDays(a, b) || Number(!isStart(a.kind)) - Number(!isStart(b.kind)));
}

function isStart(kind: string): boolean {
  return kind === 'method_start';
}

function compareDays(one: Held, other: Held): number {
  const [day, next] = [textOf(one.fields, 'date'), textOf(other.fields, 'date')];
  return day === next ? 0 : day < next ? -1 : 1;
}

function kindOf(acts: readonly Held[], products: readonly string[]): string {
  const last = acts.findLast(({ kind }) => !isStart(kind));
  return last === undefined ? (products[0] ?? '') : textOf(last.fields, 'product');
}

/** What collaborators supply, and so what use can be compared by. */
export const comparedProducts: readonly string[] = collaboratorProducts;
