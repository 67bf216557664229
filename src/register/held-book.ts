import { namedBy, timelineOf } from '../domain/book/book.ts';
import type { Timeline } from '../domain/book/timeline.ts';
import type { Catalogue } from '../domain/catalogue.ts';
import type { Held, HeldBook } from './held.ts';

/** The register's records and what follows from facts, kept up record by record. */
export interface WritableBook extends HeldBook {
  /** Puts, replaces or (with `undefined`) takes out; answers every id whose values may differ afterwards. */
  replace(id: string, held: Held | undefined): ReadonlySet<string>;
  /** Facts that name a record in any of their fields. */
  factsNaming(id: string): readonly Held[];
  /** As figures see it: a fact that was sent back neither counts nor has effect until it is mended. */
  readonly counted: HeldBook;
  size(): number;
}

const isStanding = (fact: Held): boolean => fact.standing !== 'mending';

const noSteps: Timeline['steps'] = [];

export function createHeldBook(catalogue: Catalogue): WritableBook {
  const kinds = new Map<string, Map<string, Held>>(catalogue.records.map(({ kind }) => [kind, new Map()]));
  const naming = new Map<string, readonly Held[]>();
  const timelines = new Map<string, Timeline>();
  const waiting = new Set<string>();
  const factsNaming = (id: string) => naming.get(id) ?? [];

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
    timeline: (record) => {
      // Most people have no fact yet: nothing is kept for them.
      if (!naming.has(record.id)) return { opening: record.fields, steps: noSteps };
      const known = timelines.get(record.id) ?? timelineOf(catalogue, record, factsNaming(record.id));
      timelines.set(record.id, known);
      return known;
    },
  };
  const facts = new Set(catalogue.records.filter(({ nature }) => nature === 'fact').map(({ kind }) => kind));
  const isCounted = (record: Held) => isStanding(record) || !facts.has(record.kind);
  const counted: HeldBook = {
    ...book,
    all: (kind) => filter(all(kind), isCounted),
    isCounted,
    timeline: (record) => {
      const known = factsNaming(record.id);
      return known.every(isStanding) ? book.timeline(record) : timelineOf(catalogue, record, known.filter(isStanding));
    },
  };

  const rename = (id: string, before: Held | undefined, held: Held | undefined) => {
    const known = factsNaming(id).filter((fact) => fact !== before);
    if (held !== undefined) known.push(held);
    if (known.length > 0) naming.set(id, known);
    else naming.delete(id);
  };

  const store = (id: string, before: Held | undefined, held: Held | undefined) => {
    if (before !== undefined && before.kind !== held?.kind) kinds.get(before.kind)?.delete(id);
    if (held !== undefined) kinds.get(held.kind)?.set(id, held);
    if (held?.standing === 'waiting') waiting.add(id);
    else waiting.delete(id);
  };

  const replace = (id: string, held: Held | undefined): ReadonlySet<string> => {
    const before = get(id);
    store(id, before, held);
    const [was, is] = [before, held].map((one) => (one === undefined ? [] : namedBy(catalogue, one)));
    const touched = new Set([...(was ?? []), ...(is ?? [])]);
    for (const one of touched) rename(one, before, is?.includes(one) ? held : undefined);
    touched.add(id);
    for (const one of touched) timelines.delete(one);
    return touched;
  };

  return { ...book, counted, replace, factsNaming, size: () => sum([...kinds.values()].map(({ size }) => size)) };
}

function* filter(records: Iterable<Held>, isIn: (record: Held) => boolean): Generator<Held> {
  for (const record of records) if (isIn(record)) yield record;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
