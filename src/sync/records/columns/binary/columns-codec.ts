import type { Columns, StoredKind } from '../columns.ts';
import { noRows, type WholeRow, type WholeRows } from '../whole-rows.ts';
import { readWritten, type WrittenColumns } from '../written-columns.ts';
import { type IdListForm, readIds } from './id-list.ts';
import { apartFromRows, restingRows } from './rows-codec.ts';
import { readSection, roundUp, type Section, widest } from './sections.ts';
import { type ColumnForm, readColumn } from './values.ts';

/*
 * Version 2 (frozen) of what stands in a sealed page and in the search index:
 *   0x02 ‖ 3 zeros ‖ u32 length of the head ‖ head, JSON as UTF-8 ‖ zeros to a step of 8 ‖ the columns' numbers
 * The head names users, places, devices and words, and where each column's numbers stand. Version 1 is JSON alone.
 */

type Bytes = Uint8Array<ArrayBuffer>;

export interface KindForm {
  readonly ids: IdListForm;
  readonly ops: StoredKind['ops'];
  /** Stamp of the first, which is too great for a step; then the steps. */
  readonly from: number;
  readonly ms: Section;
  readonly counter: Section;
  readonly by: Section;
  readonly in: Section;
  readonly fields: { readonly [field: string]: ColumnForm };
}

export interface ColumnsForm {
  readonly users: readonly string[];
  readonly places: readonly string[];
  readonly kinds: { readonly [kind: string]: KindForm };
  readonly rows: readonly WholeRow[];
}

/** A page of the search index's directory: id, place, revision, and what its records add to the digest, as 32 hex digits. */
export type DirectoryLine = readonly [id: string, place: string, revision: number, sum?: string];

export interface StoredIndex {
  readonly pages: readonly DirectoryLine[];
  /** Cut out of each page. */
  readonly slim: readonly Columns[];
}

export interface IndexForm {
  readonly pages: readonly DirectoryLine[];
  readonly slim: readonly ColumnsForm[];
}

export const version = 2;
export const headAt = 8;
const decoder = new TextDecoder();

/** Only for bytes that were authenticated: what this programme wrote, now or in version 1. */
export function pageFromBytes(bytes: Bytes): Columns {
  if (bytes[0] !== version) return readWritten(JSON.parse(decoder.decode(bytes)) as WrittenColumns);
  const { head, body } = partsOf(bytes);
  const apart = apartFromRows(head);
  if (apart === undefined) throw new RangeError('a page has no rows');
  return columnsOf(apart.head as Omit<ColumnsForm, 'rows'>, body, restingRows(apart.list));
}

/** The same. */
export function indexFromBytes(bytes: Bytes): StoredIndex {
  if (bytes[0] !== version) {
    const { pages, slim } = JSON.parse(decoder.decode(bytes)) as {
      readonly pages: readonly DirectoryLine[];
      readonly slim: readonly WrittenColumns[];
    };
    return { pages, slim: slim.map(readWritten) };
  }
  const { head, body } = partsOf(bytes);
  const { pages, slim } = JSON.parse(decoder.decode(head)) as IndexForm;
  return { pages, slim: slim.map((form) => columnsOf(form, body, noRows)) };
}

function partsOf(bytes: Bytes): PageParts {
  const parts = splitPage(bytes);
  if (parts === undefined) throw new RangeError('a page ends before its head does');
  return parts;
}

interface PageParts {
  /** JSON. */
  readonly head: Bytes;
  /** The columns' numbers, apart from the head, which is half of the bytes and which nobody reads again. */
  readonly body: Bytes;
}

/** Head and numbers; `undefined` where the bytes end before. */
export function splitPage(bytes: Bytes): PageParts | undefined {
  if (bytes.length < headAt) return undefined;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4);
  const bodyAt = roundUp(headAt + length, widest);
  if (bodyAt > bytes.length) return undefined;
  return { head: bytes.subarray(headAt, headAt + length), body: bytes.slice(bodyAt) };
}

export function columnsOf({ users, places, kinds }: Omit<ColumnsForm, 'rows'>, body: Bytes, rows: WholeRows): Columns {
  const columns = Object.entries(kinds).map(([kind, form]) => [kind, kindOf(form, body)] as const);
  return { users, places, kinds: Object.fromEntries(columns), rows };
}

function kindOf(form: KindForm, body: Bytes): StoredKind {
  const fields = Object.entries(form.fields).map(([field, column]) => [field, readColumn(column, body)] as const);
  const steps = readSection(body, form.ms);
  const counter = readSection(body, form.counter);
  return {
    ids: readIds(form.ids, body),
    ops: form.ops,
    ms: counter.length === 0 ? [] : momentsFrom(form.from, steps),
    counter,
    by: readSection(body, form.by),
    in: readSection(body, form.in),
    fields: Object.fromEntries(fields),
  };
}

function momentsFrom(from: number, steps: ArrayLike<number>): Float64Array {
  const ms = new Float64Array(steps.length + 1);
  ms[0] = from;
  for (let at = 0; at < steps.length; at += 1) ms[at + 1] = (ms[at] ?? 0) + (steps[at] ?? 0);
  return ms;
}
