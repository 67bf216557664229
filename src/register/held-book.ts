import { type BookRecord, definitionOf, namedBy } from '../domain/book/book.ts';
import { holdingFields, lifeOf, unopenedOf } from '../domain/book/life.ts';
import { closingState, type Timeline } from '../domain/book/timeline.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import { type Held, type HeldBook, textOf } from './held.ts';

/** The register's records and what follows from facts, kept up record by record. */
export interface WritableBook extends HeldBook {
  /** Puts, replaces or (with `undefined`) takes out; answers every id whose values may differ afterwards. */
  replace(id: string, held: Held | undefined): Iterable<string>;
  factsNaming(id: string): readonly Held[];
  /** A record of that kind; quicker than to ask for whatever has this id. */
  find(kind: string, id: string): Held | undefined;
  /** As figures see it: a fact that was sent back neither counts nor has effect until it is mended. */
  readonly counted: HeldBook;
  size(): number;
}

const isStanding = (fact: Held): boolean => fact.standing !== 'mending';

const noSteps: Timeline['steps'] = [];

/**
 * @param isWatched whether anybody has worked out something that rests on records: until then `replace` answers only the
 *   record itself and whom it names, and looks for nobody else
 */
export function createHeldBook(catalogue: Catalogue, isWatched: () => boolean = () => true): WritableBook {
  const kinds = new Map<string, Map<string, Held>>(catalogue.records.map(({ kind }) => [kind, new Map()]));
  const naming = new Map<string, Held[]>();
  const timelines = new Map<string, Timeline>();
  const waiting = new Set<string>();
  /** Facts that were sent back. */
  const mending = new Set<string>();
  const links = holdingFields(catalogue);
  const holders = createHolders(links);
  const factsNaming = (id: string): readonly Held[] => naming.get(id) ?? [];

  const get = (id: string): Held | undefined => {
    for (const records of kinds.values()) {
      const held = records.get(id);
      if (held !== undefined) return held;
    }
    return undefined;
  };
  const all = (kind: string): Iterable<Held> => kinds.get(kind)?.values() ?? [];

  const book: HeldBook = {
    catalogue,
    get,
    all,
    isCounted: () => true,
    waiting,
    factsNaming,
    closing: (record) => (hasFacts(record) ? closingState(book.timeline(record)) : record.fields),
    timeline: (record) => {
      // Most people have no fact yet: nothing is kept for them.
      if (!hasFacts(record)) return untouched(catalogue, record);
      const known = timelines.get(record.id) ?? lifeOf({ catalogue, factsNaming }, record);
      timelines.set(record.id, known);
      return known;
    },
  };
  const facts = new Set(catalogue.records.filter(({ nature }) => nature === 'fact').map(({ kind }) => kind));
  const canLink = linkingKinds(catalogue, links);
  const isCounted = (record: Held) => isStanding(record) || !facts.has(record.kind);
  const counted: HeldBook = {
    ...book,
    all: (kind) => filter(all(kind), isCounted),
    factsNaming: (id) => (mending.size === 0 ? factsNaming(id) : factsNaming(id).filter(isStanding)),
    isCounted,
    closing: (record) => closingState(counted.timeline(record)),
    timeline: (record) => {
      if (mending.size === 0) return book.timeline(record);
      return lifeOf({ catalogue, factsNaming: (id) => factsNaming(id).filter(isStanding) }, record);
    },
  };
  /** A fact names it, or somebody it is linked with by its opening values. */
  const hasFacts = (record: BookRecord) =>
    naming.has(record.id) || links.some((field) => naming.has(textOf(record.fields, field)));

  const rename = (id: string, before: Held | undefined, held: Held | undefined) => {
    const known = factsNaming(id).filter((fact) => fact !== before);
    if (held !== undefined) known.push(held);
    if (known.length > 0) naming.set(id, known);
    else naming.delete(id);
  };
  const name = (id: string, fact: Held) => {
    const known = naming.get(id);
    if (known === undefined) naming.set(id, [fact]);
    else known.push(fact);
  };

  const store = (id: string, before: Held | undefined, held: Held | undefined) => {
    if (before !== undefined && held === undefined) kinds.get(before.kind)?.delete(id);
    if (held !== undefined) kinds.get(held.kind)?.set(id, held);
    if (held?.standing === 'waiting') waiting.add(id);
    else waiting.delete(id);
    if (held !== undefined && facts.has(held.kind) && !isStanding(held)) mending.add(id);
    else mending.delete(id);
    holders.replace(before, held);
  };

  /** Who feels what happens to these: whoever held one of them by opening values, or is named by a fact beside it. */
  const linkedWith = (ids: Iterable<string>): readonly string[] =>
    [...ids].flatMap((id) => [
      ...holders.of(id),
      ...factsNaming(id).flatMap((fact) => (canLink.has(fact.kind) ? namedBy(catalogue, fact) : [])),
    ]);

  const namedIn = (record: Held | undefined) => (record === undefined ? [] : namedBy(catalogue, record));

  const replace = (id: string, held: Held | undefined): Iterable<string> => {
    // A record never changes its kind: what is put is sought among its like alone.
    const before = held === undefined ? get(id) : kinds.get(held.kind)?.get(id);
    store(id, before, held);
    return before === undefined && held !== undefined && timelines.size === 0 && !isWatched()
      ? enter(held)
      : follow(id, before, held);
  };
  const enter = (held: Held): Iterable<string> => {
    const named = namedIn(held);
    for (const one of named) name(one, held);
    return [held.id, ...named];
  };
  const follow = (id: string, before: Held | undefined, held: Held | undefined): ReadonlySet<string> => {
    const [was, is] = [namedIn(before), namedIn(held)];
    const touched = new Set([...was, ...is]);
    for (const one of linkedWith(touched)) touched.add(one);
    for (const one of new Set([...was, ...is])) rename(one, before, is.includes(one) ? held : undefined);
    touched.add(id);
    for (const one of [...linkedWith(touched), ...leftHolder(catalogue, before, held)]) touched.add(one);
    for (const one of touched) timelines.delete(one);
    return touched;
  };

  const find = (kind: string, id: string) => kinds.get(kind)?.get(id);
  return { ...book, counted, replace, find, factsNaming, size: () => sum([...kinds.values()].map(({ size }) => size)) };
}

