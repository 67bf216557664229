import { dayBefore } from '../calendar/civil-date.ts';
import { completeDate, isPartialDate } from '../calendar/partial-date.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Scope } from '../condition.ts';
import type { RecordDefinition } from '../record.ts';
import type { Fields } from '../value.ts';
import { dayState, type Moment, stateAfter, stateBefore, type Timeline } from './timeline.ts';

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
  /** Facts that name this record in any of their fields. */
  factsNaming(id: string): readonly BookRecord[];
  /** Where records stand beyond its commune too: those of a village that is another commune's. */
  readonly bounds?: Bounds | undefined;
}

/** What a hub knows of where a book ends. */
export interface Bounds {
  /** Unit ids of its commune. */
  readonly own: ReadonlySet<string>;
  /**
   * Whether somebody of two books is this one's by the household of a day; `undefined` where that does not tell.
   * @param held that household and where it stood that day, where this book has it
   */
  tells(book: Book, subject: BookRecord, state: Fields, held: Stood | undefined): boolean | undefined;
}

interface Stood {
  readonly holder: BookRecord;
  readonly place: string;
}

/** Whether a place is of the book's own commune. */
export function isOwnPlace({ bounds }: Book, place: string): boolean {
  return bounds?.own.has(place) !== false;
}

/** When a fact happened; `undefined` for a state, or a fact whose date is unknown. */
export function momentOf(catalogue: Catalogue, fact: BookRecord): Moment | undefined {
  const definition = definitionOf(catalogue, fact.kind);
  const date = definition?.dateField === undefined ? undefined : fact.fields[definition.dateField];
  if (typeof date !== 'string' || !isPartialDate(date)) return undefined;
  return { date: completeDate(date), phase: definition?.phase ?? 'change', written: fact.written, op: fact.id };
}

/** Ids of the records that a fact names in any of its fields; none for a state. */
export function namedBy(catalogue: Catalogue, fact: BookRecord): readonly string[] {
  const definition = definitionOf(catalogue, fact.kind);
  if (definition?.nature !== 'fact') return [];
  const ids: string[] = [];
  for (const key of namingFields(definition)) {
    const id = fact.fields[key];
    if (typeof id === 'string' && !ids.includes(id)) ids.push(id);
  }
  return ids;
}

const naming = new WeakMap<RecordDefinition, readonly string[]>();

function namingFields(definition: RecordDefinition): readonly string[] {
  const known =
    naming.get(definition) ?? definition.fields.filter(({ type }) => type.is === 'reference').map(({ key }) => key);
  naming.set(definition, known);
  return known;
}

const definitions = new WeakMap<Catalogue, ReadonlyMap<string, RecordDefinition>>();

export function definitionOf(catalogue: Catalogue, kind: string): RecordDefinition | undefined {
  const known = definitions.get(catalogue) ?? new Map(catalogue.records.map((record) => [record.kind, record]));
  definitions.set(catalogue, known);
  return known.get(kind);
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

/** Which values of the records that a fact names are meant: those just after it, just before it, or of the day before. */
export type SeenFrom = 'after' | 'before' | 'dayBefore';

export function stateSeen(timeline: Timeline, moment: Moment, seen: SeenFrom): Fields {
  if (seen === 'after') return stateAfter(timeline, moment);
  return seen === 'before' ? stateBefore(timeline, moment) : dayState(timeline, dayBefore(moment.date));
}

/**
 * Scope of a fact: `fact` its fields; under its field's name each record it names, with its values as `seen`; under
 * `before` the same records with their values just before the fact.
 */
export function factScope(book: Book, fact: BookRecord, moment: Moment, seen: SeenFrom = 'after'): Scope {
  const before: { [name: string]: Scope } = {};
  const scope: { [name: string]: Scope } = { fact: scopeOf(fact, fact.fields), before };
  for (const field of definitionOf(book.catalogue, fact.kind)?.fields ?? []) {
    const id = field.type.is === 'reference' ? fact.fields[field.key] : undefined;
    const named = typeof id === 'string' ? book.get(id) : undefined;
    if (named === undefined) continue;
    const timeline = book.timeline(named);
    scope[field.key] = scopeOf(named, stateSeen(timeline, moment, seen));
    before[field.key] = scopeOf(named, stateBefore(timeline, moment));
  }
  return scope;
}
