import type { Value } from '../domain/value.ts';
import type { Head, RecordState } from '../sync/records/record-state.ts';
import { fromRow, toRow } from '../sync/records/row.ts';
import type { RecordRow } from '../sync/wire/changes.ts';

/*
 * Records as columns: how pages, the journal and the search index are written. Most records come from one op and were
 * never touched again; such a plain record is one entry in each column. Any other stands whole in `rows`.
 * Columns deflate to half the size of rows and open three times as fast.
 */

/** Values of one field; `at` lists the positions where not every record has it. */
interface Column {
  readonly at?: readonly number[];
  readonly values: readonly Value[];
}

interface KindColumns {
  readonly ids: readonly string[];
  /** Op of each record where it is not the record's own id. */
  readonly ops: { readonly [position: string]: string };
  /** Stamp and author of that op: ms since the one before, counter, index into `users`; none in a search index. */
  readonly ms: readonly number[];
  readonly counter: readonly number[];
  readonly by: readonly number[];
  /** Index into `places`. */
  readonly in: readonly number[];
  readonly fields: { readonly [field: string]: Column };
}

type WholeRow = readonly [row: RecordRow, superseded?: NonNullable<RecordState['superseded']>];

/** Version 1 (frozen). */
export interface Columns {
  readonly v: 1;
  readonly users: readonly string[];
  readonly places: readonly string[];
  readonly kinds: { readonly [kind: string]: KindColumns };
  readonly rows: readonly WholeRow[];
}

/** Every value from the one op that also placed it, and nothing taken back. */
function isPlain(state: RecordState): boolean {
  if (state.life.length > 0 || state.superseded !== undefined || typeof state.place.value !== 'string') return false;
  return Object.values(state.fields).every((heads) => heads.length === 1 && heads[0]?.op === state.place.op);
}

/** Numbers texts in the order they come. */
function numberer() {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  return { numberOf, texts: () => [...numbers.keys()] };
}

