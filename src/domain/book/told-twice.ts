import { type Book, type BookRecord, momentOf, namedBy } from './book.ts';
import { compareMoments, type Moment } from './timeline.ts';

/**
 * What all the facts say that tell of one event: of one kind and day, about the same records, e.g. one wedding written
 * by both families. Who tells most of them counts, of equals who wrote first; what that fact leaves blank is filled
 * from the others. `undefined` for every other of them: it counts with that one.
 */
export function wholeTelling(book: Book, fact: BookRecord, at: Moment): BookRecord | undefined {
  const others = othersOfDay(book, fact, at);
  if (others.length === 0) return fact;
  const own = namedBy(book.catalogue, fact);
  const less: BookRecord[] = [];
  for (const other of others) {
    const theirs = namedBy(book.catalogue, other.fact);
    const isAll = own.every((id) => theirs.includes(id));
    if (isAll && (theirs.length > own.length || compareMoments(other.at, at) < 0)) return undefined;
    if (theirs.every((id) => own.includes(id))) less.push(other.fact);
  }
  return less.reduce(filled, fact);
}

interface Told {
  readonly fact: BookRecord;
  readonly at: Moment;
}

/** Facts of this kind and day that name somebody whom this one names, in the order written. */
function othersOfDay({ catalogue, factsNaming }: Book, fact: BookRecord, { date }: Moment): readonly Told[] {
  const found = new Map<string, Told>();
  for (const other of namedBy(catalogue, fact).flatMap((id) => factsNaming(id))) {
    const at = other.kind === fact.kind && other.id !== fact.id ? momentOf(catalogue, other) : undefined;
    if (at?.date === date) found.set(other.id, { fact: other, at });
  }
  return [...found.values()].sort((a, b) => compareMoments(a.at, b.at));
}

function filled(whole: BookRecord, { fields }: BookRecord): BookRecord {
  const blanks = Object.entries(fields).filter(([field]) => (whole.fields[field] ?? null) === null);
  return blanks.length === 0 ? whole : { ...whole, fields: { ...whole.fields, ...Object.fromEntries(blanks) } };
}
