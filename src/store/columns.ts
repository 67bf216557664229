import type { Value } from '../domain/value.ts';
import type { RecordRow } from '../sync/changes.ts';
import type { Head, RecordState } from '../sync/record-state.ts';
import { fromRow, toRow } from '../sync/row.ts';
import type { Stamp } from '../sync/stamp.ts';

/*
 * Records as columns: how pages, the journal and the search index are written. Most records come from one op and were
 * never touched again; such a plain record is one entry in each column. Any other stands whole in `rows`.
 * Columns deflate to half the size of rows and open three times as fast.
 */

/** Who wrote when: [ms, counter, user]. Each once per page. */
type Origin = readonly [ms: number, counter: number, user: string];

/** Values of one field; `at` lists the positions where not every record has it. */
interface Column {
  readonly at?: readonly number[];
  readonly values: readonly Value[];
}

interface KindColumns {
  readonly ids: readonly string[];
  /** Op of each record where it is not the record's own id. */
  readonly ops: { readonly [position: string]: string };
  /** Indexes into `origins` and `places`. */
  readonly from: readonly number[];
  readonly in: readonly number[];
  readonly fields: { readonly [field: string]: Column };
}

type WholeRow = readonly [row: RecordRow, superseded?: NonNullable<RecordState['superseded']>];

/** Version 1 (frozen). */
export interface Columns {
  readonly v: 1;
  readonly origins: readonly Origin[];
  readonly places: readonly string[];
  readonly kinds: { readonly [kind: string]: KindColumns };
  readonly rows: readonly WholeRow[];
}

/** Every value from the one op that also placed it, and nothing taken back. */
function isPlain(state: RecordState): boolean {
  if (state.life.length > 0 || state.superseded !== undefined || typeof state.place.value !== 'string') return false;
  return Object.values(state.fields).every((heads) => heads.length === 1 && heads[0]?.op === state.place.op);
}

function numberer<Item>(text: (item: Item) => string) {
  const numbers = new Map<string, number>();
  const items: Item[] = [];
  const numberOf = (item: Item): number => {
    const key = text(item);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, items.length);
    return items.push(item) - 1;
  };
  return { items, numberOf };
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
  const origins = numberer<Origin>((origin) => origin.join(' '));
  const places = numberer<string>((place) => place);
  const plain = states.filter(isPlain);
  const kinds = [...new Set(plain.map(({ kind }) => kind))].map((kind) => {
    const all = plain.filter((state) => state.kind === kind);
    return [kind, kindColumns(all, origins.numberOf, places.numberOf)] as const;
  });
  const rows = states.filter((state) => !isPlain(state)).map(wholeRow);
  return { v: 1, origins: origins.items, places: places.items, kinds: Object.fromEntries(kinds), rows };
}

function kindColumns(
  states: readonly RecordState[],
  originOf: (origin: Origin) => number,
  placeOf: (place: string) => number,
): KindColumns {
  const fields = new Set(states.flatMap((state) => Object.keys(state.fields)));
  const renamed = states.flatMap(({ id, place }, position) => (place.op === id ? [] : [[position, place.op] as const]));
  return {
    ids: states.map((state) => state.id),
    ops: Object.fromEntries(renamed),
    from: states.map(({ place }) => originOf([...place.stamp, place.user])),
    in: states.map(({ place }) => placeOf(String(place.value))),
    fields: Object.fromEntries([...fields].map((field) => [field, columnOf(states, field)])),
  };
}

function wholeRow(state: RecordState): WholeRow {
  return state.superseded === undefined ? [toRow(state)] : [toRow(state), state.superseded];
}

/** The records again. Only for columns that were authenticated: what `toColumns` made. */
export function fromColumns(columns: Columns): readonly RecordState[] {
  const stamps = columns.origins.map(([ms, counter]): Stamp => [ms, counter]);
  const plain = Object.entries(columns.kinds).flatMap(([kind, part]) => plainStates(columns, stamps, kind, part));
  return [...plain, ...columns.rows.map(wholeState)];
}

export function* idsIn({ kinds, rows }: Columns): Generator<string> {
  for (const part of Object.values(kinds)) yield* part.ids;
  for (const [row] of rows) yield row.id;
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

/** The same records with some of their fields: how the search index is cut out of pages. */
export function pickFields(columns: Columns, wanted: { readonly [kind: string]: readonly string[] }): Columns {
  const kinds = Object.entries(columns.kinds).flatMap(([kind, part]) => {
    const fields = wanted[kind];
    return fields === undefined ? [] : [[kind, { ...part, fields: pick(part.fields, fields) }] as const];
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

function placeAt(columns: Columns, stamp: Stamp | undefined, part: KindColumns, position: number): Head {
  const id = part.ids[position] ?? '';
  const value = columns.places[part.in[position] ?? 0] ?? '';
  const user = columns.origins[part.from[position] ?? 0]?.[2] ?? '';
  return { op: part.ops[position] ?? id, value, stamp: stamp ?? [0, 0], user };
}

function stateAt(columns: Columns, kind: string, part: KindColumns, position: number): RecordState {
  const [ms = 0, counter = 0] = columns.origins[part.from[position] ?? 0] ?? [];
  const place = placeAt(columns, [ms, counter], part, position);
  const fields = Object.entries(part.fields).flatMap(([field, { at, values }]) => {
    const index = at === undefined ? position : at.indexOf(position);
    const value = values[index];
    return value === undefined ? [] : [[field, [{ ...place, value }]] as const];
  });
  return { kind, id: part.ids[position] ?? '', place, fields: Object.fromEntries(fields), life: [] };
}

/** Column by column, which is what makes opening a page quick. */
function plainStates(
  columns: Columns,
  stamps: readonly Stamp[],
  kind: string,
  part: KindColumns,
): readonly RecordState[] {
  const fields: { [field: string]: readonly Head[] }[] = part.ids.map(() => ({}));
  const states = part.ids.map((id, position): RecordState => {
    const place = placeAt(columns, stamps[part.from[position] ?? 0], part, position);
    return { kind, id, place, fields: fields[position] ?? {}, life: [] };
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
