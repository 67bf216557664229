import { definitionOf, momentOf } from '../../domain/book/book.ts';
import { holds, type Scope } from '../../domain/condition.ts';
import { type Held, type HeldBook, personKind } from '../held.ts';

/** What came about in a record's life, as rules see it. */
export interface Happened {
  readonly [name: string]: Scope | string | undefined;
  /**
   * `last.KIND.FIELD`: civil date of the latest fact of that kind that names it in that field; of kinds that a code tells
   * apart also `last.KIND.CODE`.
   */
  readonly last: Scope;
  /** Civil date of the latest fact that names it and tells of what came about. */
  readonly lastFact: string | undefined;
  /** `open.KIND`: since when it is in something that lasts and has not ended, e.g. a pregnancy. */
  readonly open: Scope;
}

/**
 * All dates, those after today too: a rule says what it compares them with.
 * @param day what is `open` on that day, whatever ended it since; after all that is known where not said
 */
export function happenedTo(book: HeldBook, record: Held, day?: string): Happened {
  const last = latestDates(book, record);
  const open = openOnes(book, record, day === undefined ? last : latestDates(book, record, day), day);
  return { last, lastFact: latestFact(book, record), open };
}

/** Civil dates of the `first` and the `last` fact that a record lives through; what tells of the book alone is none. */
export function livedSpan(book: HeldBook, record: Held): Scope {
  const dates = book
    .factsNaming(record.id)
    .flatMap((fact) => (isEvent(book, fact, record.id) ? (momentOf(book.catalogue, fact)?.date ?? []) : []))
    .sort();
  return { first: dates[0], last: dates.at(-1) };
}

function latestDates(book: HeldBook, record: Held, until?: string): Dates {
  const last: { [kind: string]: { [field: string]: string } } = {};
  for (const fact of book.factsNaming(record.id)) {
    const date = momentOf(book.catalogue, fact)?.date;
    if (date === undefined || (until !== undefined && date > until)) continue;
    for (const field of [...fieldsNaming(book, fact, record.id), ...codeOf(book, fact)]) {
      const dates = last[fact.kind] ?? {};
      if (date > (dates[field] ?? '')) dates[field] = date;
      last[fact.kind] = dates;
    }
  }
  return last;
}

function latestFact(book: HeldBook, record: Held): string | undefined {
  const facts = book.factsNaming(record.id).filter((fact) => !isOfBook(book, record, fact));
  return facts
    .flatMap((fact) => momentOf(book.catalogue, fact)?.date ?? [])
    .sort()
    .at(-1);
}

const person: readonly string[] = ['person'];

function isEvent({ catalogue }: HeldBook, { kind, fields }: Held, id: string): boolean {
  const { isPaperwork, livedBy = person } = definitionOf(catalogue, kind) ?? {};
  if (isPaperwork !== undefined && holds(isPaperwork, fields)) return false;
  return livedBy.some((field) => fields[field] === id);
}

/**
 * A fact that tells of the book and of nothing that came about: an entry by hand, a value of a person that was put beside
 * it, what an act on many households put.
 */
function isOfBook({ catalogue }: HeldBook, record: Held, fact: Held): boolean {
  const definition = definitionOf(catalogue, fact.kind);
  if (definition?.isEntry === true) return true;
  const named = definition?.effects?.find(({ setNamed }) => setNamed !== undefined)?.setNamed;
  if (named === undefined || named.oneOf.includes(String(fact.fields[named.field]))) return false;
  return record.kind === personKind || (fact.fields.act ?? null) !== null;
}

function fieldsNaming(book: HeldBook, fact: Held, id: string): readonly string[] {
  const fields = definitionOf(book.catalogue, fact.kind)?.fields ?? [];
  return fields.filter(({ key, type }) => type.is === 'reference' && fact.fields[key] === id).map(({ key }) => key);
}

function codeOf(book: HeldBook, fact: Held): readonly string[] {
  const code = fact.fields[definitionOf(book.catalogue, fact.kind)?.toldApartBy ?? ''];
  return typeof code === 'string' ? [code] : [];
}

type Dates = { readonly [kind: string]: { readonly [field: string]: string } };

/** What ends on the day it began is over. */
function openOnes(book: HeldBook, record: Held, last: Dates, day?: string): Scope {
  const open: { [kind: string]: string } = {};
  for (const { kind, lasts } of book.catalogue.records) {
    const since = lasts === undefined ? undefined : last[kind]?.[lasts.who];
    if (lasts === undefined || since === undefined) continue;
    if (lasts.namedIn !== undefined) {
      const [first] = ongoing(book, record, kind, day);
      if (first !== undefined) open[kind] = dayOf(book, first);
      continue;
    }
    const isOver = lasts.until.some(({ fact, who }) => (last[fact]?.[who] ?? '') >= since);
    if (!isOver) open[kind] = since;
  }
  return open;
}

/** Facts of a kind of which several go on at once, and that have not ended, the earliest first. */
export function ongoing(book: HeldBook, record: Held, kind: string, day = '9'): readonly Held[] {
  const { lasts } = definitionOf(book.catalogue, kind) ?? {};
  if (lasts?.namedIn === undefined) return [];
  const { namedIn, until, who } = lasts;
  const told = book.factsNaming(record.id).filter((fact) => dayOf(book, fact) <= day);
  const ends = told.filter((fact) => until.some((end) => end.fact === fact.kind && fact.fields[end.who] === record.id));
  const isOver = (fact: Held) =>
    ends.some((end) => {
      const named = end.fields[namedIn];
      return Array.isArray(named) ? named.includes(fact.id) : dayOf(book, end) >= dayOf(book, fact);
    });
  return told
    .filter((fact) => fact.kind === kind && fact.fields[who] === record.id && !isOver(fact))
    .sort((a, b) => (dayOf(book, a) < dayOf(book, b) ? -1 : 1));
}

function dayOf(book: HeldBook, fact: Held): string {
  return momentOf(book.catalogue, fact)?.date ?? '';
}
