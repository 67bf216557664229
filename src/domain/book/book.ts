import { completeDate, isPartialDate } from '../calendar/partial-date.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Scope } from '../condition.ts';
import { effectsOf } from '../effect.ts';
import type { RecordDefinition } from '../record.ts';
import type { Fields } from '../value.ts';
import { type Change, type Moment, makeTimeline, stateAfter, type Timeline } from './timeline.ts';

/** A living record with one value a field. Dated `fields` of a state are its opening values. */
export interface BookRecord {
  readonly kind: string;
  readonly id: string;
  readonly place: string;
  readonly fields: Fields;
  /** Effective stamp of a fact: orders the facts of one day. */
  readonly written: readonly [ms: number, counter: number];
}

/** The register as the engine reads it. A voided record is not in it. */
export interface Book {
  readonly catalogue: Catalogue;
  get(id: string): BookRecord | undefined;
  all(kind: string): Iterable<BookRecord>;
  timeline(record: BookRecord): Timeline;
}

/** When a fact happened; `undefined` for a state, or a fact whose date is unknown. */
export function momentOf(catalogue: Catalogue, fact: BookRecord): Moment | undefined {
  const definition = definitionOf(catalogue, fact.kind);
  const date = definition?.dateField === undefined ? undefined : fact.fields[definition.dateField];
  if (typeof date !== 'string' || !isPartialDate(date)) return undefined;
  return { date: completeDate(date), phase: definition?.phase ?? 'change', written: fact.written, op: fact.id };
}

/** A record's life: its own values, and what these facts (in any order) do to it. */
export function timelineOf(catalogue: Catalogue, record: BookRecord, facts: readonly BookRecord[]): Timeline {
  const changes = facts.flatMap((fact): readonly Change[] => {
    const at = momentOf(catalogue, fact);
    const effects = definitionOf(catalogue, fact.kind)?.effects ?? [];
    if (at === undefined) return [];
    return effectsOf(effects, fact.fields).flatMap(({ target, set }) => (target === record.id ? [{ at, set }] : []));
  });
  return makeTimeline(record.fields, changes);
}

/** Ids of the records that a fact names in any of its fields; none for a state. */
export function namedBy(catalogue: Catalogue, fact: BookRecord): readonly string[] {
  const definition = definitionOf(catalogue, fact.kind);
  if (definition?.nature !== 'fact') return [];
  const ids = definition.fields
    .filter((field) => field.type.is === 'reference')
    .map((field) => fact.fields[field.key])
    .filter((id) => typeof id === 'string');
  return [...new Set(ids)];
}

export function definitionOf(catalogue: Catalogue, kind: string): RecordDefinition | undefined {
  return catalogue.records.find((record) => record.kind === kind);
}

/** A record as conditions see it: its values at some moment, id, place. */
export function scopeOf(record: BookRecord, state: Fields): Scope {
  return { ...state, id: record.id, place: record.place };
}

/** The record this one lives with by its values at some moment, e.g. a person's household. */
export function holderOf(book: Book, record: BookRecord, state: Fields): BookRecord | undefined {
  const field = definitionOf(book.catalogue, record.kind)?.placeThrough;
  if (field === undefined) return undefined;
  const id = state[field];
  return typeof id === 'string' ? book.get(id) : undefined;
}

/**
 * Scope of a fact: `fact` its fields, and under its field's name each record it names, with dated values after this
 * fact and those before it on its day.
 */
export function factScope(book: Book, fact: BookRecord, moment: Moment): Scope {
  const scope: { [name: string]: Scope } = { fact: scopeOf(fact, fact.fields) };
  for (const field of definitionOf(book.catalogue, fact.kind)?.fields ?? []) {
    const id = field.type.is === 'reference' ? fact.fields[field.key] : undefined;
    const named = typeof id === 'string' ? book.get(id) : undefined;
    if (named !== undefined) scope[field.key] = scopeOf(named, stateAfter(book.timeline(named), moment));
  }
  return scope;
}
