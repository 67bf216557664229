import type { Book, BookRecord } from '../domain/book/book.ts';
import type { RecordDefinition } from '../domain/record.ts';
import { givenNameFirst } from '../domain/search-key.ts';
import type { Fields, Value } from '../domain/value.ts';
import { shown } from '../sync/records/merge.ts';
import type { Head, RecordState } from '../sync/records/record-state.ts';
import type { Standing } from './answers.ts';

/** The two kinds that the screens of a register are about. */
export const householdKind = 'household';
export const personKind = 'person';

/**
 * A record as the register keeps it: the values that show, without the heads behind them, so that 60,000 people fit a
 * cheap phone.
 */
export interface Held extends BookRecord {
  readonly standing: Standing;
  /** User id of who wrote a fact; empty for a state, whose values have many authors. */
  readonly author: string;
  /** A person's name folded, given name first: found and sorted by it. Empty for other kinds. */
  readonly nameKey: string;
}

/** A book whose records say how they stand. */
export interface HeldBook extends Book {
  get(id: string): Held | undefined;
  all(kind: string): Iterable<Held>;
  factsNaming(id: string): readonly Held[];
  /** A record's values after all that is known. */
  closing(record: Held): Fields;
  /** False for a record that `all` leaves out. */
  isCounted(record: Held): boolean;
  /** Ids of records that wait for a verdict: few, whatever the size of the book. */
  readonly waiting: ReadonlySet<string>;
}

/** One copy of each text that many records share. */
export type Intern = (text: string) => string;

export function createIntern(): Intern {
  const pool = new Map<string, string>();
  return (text) => {
    const known = pool.get(text);
    if (known === undefined) pool.set(text, text);
    return known ?? text;
  };
}

export function holdRecord(definition: RecordDefinition, state: RecordState, standing: Standing, intern: Intern): Held {
  const fields = readFields(definition, state, intern);
  const name = definition.kind === personKind ? fields.fullName : undefined;
  return {
    kind: definition.kind,
    id: state.id,
    place: typeof state.place.value === 'string' ? intern(state.place.value) : '',
    standing,
    written: dateHead(definition, state)?.stamp ?? unordered,
    author: intern(dateHead(definition, state)?.user ?? ''),
    fields,
    nameKey: typeof name === 'string' ? givenNameFirst(name) : '',
  };
}

/** In the order of the definition, so that records of a kind share their shape in memory. */
function readFields(definition: RecordDefinition, state: RecordState, intern: Intern): Fields {
  const fields: { [field: string]: Value } = {};
  for (const { key, type } of definition.fields) {
    const value = shown(state, key);
    if (value === undefined || value === null) continue;
    const isShared = type.is === 'code' || type.is === 'reference' || type.is === 'place';
    fields[key] = isShared && typeof value === 'string' ? intern(value) : value;
  }
  return fields;
}

/** One for all states: their order of writing orders nothing. */
const unordered = [0, 0] as const;

/** The value that a fact was written by. */
function dateHead({ dateField }: RecordDefinition, state: RecordState): Head | undefined {
  return dateField === undefined ? undefined : state.fields[dateField]?.[0];
}

/** A text field of a record's values, empty where unknown. */
export function textOf(fields: Fields, field: string): string {
  const value = fields[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
