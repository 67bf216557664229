import type { Catalogue } from '../catalogue.ts';
import type { Scope } from '../condition.ts';
import type { RecordDefinition } from '../record.ts';
import type { Fields } from '../value.ts';
import { type Moment, stateAfter, type Timeline } from './timeline.ts';

/** A living record with one value a field. `fields` of a state hold its opening values where they are dated. */
export interface BookRecord {
  readonly kind: string;
  readonly id: string;
  readonly place: string;
  readonly fields: Fields;
}

/** The register as the engine reads it. A voided record is not in it. */
export interface Book {
  readonly catalogue: Catalogue;
  get(id: string): BookRecord | undefined;
  all(kind: string): Iterable<BookRecord>;
  timeline(record: BookRecord): Timeline;
  /** When a fact happened; `undefined` for a state, or a fact whose date is unknown. */
  momentOf(fact: BookRecord): Moment | undefined;
}

export function definitionOf(catalogue: Catalogue, kind: string): RecordDefinition | undefined {
  return catalogue.records.find((record) => record.kind === kind);
}

/** A record as conditions see it: id, place, its fields, dated values as given. */
export function scopeOf(record: BookRecord, dated: Fields): Scope {
  return { ...record.fields, ...dated, id: record.id, place: record.place };
}

/** The record this one lives with by these dated values, e.g. a person's household. */
export function holderOf(book: Book, record: BookRecord, dated: Fields): BookRecord | undefined {
  const field = definitionOf(book.catalogue, record.kind)?.placeThrough;
  if (field === undefined) return undefined;
  const id = dated[field] ?? record.fields[field];
  return typeof id === 'string' ? book.get(id) : undefined;
}

/**
 * Scope of a fact: `fact` its fields, and under its field's name each record it names, with dated values after this
 * fact and those before it on its day.
 */
export function factScope(book: Book, fact: BookRecord, moment: Moment): Scope {
  const scope: { [name: string]: Scope } = { fact: scopeOf(fact, {}) };
  for (const field of definitionOf(book.catalogue, fact.kind)?.fields ?? []) {
    const id = field.type.is === 'reference' ? fact.fields[field.key] : undefined;
    const named = typeof id === 'string' ? book.get(id) : undefined;
    if (named !== undefined) scope[field.key] = scopeOf(named, stateAfter(book.timeline(named), moment));
  }
  return scope;
}
