import { definitionOf } from '../../domain/book/book.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { PageColumns } from '../../sync/records/page-columns.ts';
import type { Held } from '../held.ts';
import { heldIn, makeSegment } from './segment.ts';

/** The records of one kind on a page, each as an object. */
export function pageRecords(catalogue: Catalogue, page: PageColumns, kind: string): readonly Held[] {
  const definition = definitionOf(catalogue, kind);
  const columns = page.kinds[kind];
  if (definition === undefined || columns === undefined) return [];
  const segment = makeSegment(definition, page, columns, 0);
  return Array.from({ length: segment.ids.length }, (_, at) => heldIn(segment, at));
}

/** The same ids, and those of one kind on this page. */
export function apartFrom(apart: ReadonlySet<string>, page: PageColumns, kind: string): ReadonlySet<string> {
  const ids = page.kinds[kind]?.ids;
  if (ids === undefined || ids.length === 0) return apart;
  return new Set([...apart, ...Array.from({ length: ids.length }, (_, at) => ids.at(at))]);
}
