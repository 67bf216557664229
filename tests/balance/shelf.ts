import { catalogue } from '../../src/catalogue/index.ts';
import { type Book, type BookRecord, namedBy } from '../../src/domain/book/book.ts';
import { lifeOf } from '../../src/domain/book/life.ts';
import { indexNames } from '../../src/domain/book/naming-back.ts';
import type { Timeline } from '../../src/domain/book/timeline.ts';

/** A book over a plain list, in the order given; each life is worked out once. */
export function shelve(records: readonly BookRecord[]): Book {
  const byId = new Map(records.map((one) => [one.id, one]));
  const byKind = new Map<string, BookRecord[]>();
  const naming = new Map<string, BookRecord[]>();
  const put = (shelf: Map<string, BookRecord[]>, key: string, one: BookRecord) => {
    const held = shelf.get(key);
    if (held === undefined) shelf.set(key, [one]);
    else held.push(one);
  };
  for (const one of records) {
    put(byKind, one.kind, one);
    for (const id of namedBy(catalogue, one)) put(naming, id, one);
  }
  const factsNaming = (id: string) => naming.get(id) ?? [];
  const whoNames = indexNames(catalogue, records);
  const timelines = new Map<string, Timeline>();
  return {
    catalogue,
    get: (id) => byId.get(id),
    all: (kind) => byKind.get(kind) ?? [],
    factsNaming,
    timeline(one) {
      const known = timelines.get(one.id) ?? lifeOf({ catalogue, factsNaming, whoNames }, one);
      timelines.set(one.id, known);
      return known;
    },
  };
}
