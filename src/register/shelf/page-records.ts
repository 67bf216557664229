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

/** The same page without the records of one kind. */
export function withoutKind(page: PageColumns, kind: string): PageColumns {
  if (page.kinds[kind] === undefined) return page;
  const { [kind]: _, ...kinds } = page.kinds;
  return { ...page, kinds };
}
