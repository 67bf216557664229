import { type Book, type BookRecord, momentOf } from './book.ts';
import { compareMoments, type Moment } from './timeline.ts';

/**
 * A fact counts only when something is complete with it for the first time: it is the first of its kind about its
 * subject, or the one after which none of `fields` is blank any more. It begins anew each calendar year, or after each
 * fact of `since` about the same subject, e.g. a pregnancy ends with a birth.
 */
export interface Completion {
  readonly fields?: readonly string[];
  readonly each?: 'year';
  readonly since?: readonly { readonly fact: string; readonly subject: string }[];
}

interface Counted {
  readonly fact: string;
  readonly subject: string;
  readonly completes?: Completion;
}

interface Told {
  readonly at: Moment;
  readonly fact: BookRecord;
}

/** Whether a fact completes what its part asks for; true where nothing is asked. */
export function isCompleting(part: Counted, book: Book, at: Moment, fact: BookRecord): boolean {
  const { completes, subject } = part;
  const id = fact.fields[subject];
  if (completes === undefined || typeof id !== 'string') return true;
  const before = toldBefore(book, at, id);
  const earlier = sinceBeginning(completes, before, id, at).filter(
    (one) => one.fact.kind === part.fact && one.fact.fields[subject] === id,
  );
  const { fields } = completes;
  if (fields === undefined) return earlier.length === 0;
  const known = earlier.map((one) => one.fact);
  return !isComplete(fields, known) && isComplete(fields, [...known, fact]);
}

function toldBefore(book: Book, at: Moment, id: string): readonly Told[] {
  return book.factsNaming(id).flatMap((fact) => {
    const moment = momentOf(book.catalogue, fact);
    return moment !== undefined && compareMoments(moment, at) < 0 ? [{ at: moment, fact }] : [];
  });
}

function sinceBeginning(
  { each, since = [] }: Completion,
  told: readonly Told[],
  id: string,
  at: Moment,
): readonly Told[] {
  const thisYear = each === undefined ? told : told.filter((one) => one.at.date.slice(0, 4) === at.date.slice(0, 4));
  const ends = told.filter(({ fact }) =>
    since.some((one) => one.fact === fact.kind && fact.fields[one.subject] === id),
  );
  return thisYear.filter((one) => ends.every((end) => compareMoments(one.at, end.at) > 0));
}

function isComplete(fields: readonly string[], facts: readonly BookRecord[]): boolean {
  return fields.every((field) => facts.some((fact) => (fact.fields[field] ?? null) !== null));
}
