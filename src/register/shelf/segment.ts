import type { RecordDefinition } from '../../domain/record.ts';
import type { Value } from '../../domain/value.ts';
import {
  type FieldColumn,
  type IdList,
  type KindColumns,
  type PageColumns,
  valueAt,
} from '../../sync/records/page-columns.ts';
import type { Glance, Held } from '../held.ts';

/** The records of one kind on one page. A commune has thousands of these in memory: they hold data, and no functions. */
export interface Segment {
  readonly definition: RecordDefinition;
  readonly ids: IdList;
  /** Number of its first record among all that are shelved. */
  readonly first: number;
  readonly columns: KindColumns;
  readonly page: PageColumns;
  /** Columns of the definition's fields in their order, where the page has them. */
  readonly known: readonly (FieldColumn | undefined)[];
}

/** One for all states: their order of writing orders nothing. */
const unordered = [0, 0] as const;

export function makeSegment(
  definition: RecordDefinition,
  page: PageColumns,
  columns: KindColumns,
  first: number,
): Segment {
  return {
    definition,
    ids: columns.ids,
    first,
    columns,
    page,
    known: definition.fields.map(({ key }) => columns.fields[key]),
  };
}

/** The record at a position as the register shows it: made anew each time. */
export function heldIn({ definition, ids, columns, page, known }: Segment, position: number): Held {
  const { kind, dateField, fields } = definition;
  const values: { [field: string]: Value } = {};
  // In the order of the definition, so that records of a kind share their shape in memory.
  for (let at = 0; at < known.length; at += 1) putValue(values, fields[at]?.key ?? '', known[at], position);
  // A search index has neither stamps nor authors.
  const isFact = dateField !== undefined && columns.by.length > 0 && values[dateField] !== undefined;
  return {
    kind,
    id: ids.at(position),
    place: placeAt(page, columns, position),
    standing: 'confirmed',
    written: isFact ? [columns.ms[position] ?? 0, columns.counter[position] ?? 0] : unordered,
    author: isFact ? (page.users[columns.by[position] ?? 0] ?? '') : '',
    fields: values,
  };
}

/** Positions that a glance at some fields picks. */
export function* pickedIn(
  { ids, columns, page }: Segment,
  keys: readonly string[],
  isIt: (glance: Glance) => boolean,
): Generator<number> {
  const asked = keys.map((key) => columns.fields[key]);
  for (let position = 0; position < ids.length; position += 1) {
    const values: { [field: string]: Value } = {};
    for (let at = 0; at < asked.length; at += 1) putValue(values, keys[at] ?? '', asked[at], position);
    if (isIt({ place: placeAt(page, columns, position), fields: values })) yield position;
  }
}

function placeAt({ places }: PageColumns, columns: KindColumns, position: number): string {
  return places[columns.in[position] ?? 0] ?? '';
}

function putValue(
  values: { [field: string]: Value },
  key: string,
  column: FieldColumn | undefined,
  position: number,
): void {
  const value = column === undefined ? undefined : valueAt(column, position);
  if (value !== undefined && value !== null) values[key] = value;
}
