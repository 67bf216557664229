import type { Columns, StoredKind } from '../columns.ts';
import { type ColumnsForm, headAt, type IndexForm, type KindForm, type StoredIndex, version } from './columns-codec.ts';
import { roundUp, type Sections, widest } from './sections.ts';
import { writeIds } from './write-ids.ts';
import { createSections } from './write-sections.ts';
import { writeColumn } from './write-values.ts';

/* Apart from the reading: a fold writes, long after the book was opened. */

type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();

export function pageToBytes(columns: Columns): Bytes {
  const sections = createSections();
  return joinPage(formOf(columns, sections), sections);
}

export function indexToBytes({ pages, slim }: StoredIndex): Bytes {
  const sections = createSections();
  const form: IndexForm = { pages, slim: slim.map((columns) => formOf(columns, sections)) };
  return joinPage(form, sections);
}

/** A head, and behind it the numbers that it tells of: see `splitPage`. */
export function joinPage(form: object, sections: Sections): Bytes {
  const head = encoder.encode(JSON.stringify(form));
  const body = sections.bytes();
  const bodyAt = roundUp(headAt + head.length, widest);
  const whole = new Uint8Array(bodyAt + body.length);
  whole[0] = version;
  new DataView(whole.buffer).setUint32(4, head.length);
  whole.set(head, headAt);
  whole.set(body, bodyAt);
  return whole;
}

function formOf({ users, places, kinds, rows }: Columns, sections: Sections): ColumnsForm {
  const written = Object.entries(kinds).map(([kind, part]) => [kind, kindFormOf(part, sections)] as const);
  return { users, places, kinds: Object.fromEntries(written), rows: rows.all() };
}

function kindFormOf({ ids, ops, ms, counter, by, in: places, fields }: StoredKind, sections: Sections): KindForm {
  const steps = Array.from({ length: Math.max(ms.length - 1, 0) }, (_, at) => (ms[at + 1] ?? 0) - (ms[at] ?? 0));
  const written = Object.entries(fields).map(([field, column]) => [field, writeColumn(column, sections)] as const);
  return {
    ids: writeIds(ids, sections),
    ops,
    from: ms[0] ?? 0,
    ms: sections.add(steps),
    counter: sections.add(counter),
    by: sections.add(by),
    in: sections.add(places),
    fields: Object.fromEntries(written),
  };
}
