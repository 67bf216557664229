import { definitionOf } from '../../domain/book/book.ts';
import { joiningKind } from '../../domain/book/joins.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { isAlive } from '../../sync/records/merge.ts';
import type { PageColumns } from '../../sync/records/page-columns.ts';
import type { SearchAnswer } from '../answers.ts';
import { createFolk } from '../folk.ts';
import { createShared, holdRecord, personKind } from '../held.ts';
import { createHeldBook } from '../held-book.ts';
import { createJoinedBook } from '../lives/joins/joined-book.ts';
import type { Places } from '../places.ts';
import type { StandingState } from '../register.ts';
import { pageRecords, withoutKind } from '../shelf/page-records.ts';
import type { NameIndex } from './name-index.ts';
import { search } from './search.ts';

export interface SlimBook {
  readonly catalogue: Catalogue;
  readonly places: Places;
  /** Confirmed records by the few fields that lists show, page by page. */
  readonly pages: readonly PageColumns[];
  /** Ids of those that stand otherwise now. */
  readonly apart: ReadonlySet<string>;
  /** How they stand: changed since, or waiting. */
  readonly changed: readonly StandingState[];
}

/**
 * Search over the few fields of the search index, until the register itself is in memory: the same answers by the same
 * rules, so that 60,000 people are found within a breath of the PIN. Leaves everybody's name in `names`.
 */
export function createSlimSearch(slim: SlimBook, names: NameIndex): (text: string, limit: number) => SearchAnswer {
  const { catalogue, pages, apart } = slim;
  const shared = createShared();
  const book = createHeldBook(catalogue, () => false);
  const joined = createJoinedBook(catalogue, book);
  for (const page of pages) {
    book.shelve(withoutKind(page, joiningKind), apart);
    for (const join of pageRecords(catalogue, page, joiningKind))
      if (!apart.has(join.id)) joined.replace(join.id, join);
  }
  for (const { state, standing } of slim.changed) {
    const definition = definitionOf(catalogue, state.kind);
    if (definition !== undefined && isAlive(state))
      joined.replace(state.id, holdRecord(definition, state, standing, shared));
  }
  joined.settle();
  names.fill(book.columns(personKind, 'fullName'));
  const folk = createFolk(book, slim.places);
  return (text, limit) => search(folk, names, text, limit);
}