function columnOf(states: readonly RecordState[], field: string): Column {
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

/** Order is not kept between kinds, nor between plain and other records. */
export function toColumns(states: readonly RecordState[]): Columns {
  const [users, places] = [numberer(), numberer()];
  const plain = states.filter(isPlain);
  const kinds = [...new Set(plain.map(({ kind }) => kind))].map((kind) => {
    const all = plain.filter((state) => state.kind === kind);
    return [kind, kindColumns(all, users.numberOf, places.numberOf)] as const;
  });
  const rows = states.filter((state) => !isPlain(state)).map(wholeRow);
  return { v: 1, users: users.texts(), places: places.texts(), kinds: Object.fromEntries(kinds), rows };
}

function kindColumns(
  states: readonly RecordState[],
  userOf: (user: string) => number,
  placeOf: (place: string) => number,
): KindColumns {
  const fields = new Set(states.flatMap((state) => Object.keys(state.fields)));
  const renamed = states.flatMap(({ id, place }, position) => (place.op === id ? [] : [[position, place.op] as const]));
  return {
    ids: states.map((state) => state.id),
    ops: Object.fromEntries(renamed),
    ms: states.map(({ place }, position) => place.stamp[0] - (states[position - 1]?.place.stamp[0] ?? 0)),
    counter: states.map(({ place }) => place.stamp[1]),
    by: states.map(({ place }) => userOf(place.user)),
    in: states.map(({ place }) => placeOf(String(place.value))),
    fields: Object.fromEntries([...fields].map((field) => [field, columnOf(states, field)])),
  };
}

function wholeRow(state: RecordState): WholeRow {
  return state.superseded === undefined ? [toRow(state)] : [toRow(state), state.superseded];
}

/** The records again. Only for columns that were authenticated: what `toColumns` made. */
export function fromColumns(columns: Columns): readonly RecordState[] {
  const plain = Object.entries(columns.kinds).flatMap(([kind, part]) => plainStates(columns, kind, part));
  return [...plain, ...columns.rows.map(wholeState)];
}

/** The records that stand whole. */
export function wholeStates(columns: Columns): readonly RecordState[] {
  return columns.rows.map(wholeState);
}

export function* idsIn({ kinds, rows }: Columns): Generator<string> {
  for (const part of Object.values(kinds)) yield* part.ids;
  for (const [row] of rows) yield row.id;
}

export function countIn({ kinds, rows }: Columns): number {
  return Object.values(kinds).reduce((sum, { ids }) => sum + ids.length, rows.length);
}

export function hasInColumns({ kinds, rows }: Columns, id: string): boolean {
  return Object.values(kinds).some(({ ids }) => ids.includes(id)) || rows.some(([row]) => row.id === id);
}

/** One record, without making objects of the others. */
export function findInColumns(columns: Columns, id: string): RecordState | undefined {
  for (const [kind, part] of Object.entries(columns.kinds)) {
    const position = part.ids.indexOf(id);
    if (position >= 0) return stateAt(columns, kind, part, position);
  }
  const whole = columns.rows.find(([row]) => row.id === id);
  return whole === undefined ? undefined : wholeState(whole);
}

/** The same records with some of their fields and without their stamps: how the search index is cut out of pages. */
export function pickFields(columns: Columns, wanted: { readonly [kind: string]: readonly string[] }): Columns {
  const kinds = Object.entries(columns.kinds).flatMap(([kind, part]) => {
    const fields = wanted[kind];
    const bare = { ...part, ops: {}, ms: [], counter: [], by: [] };
    return fields === undefined ? [] : [[kind, { ...bare, fields: pick(part.fields, fields) }] as const];
  });
  const rows = columns.rows.flatMap(([row]): readonly WholeRow[] => {
    const fields = wanted[row.k];
    return fields === undefined ? [] : [[{ ...row, f: pick(row.f, fields) }]];
  });
  return { ...columns, kinds: Object.fromEntries(kinds), rows };
}

function pick<Item>(from: { readonly [key: string]: Item }, keys: readonly string[]): { readonly [key: string]: Item } {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

function wholeState([row, superseded]: WholeRow): RecordState {
  return superseded === undefined ? fromRow(row) : { ...fromRow(row), superseded };
}

function placeAt(columns: Columns, ms: number, part: KindColumns, position: number): Head {
  const id = part.ids[position] ?? '';
  const value = columns.places[part.in[position] ?? 0] ?? '';
  const user = columns.users[part.by[position] ?? 0] ?? '';
  return { op: part.ops[position] ?? id, value, stamp: [ms, part.counter[position] ?? 0], user };
}

function stateAt(columns: Columns, kind: string, part: KindColumns, position: number): RecordState {
  const ms = part.ms.slice(0, position + 1).reduce((sum, step) => sum + step, 0);
  const place = placeAt(columns, ms, part, position);
  const fields = Object.entries(part.fields).flatMap(([field, { at, values }]) => {
    const index = at === undefined ? position : at.indexOf(position);
    const value = values[index];
    return value === undefined ? [] : [[field, [{ ...place, value }]] as const];
  });
  return { kind, id: part.ids[position] ?? '', place, fields: Object.fromEntries(fields), life: [] };
}

/** Column by column, which is what makes opening a page quick. */
function plainStates(columns: Columns, kind: string, part: KindColumns): readonly RecordState[] {
  const fields: { [field: string]: readonly Head[] }[] = part.ids.map(() => ({}));
  let ms = 0;
  const states = part.ids.map((id, position): RecordState => {
    ms += part.ms[position] ?? 0;
    return { kind, id, place: placeAt(columns, ms, part, position), fields: fields[position] ?? {}, life: [] };
  });
  for (const [field, { at, values }] of Object.entries(part.fields)) {
    values.forEach((value, index) => {
      const position = at === undefined ? index : (at[index] ?? 0);
      const place = states[position]?.place;
      const target = fields[position];
      if (place !== undefined && target !== undefined)
        target[field] = [{ op: place.op, value, stamp: place.stamp, user: place.user }];
    });
  }
  return states;
}
