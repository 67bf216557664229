import { definitionOf } from '../../domain/book/book.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Held } from '../held.ts';

/** Records that came one by one, were changed or wait: each an object, found by id and by whom it names. */
export interface Desk {
  find(kind: string, id: string): Held | undefined;
  get(id: string): Held | undefined;
  all(kind: string): Iterable<Held>;
  /** Facts, and states, that name this one in any of their fields. */
  facts(id: string): readonly Held[];
  states(id: string): readonly Held[];
  replace(id: string, held: Held | undefined, kind: string | undefined): void;
  /** Ids of records that wait for a verdict, and of facts that were sent back. */
  readonly waiting: ReadonlySet<string>;
  readonly mending: ReadonlySet<string>;
  size(): number;
}

export function createDesk(catalogue: Catalogue): Desk {
  const kinds = new Map<string, Map<string, Held>>(catalogue.records.map(({ kind }) => [kind, new Map()]));
  const facts = new Map<string, Held[]>();
  const states = new Map<string, Held[]>();
  const waiting = new Set<string>();
  const mending = new Set<string>();
  const kindOf = new Map<string, string>();
  const keysOf = createReferenceKeys(catalogue);
  const isFact = (kind: string): boolean => definitionOf(catalogue, kind)?.nature === 'fact';

  const find = (kind: string, id: string) => kinds.get(kind)?.get(id);
  const speak = (held: Held, change: (known: Map<string, Held[]>, id: string, held: Held) => void): void => {
    const known = isFact(held.kind) ? facts : states;
    const named: string[] = [];
    for (const key of keysOf(held.kind)) {
      const id = held.fields[key];
      if (typeof id !== 'string' || named.includes(id)) continue;
      named.push(id);
      change(known, id, held);
    }
  };
  return {
    find,
    get: (id) => kinds.get(kindOf.get(id) ?? '')?.get(id),
    all: (kind) => kinds.get(kind)?.values() ?? [],
    facts: (id) => facts.get(id) ?? none,
    states: (id) => states.get(id) ?? none,
    replace(id, held, kind) {
      const before = kind === undefined ? undefined : find(kind, id);
      if (before !== undefined) speak(before, forget);
      if (before !== undefined && held === undefined) kinds.get(before.kind)?.delete(id);
      if (held === undefined) kindOf.delete(id);
      else {
        kindOf.set(id, held.kind);
        kinds.get(held.kind)?.set(id, held);
        speak(held, remember);
      }
      mark(waiting, id, held?.standing === 'waiting');
      mark(mending, id, held?.standing === 'mending' && isFact(held.kind));
    },
    waiting,
    mending,
    size: () => [...kinds.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

const none: readonly Held[] = [];

function remember(known: Map<string, Held[]>, id: string, held: Held): void {
  const here = known.get(id);
  if (here === undefined) known.set(id, [held]);
  else here.push(held);
}

function forget(known: Map<string, Held[]>, id: string, held: Held): void {
  const rest = (known.get(id) ?? []).filter((one) => one !== held);
  if (rest.length > 0) known.set(id, rest);
  else known.delete(id);
}

function mark(ids: Set<string>, id: string, isIn: boolean): void {
  if (isIn) ids.add(id);
  else ids.delete(id);
}

/** Keys of the fields through which records of a kind name others; found once a kind. */
export function createReferenceKeys(catalogue: Catalogue): (kind: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (kind) => {
    const fields = definitionOf(catalogue, kind)?.fields ?? [];
    const keys = known.get(kind) ?? fields.filter(({ type }) => type.is === 'reference').map(({ key }) => key);
    known.set(kind, keys);
    return keys;
  };
}
