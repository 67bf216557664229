import type { Value } from '../../../domain/value.ts';
import type { FieldColumn, IdList, KindColumns } from '../page-columns.ts';
import type { RecordState } from '../record-state.ts';
import { toRow } from '../row.ts';
import { type Columns, isPlain } from './columns.ts';
import { createTable } from './table.ts';
import { listRows, type WholeRow } from './whole-rows.ts';

/* Columns as JSON: how the journal is written, and how version 1 wrote pages and the search index. */

/** Values of one field; `at` lists the positions where not every record has it. */
interface WrittenColumn {
  readonly at?: readonly number[];
  readonly values: readonly Value[];
}

interface WrittenKind {
  readonly ids: readonly string[];
  /** Op of each record where it is not the record's own id. */
  readonly ops: { readonly [position: string]: string };
  /** Stamp and author of that op: ms since the one before, counter, index into `users`; none in a search index. */
  readonly ms: readonly number[];
  readonly counter: readonly number[];
  readonly by: readonly number[];
  /** Index into `places`. */
  readonly in: readonly number[];
  readonly fields: { readonly [field: string]: WrittenColumn };
}

/** Version 1 (frozen). */
export interface WrittenColumns {
  readonly v: 1;
  readonly users: readonly string[];
  readonly places: readonly string[];
  readonly kinds: { readonly [kind: string]: WrittenKind };
  readonly rows: readonly WholeRow[];
}

/** Order is not kept between kinds, nor between plain and other records. */
export function writeColumns(states: readonly RecordState[]): WrittenColumns {
  const [users, places] = [createTable<string>(), createTable<string>()];
  const plain = states.filter(isPlain);
  const kinds = [...new Set(plain.map(({ kind }) => kind))].map((kind) => {
    const all = plain.filter((state) => state.kind === kind);
    return [kind, writeKind(all, users.numberOf, places.numberOf)] as const;
  });
  const rows = states.filter((state) => !isPlain(state)).map(wholeRow);
  return { v: 1, users: users.things, places: places.things, kinds: Object.fromEntries(kinds), rows };
}

function writeKind(
  states: readonly RecordState[],
  userOf: (user: string) => number,
  placeOf: (place: string) => number,
): WrittenKind {
  const fields = new Set(states.flatMap((state) => Object.keys(state.fields)));
  const renamed = states.flatMap(({ id, place }, position) => (place.op === id ? [] : [[position, place.op] as const]));
  return {
    ids: states.map((state) => state.id),
    ops: Object.fromEntries(renamed),
    ms: states.map(({ place }, position) => place.stamp[0] - (states[position - 1]?.place.stamp[0] ?? 0)),
    counter: states.map(({ place }) => place.stamp[1]),
    by: states.map(({ place }) => userOf(place.user)),
    in: states.map(({ place }) => placeOf(String(place.value))),
    fields: Object.fromEntries([...fields].map((field) => [field, writeField(states, field)])),
  };
}

function writeField(states: readonly RecordState[], field: string): WrittenColumn {
  const at: number[] = [];
  const values: Value[] = [];
  states.forEach((state, position) => {
    const head = state.fields[field]?.[0];
    if (head === undefined) return;
    at.push(position);
    values.push(head.value);
  });
  return at.length === states.length ? { values } : { at, values };
}

function wholeRow(state: RecordState): WholeRow {
  return state.superseded === undefined ? [toRow(state)] : [toRow(state), state.superseded];
}

/** The same, as columns that are read. */
export function toColumns(states: readonly RecordState[]): Columns {
  return readWritten(writeColumns(states));
}

/** As they were written, without making anything anew. */
export function readWritten({ users, places, kinds, rows }: WrittenColumns): Columns {
  const read = Object.entries(kinds).map(([kind, written]) => [kind, readKind(written)] as const);
  return { users, places, kinds: Object.fromEntries(read), rows: listRows(rows) };
}

function readKind({ ids, fields, ms: steps, ...rest }: WrittenKind): KindColumns & Pick<WrittenKind, 'ops'> {
  let moment = 0;
  const ms = steps.map((step) => {
    moment += step;
    return moment;
  });
  const columns = Object.entries(fields).map(([field, column]) => [field, plainColumn(column)] as const);
  return { ...rest, ms, ids: plainIds(ids), fields: Object.fromEntries(columns) };
}

export function plainIds(ids: readonly string[]): IdList {
  return { length: ids.length, at: (position) => ids[position] ?? '', indexOf: (id) => ids.indexOf(id) };
}

function plainColumn({ at, values }: WrittenColumn): FieldColumn {
  const value = (index: number): Value => values[index] ?? null;
  return at === undefined ? { length: values.length, value } : { at, length: values.length, value };
}
