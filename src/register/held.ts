import type { Book, BookRecord } from '../domain/book/book.ts';
import type { Days } from '../domain/calendar/period.ts';
import type { RecordDefinition } from '../domain/record.ts';
import type { Fields, Value } from '../domain/value.ts';
import { shown } from '../sync/records/merge.ts';
import type { FieldColumn, IdList } from '../sync/records/page-columns.ts';
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
}

/** A book whose records say how they stand. */
export interface HeldBook extends Book {
  get(id: string): Held | undefined;
  all(kind: string): Iterable<Held>;
  /** A record of that kind; quicker than to ask for whatever has this id. */
  find(kind: string, id: string): Held | undefined;
  ids(kind: string): Iterable<string>;
  /** Facts of a kind that happened on these days; the others are not made. */
  within(kind: string, days: Days): Iterable<Held>;
  /** Records of a kind that a glance at some of their fields picks; the others are not made. */
  pick(kind: string, fields: readonly string[], isIt: (glance: Glance) => boolean): Iterable<Held>;
  /** Id and one value of each record of a kind that has it, without making the records. */
  values(kind: string, field: string): Iterable<readonly [id: string, value: Value]>;
  /** The same page by page, for whoever reads all of it. */
  columns(kind: string, field: string): Iterable<HeldColumn>;
  /** `kinds`: only facts of these are sought. Those that were changed since come whatever their kind. */
  factsNaming(id: string, kinds?: ReadonlySet<string>): readonly Held[];
  /** States that name this one by their own values, e.g. whom an opening value puts into a household. */
  statesNaming(id: string): readonly Held[];
  /** A record's values after all that is known. */
  closing(record: Held): Fields;
  /** False for a record that `all` leaves out. */
  isCounted(record: Held): boolean;
  /** Ids of records that wait for a verdict: few, whatever the size of the book. */
  readonly waiting: ReadonlySet<string>;
}

/** A record as far as somebody looks at it. */
export type Glance = Pick<Held, 'place' | 'fields'>;

/** One field of many records. */
export interface HeldColumn {
  readonly ids: IdList;
  readonly column: FieldColumn;
  /** False for a record that stands elsewhere now. */
  isShown(position: number): boolean;
}

/** What many records share: one copy of each text. */
export interface Shared {
  readonly intern: (text: string) => string;
}

export function createShared(): Shared {
  const pool = new Map<string, string>();
  const intern = (text: string): string => {
    const known = pool.get(text);
    if (known === undefined) pool.set(text, text);
    return known ?? text;
  };
  return { intern };
}

export function holdRecord(definition: RecordDefinition, state: RecordState, standing: Standing, shared: Shared): Held {
  const { intern } = shared;
  const fields = readFields(definition, state, intern);
  const head = dateHead(definition, state);
  return {
    kind: definition.kind,
    id: state.id,
    place: typeof state.place.value === 'string' ? intern(state.place.value) : '',
    standing,
    written: head?.stamp ?? unordered,
    author: intern(head?.user ?? ''),
    fields,
  };
}

/** In the order of the definition, so that records of a kind share their shape in memory. */
function readFields(definition: RecordDefinition, state: RecordState, intern: Shared['intern']): Fields {
  const fields: { [field: string]: Value } = {};
  for (const { key, type } of definition.fields) {
    const heads = state.fields[key];
    if (heads === undefined) continue;
    const value = heads.length === 1 ? heads[0]?.value : shown(state, key);
    if (value === undefined || value === null) continue;
    fields[key] = sharedValue(type, value, intern);
  }
  return fields;
}

function sharedValue(
  { is }: RecordDefinition['fields'][number]['type'],
  value: Value,
  intern: Shared['intern'],
): Value {
  const isShared = is === 'code' || is === 'reference' || is === 'place';
  return isShared && typeof value === 'string' ? intern(value) : value;
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
