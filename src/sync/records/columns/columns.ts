import type { Stamp } from '../../stamp.ts';
import { type FieldColumn, type KindColumns, type PageColumns, valueAt } from '../page-columns.ts';
import type { Head, RecordState } from '../record-state.ts';
import { fromRow } from '../row.ts';
import { noRows, type WholeRow, type WholeRows } from './whole-rows.ts';

/*
 * Records as columns: how pages, the journal and the search index are kept. Most records come from one op and were
 * never touched again; such a plain record is one entry in each column. Any other stands whole in `rows`.
 */

export interface StoredKind extends KindColumns {
  /** Op of each record where it is not the record's own id. */
  readonly ops: { readonly [position: string]: string };
}

export interface Columns extends PageColumns {
  readonly kinds: { readonly [kind: string]: StoredKind };
  readonly rows: WholeRows;
}

export const noColumns: Columns = { users: [], places: [], kinds: {}, rows: noRows };

/** Every value from the one op that also placed it, and nothing taken back. */
export function isPlain(state: RecordState): boolean {
  if (state.life.length > 0 || state.superseded !== undefined || typeof state.place.value !== 'string') return false;
  return Object.values(state.fields).every((heads) => heads.length === 1 && heads[0]?.op === state.place.op);
}

/** The records again. Only for columns that were authenticated: what this programme wrote. */
export function fromColumns(columns: Columns): readonly RecordState[] {
  const plain = Object.entries(columns.kinds).flatMap(([kind, part]) => plainStates(columns, kind, part));
  return [...plain, ...wholeStates(columns)];
}

/** The records that stand whole. */
export function wholeStates({ rows }: Columns): readonly RecordState[] {
  return rows.all().map(wholeState);
}

export function* idsIn({ kinds, rows }: Columns): Generator<string> {
  for (const { ids } of Object.values(kinds)) for (let at = 0; at < ids.length; at += 1) yield ids.at(at);
  yield* rows.ids;
}

export function countIn({ kinds, rows }: Columns): number {
  return Object.values(kinds).reduce((sum, { ids }) => sum + ids.length, rows.length);
}

/** One record, without making objects of the others. */
export function findInColumns(columns: Columns, id: string): RecordState | undefined {
  for (const [kind, part] of Object.entries(columns.kinds)) {
    const position = part.ids.indexOf(id);
    if (position >= 0) return stateAt(columns, kind, part, position);
  }
  const whole = columns.rows.at(columns.rows.ids.indexOf(id));
  return whole === undefined ? undefined : wholeState(whole);
}

/** The untouched records with some of their fields and without their stamps: how the search index is cut out of pages. */
export function pickFields(columns: Columns, wanted: { readonly [kind: string]: readonly string[] }): Columns {
  const kinds = Object.entries(columns.kinds).flatMap(([kind, part]) => {
    const fields = wanted[kind];
    const bare = { ...part, ops: {}, ms: [], counter: [], by: [] };
    return fields === undefined ? [] : [[kind, { ...bare, fields: pick(part.fields, fields) }] as const];
  });
  return { ...columns, kinds: Object.fromEntries(kinds), rows: noRows };
}

function pick<Item>(from: { readonly [key: string]: Item }, keys: readonly string[]): { readonly [key: string]: Item } {
  return Object.fromEntries(Object.entries(from).filter(([key]) => keys.includes(key)));
}

function wholeState([row, superseded]: WholeRow): RecordState {
  return superseded === undefined ? fromRow(row) : { ...fromRow(row), superseded };
}

function placeAt(columns: Columns, part: StoredKind, position: number): Head {
  const value = columns.places[part.in[position] ?? 0] ?? '';
  const user = columns.users[part.by[position] ?? 0] ?? '';
  const stamp: Stamp = [part.ms[position] ?? 0, part.counter[position] ?? 0];
  return { op: part.ops[position] ?? part.ids.at(position), value, stamp, user };
}

function stateAt(columns: Columns, kind: string, part: StoredKind, position: number): RecordState {
  const place = placeAt(columns, part, position);
  const fields = Object.entries(part.fields).flatMap(([field, column]) => {
    const value = valueAt(column, position);
    return value === undefined ? [] : [[field, [{ ...place, value }]] as const];
  });
  return { kind, id: part.ids.at(position), place, fields: Object.fromEntries(fields), life: [] };
}

/** Column by column, which is what makes the records of a page quickly. */
function plainStates(columns: Columns, kind: string, part: StoredKind): readonly RecordState[] {
  const fields = Array.from({ length: part.ids.length }, (): { [field: string]: readonly Head[] } => ({}));
  const states = fields.map((own, position): RecordState => {
    return { kind, id: part.ids.at(position), place: placeAt(columns, part, position), fields: own, life: [] };
  });
  for (const [field, column] of Object.entries(part.fields)) putField(states, fields, field, column);
  return states;
}

function putField(
  states: readonly RecordState[],
  fields: readonly { [field: string]: readonly Head[] }[],
  field: string,
  column: FieldColumn,
): void {
  for (let index = 0; index < column.length; index += 1) {
    const position = column.at === undefined ? index : (column.at[index] ?? 0);
    const place = states[position]?.place;
    const target = fields[position];
    if (place === undefined || target === undefined) continue;
    target[field] = [{ op: place.op, value: column.value(index), stamp: place.stamp, user: place.user }];
  }
}
