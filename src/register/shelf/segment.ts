import type { RecordDefinition } from '../../domain/record.ts';
import type { Fields, Value } from '../../domain/value.ts';
import {
  type FieldColumn,
  type IdList,
  type KindColumns,
  type Numbers,
  type PageColumns,
  valueAt,
} from '../../sync/records/page-columns.ts';
import type { Glance, Held } from '../held.ts';

/** The records of one kind on one page. */
export interface Segment {
  readonly definition: RecordDefinition;
  readonly ids: IdList;
  /** Number of its first record among all that are shelved. */
  readonly first: number;
  readonly columns: KindColumns;
  /** The record at a position as the register shows it: made anew each time. */
  readonly held: (position: number) => Held;
  /** Positions that a glance at some fields picks. */
  readonly picked: (fields: readonly string[], isIt: (glance: Glance) => boolean) => Iterable<number>;
}

/** One for all states: their order of writing orders nothing. */
const unordered = [0, 0] as const;

export function makeSegment(
  definition: RecordDefinition,
  page: PageColumns,
  columns: KindColumns,
  first: number,
): Segment {
  const { kind, dateField, fields } = definition;
  const { ids, ms, counter, by } = columns;
  const columnsOf = (keys: readonly string[]) =>
    keys.flatMap((key): readonly (readonly [string, FieldColumn])[] => {
      const column = columns.fields[key];
      return column === undefined ? [] : [[key, column]];
    });
  const known = columnsOf(fields.map(({ key }) => key));
  const placeAt = (position: number): string => page.places[columns.in[position] ?? 0] ?? '';
  const stamps = dateField === undefined || by.length === 0 ? undefined : momentsOf(ms);
  const writtenAt = (position: number, isFact: boolean): Held['written'] =>
    isFact ? [stamps?.[position] ?? 0, counter[position] ?? 0] : unordered;
  const held = (position: number): Held => {
    const values = valuesAt(known, position);
    const isFact = stamps !== undefined && values[dateField ?? ''] !== undefined;
    return {
      kind,
      id: ids.at(position),
      place: placeAt(position),
      standing: 'confirmed',
      written: writtenAt(position, isFact),
      author: isFact ? (page.users[by[position] ?? 0] ?? '') : '',
      fields: values,
    };
  };
  function* picked(keys: readonly string[], isIt: (glance: Glance) => boolean): Generator<number> {
    const asked = columnsOf(keys);
    for (let at = 0; at < ids.length; at += 1) if (isIt({ place: placeAt(at), fields: valuesAt(asked, at) })) yield at;
  }
  return { definition, ids, first, columns, held, picked };
}

/** In the order of the definition, so that records of a kind share their shape in memory. */
function valuesAt(columns: readonly (readonly [string, FieldColumn])[], position: number): Fields {
  const values: { [field: string]: Value } = {};
  for (const [key, column] of columns) {
    const value = valueAt(column, position);
    if (value !== undefined && value !== null) values[key] = value;
  }
  return values;
}

/** Each is told as so many ms after the one before. */
function momentsOf(steps: Numbers): Float64Array {
  const moments = new Float64Array(steps.length);
  let ms = 0;
  for (let at = 0; at < steps.length; at += 1) {
    ms += steps[at] ?? 0;
    moments[at] = ms;
  }
  return moments;
}
