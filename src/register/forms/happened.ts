import { definitionOf, momentOf } from '../../domain/book/book.ts';
import type { Scope } from '../../domain/condition.ts';
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

/** All dates, those after today too: a rule says what it compares them with. */
export function happenedTo(book: HeldBook, record: Held): Happened {
  const last: { [kind: string]: { [field: string]: string } } = {};
  let lastFact: string | undefined;
  for (const fact of book.factsNaming(record.id)) {
    const date = momentOf(book.catalogue, fact)?.date;
    if (date === undefined) continue;
    if (!isOfBook(book, record, fact) && date > (lastFact ?? '')) lastFact = date;
    for (const field of [...fieldsNaming(book, fact, record.id), ...codeOf(book, fact)]) {
      const dates = last[fact.kind] ?? {};
      if (date > (dates[field] ?? '')) dates[field] = date;
      last[fact.kind] = dates;
    }
  }
  return { last, lastFact, open: openOnes(book, last) };
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
function openOnes({ catalogue }: HeldBook, last: Dates): Scope {
  const open: { [kind: string]: string } = {};
  for (const { kind, lasts } of catalogue.records) {
    const since = lasts === undefined ? undefined : last[kind]?.[lasts.who];
    if (lasts === undefined || since === undefined) continue;
    const isOver = lasts.until.some(({ fact, who }) => (last[fact]?.[who] ?? '') >= since);
    if (!isOver) open[kind] = since;
  }
  return open;
}