/** Whom a record lived with by its opening values, and does so no more. */
function leftHolder(catalogue: Catalogue, before: Held | undefined, held: Held | undefined): readonly string[] {
  const field = before === undefined ? undefined : definitionOf(catalogue, before.kind)?.placeThrough;
  const was = field === undefined ? undefined : before?.fields[field];
  return typeof was === 'string' && field !== undefined && held?.fields[field] !== was ? [was] : [];
}

function untouched(catalogue: Catalogue, record: BookRecord): Timeline {
  const unopened = unopenedOf(catalogue, record);
  return { opening: record.fields, steps: noSteps, ...(unopened && { unopened }) };
}

/** Kinds of facts that make a link, e.g. a marriage. */
function linkingKinds(catalogue: Catalogue, links: readonly string[]): ReadonlySet<string> {
  const making = catalogue.records.filter(({ effects }) =>
    effects?.some(({ set }) => links.some((field) => field in set)),
  );
  return new Set(making.map(({ kind }) => kind));
}

/** Who holds whom by opening values, found from the one who is held. */
function createHolders(links: readonly string[]) {
  const holders = new Map<string, readonly string[]>();
  const held = (record: Held | undefined) =>
    record === undefined ? [] : links.map((field) => textOf(record.fields, field)).filter((id) => id !== '');
  const add = (id: string, holder: string) => holders.set(id, [...(holders.get(id) ?? []), holder]);
  const drop = (id: string, holder: string | undefined) =>
    holders.set(
      id,
      (holders.get(id) ?? []).filter((one) => one !== holder),
    );
  return {
    of: (id: string) => holders.get(id) ?? [],
    replace(before: Held | undefined, after: Held | undefined) {
      const is = held(after);
      const was = before === undefined ? [] : held(before);
      for (const id of was) if (!is.includes(id)) drop(id, before?.id);
      for (const id of is) if (after !== undefined && !was.includes(id)) add(id, after.id);
    },
  };
}

function* filter(records: Iterable<Held>, isIn: (record: Held) => boolean): Generator<Held> {
  for (const record of records) if (isIn(record)) yield record;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
