import { bad, good, type Outcome } from '../../domain/outcome.ts';
import type { Stamp } from '../stamp.ts';
import { isCount, isId, isName, isObject, isOpId, isPlainValue, type Json } from '../wire/bounds.ts';
import type { Changes, GoneRow, RecordRow, RowHeads, RowSource } from '../wire/changes.ts';
import { isSigned } from '../wire/verdict-bytes.ts';
import { laterStamp } from './clock.ts';
import type { Head, RecordState } from './record-state.ts';

/** Of one answer. */
export const maxRows = 20_000;

/** A record in the compact form that travels down: each op named once. What was superseded stays on the hub. */
export function toRow(state: RecordState): RecordRow {
  const sources: RowSource[] = [];
  const places = new Map<string, number>();
  const source = (head: Head): number => {
    const known = places.get(head.op);
    if (known !== undefined) return known;
    places.set(head.op, sources.length);
    return sources.push([head.op, head.stamp[0], head.stamp[1], head.user]) - 1;
  };
  const pair = (heads: readonly Head[]): RowHeads => heads.map((head) => [source(head), head.value] as const);
  const p = [source(state.place), String(state.place.value)] as const;
  const f = Object.fromEntries(Object.entries(state.fields).map(([field, heads]) => [field, pair(heads)]));
  const row = { k: state.kind, id: state.id, o: sources, p, f };
  return state.life.length === 0 ? row : { ...row, life: pair(state.life) };
}

/** The state that a row was made of, less `superseded`. The row must have been read by `readChanges`, or written by `toRow`. */
export function fromRow(row: RecordRow): RecordState {
  const head = ([index, value]: RowHeads[number]): Head => {
    const source = row.o[index];
    if (source === undefined) throw new RangeError('a row names a source it does not hold');
    return { op: source[0], value, stamp: [source[1], source[2]], user: source[3] };
  };
  return {
    kind: row.k,
    id: row.id,
    place: head(row.p),
    fields: Object.fromEntries(Object.entries(row.f).map(([field, heads]) => [field, heads.map(head)])),
    life: (row.life ?? []).map(head),
  };
}

/** The latest stamp of an op that the row comes from. */
export function lastStampOf({ o }: RecordRow): Stamp {
  return o.reduce<Stamp>((stamp, [, ms, counter]) => laterStamp(stamp, [ms, counter]), [0, 0]);
}

export function isGone(row: RecordRow | GoneRow): row is GoneRow {
  return 'gone' in row;
}

/** Reads an answer of `GET /sync/changes` strictly and within bounds. */
export function readChanges(json: unknown): Outcome<Changes, 'malformed'> {
  if (!isObject(json) || !hasCounts(json) || typeof json.more !== 'boolean') return bad('malformed');
  const { rows, digest, contact, of } = json;
  if ((of !== undefined && !isId(of)) || !isPaged(json)) return bad('malformed');
  if (contact !== undefined && !isSigned(contact)) return bad('malformed');
  if (digest !== undefined && !(typeof digest === 'string' && /^[0-9a-f]{32}$/.test(digest))) return bad('malformed');
  if (!Array.isArray(rows) || rows.length > maxRows || !rows.every(isRow)) return bad('malformed');
  return good(json as unknown as Changes);
}

/** Of what is in a page, its reader judges. */
function isPaged({ pages, book }: Json): boolean {
  if (pages === undefined) return book === undefined;
  if (!isObject(book) || !isCount(book.last)) return false;
  return isByPlace(pages, (page) => typeof page === 'string') && isByPlace(book.places, isCount);
}

function isByPlace(list: unknown, isIt: (item: unknown) => boolean): boolean {
  return (
    Array.isArray(list) && list.every((one) => Array.isArray(one) && one.length === 2 && isId(one[0]) && isIt(one[1]))
  );
}

function hasCounts(json: Json): boolean {
  return [json.cursor, json.total, json.hubTime, json.hubEpoch, json.epoch].every(isCount);
}

/** A row as it travels, whole and within bounds. */
export function isRow(row: unknown): row is RecordRow | GoneRow {
  if (!isObject(row) || !isName(row.k) || !isId(row.id)) return false;
  if ('gone' in row) return row.gone === true && Object.keys(row).length === 3;
  const { o, p, f, life } = row;
  if (!Array.isArray(o) || !o.every(isSource) || !isObject(f)) return false;
  const isHeads = (heads: unknown) => isHeadsOf(heads, o.length);
  const isPlaced = isHeads([p]) && Array.isArray(p) && isId(p[1]);
  const isWhole = Object.entries(f).every(([field, heads]) => isName(field) && isHeads(heads));
  return isPlaced && isWhole && (life === undefined || isHeads(life));
}

function isSource(source: unknown): boolean {
  if (!Array.isArray(source) || source.length !== 4) return false;
  const [op, ms, counter, user] = source;
  return isOpId(op) && isCount(ms) && isCount(counter) && isId(user);
}

function isHeadsOf(heads: unknown, sources: number): boolean {
  const isHead = (head: unknown) =>
    Array.isArray(head) && head.length === 2 && isCount(head[0]) && head[0] < sources && isPlainValue(head[1]);
  return Array.isArray(heads) && heads.every(isHead);
}
