import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { RecordingBook } from '../book.ts';
import { touchedBy } from '../settling.ts';
import { inTrial } from './trial.ts';

type Book = Pick<RecordingBook, 'register' | 'store' | 'sender'>;

/**
 * These drafts with what goes along, all for one transaction: a second save could be the one that finds no room. The puts
 * are empty: nothing of a record changes but where it stands.
 * @param drafts 500 at most, in the order in which they are numbered
 */
export function settledAlong(book: Book, drafts: readonly OpDraft[]): readonly OpDraft[] {
  const touched = touchedBy(book, drafts);
  const { carried, ids } = inTrial(book, drafts, (ids) => ({ carried: book.register.carried(touched), ids }));
  const places = new Map(carried.map(({ id, place }) => [id, place]));
  const settled = drafts.map((draft, at): OpDraft => {
    const place = 'void' in draft ? undefined : places.get(ids[at] ?? '');
    return place === undefined ? draft : { ...draft, place };
  });
  const others = carried.filter(({ id }) => !ids.includes(id));
  return [...settled, ...others.map(({ kind, id, place }) => ({ kind, id, place, put: {} }))];
}
