import { definitionOf } from '../../domain/book/book.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Held, Shared } from '../held.ts';
import type { PageColumns } from './page-columns.ts';
import { makeSegment } from './segment.ts';

/** The records of one kind on a page, each as an object. */
export function pageRecords(catalogue: Catalogue, page: PageColumns, kind: string, shared: Shared): readonly Held[] {
  const definition = definitionOf(catalogue, kind);
  const columns = page.kinds[kind];
  if (definition === undefined || columns === undefined) return [];
  const { ids, held } = makeSegment(definition, page, columns, 0, shared);
  return ids.map((_, at) => held(at));
}

/** The same ids, and those of one kind on this page. */
export function apartFrom(apart: ReadonlySet<string>, page: PageColumns, kind: string): ReadonlySet<string> {
  const ids = page.kinds[kind]?.ids ?? [];
  return ids.length === 0 ? apart : new Set([...apart, ...ids]);
}
