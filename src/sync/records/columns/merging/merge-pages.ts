import type { FieldColumn, IdList, Numbers } from '../../page-columns.ts';
import { numberedIds } from '../binary/id-list.ts';
import { columnOf } from '../binary/values.ts';
import { numberIds } from '../binary/write-ids.ts';
import { rawOf } from '../binary/write-values.ts';
import type { Columns, StoredKind } from '../columns.ts';
import { createTable } from '../table.ts';
import { noRows } from '../whole-rows.ts';
import { plainIds } from '../written-columns.ts';
import { concatenated, translated } from './merge-numbers.ts';
import { mergeIds, mergeValues } from './merge-values.ts';

/** Where the records of a kind stand on one of the pages, and behind how many others they come. */
interface Part {
  readonly kind: StoredKind;
  readonly page: Page;
  readonly before: number;
}

/** What the numbers of a page's users and places are among all. */
interface Page {
  readonly kinds: Columns['kinds'];
  readonly users: Numbers;
  readonly places: Numbers;
}

/**
 * The records of these pages that one op each wrote as one page, in their order; each named by its op, all with stamps or
 * none. A search index of a hundred villages is read in a breath as one list, and takes a quarter less room.
 */
export function mergePages(pages: readonly Columns[]): Columns {
  const [users, places] = [createTable<string>(), createTable<string>()];
  const told = pages.map(
    (page): Page => ({
      kinds: page.kinds,
      users: users.numberAll(page.users),
      places: places.numberAll(page.places),
    }),
  );
  const kinds = new Set(told.flatMap((page) => Object.keys(page.kinds)));
  const merged = [...kinds].map((kind) => [kind, mergeKind(partsOf(told, kind))] as const);
  return { users: users.things, places: places.things, kinds: Object.fromEntries(merged), rows: noRows };
}

function partsOf(pages: readonly Page[], name: string): readonly Part[] {
  let before = 0;
  return pages.flatMap((page) => {
    const kind = page.kinds[name];
    if (kind === undefined) return [];
    const part: Part = { kind, page, before };
    before += kind.ids.length;
    return [part];
  });
}

function mergeKind(parts: readonly Part[]): StoredKind {
  const ids = mergeIdLists(parts.map(({ kind }) => kind.ids));
  const fields = new Set(parts.flatMap(({ kind }) => Object.keys(kind.fields)));
  const merged = [...fields].map((field) => [field, mergeField(parts, field, ids.length)] as const);
  return {
    ids,
    ops: {},
    ms: concatenated(parts.map(({ kind }) => kind.ms)),
    counter: concatenated(parts.map(({ kind }) => kind.counter)),
    by: translated(parts.map(({ kind, page }) => [kind.by, page.users])),
    in: translated(parts.map(({ kind, page }) => [kind.in, page.places])),
    fields: Object.fromEntries(merged),
  };
}

function mergeIdLists(lists: readonly IdList[]): IdList {
  const told = lists.map((ids) => ids.numbered ?? numberIds(ids.length, ids.at)).filter((ids) => ids !== undefined);
  const merged = told.length === lists.length ? mergeIds(told) : undefined;
  if (merged !== undefined) return numberedIds(merged);
  return plainIds(lists.flatMap((ids) => Array.from({ length: ids.length }, (_, at) => ids.at(at))));
}

function mergeField(parts: readonly Part[], field: string, records: number): FieldColumn {
  const own = parts.flatMap(({ kind, before }) => {
    const column = kind.fields[field];
    return column === undefined ? [] : [{ column, before }];
  });
  const raw = mergeValues(own.map(({ column }) => rawOf(column)));
  const at: number[] = [];
  for (const { column, before } of own)
    for (let index = 0; index < column.length; index += 1) at.push(before + (column.at?.[index] ?? index));
  return columnOf(raw, at.length === records ? undefined : at);
}
