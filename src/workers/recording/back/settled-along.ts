import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { RecordingBook } from '../book.ts';
import { inTrial } from './trial.ts';

/*
 * A person's record and the facts about it stand at the place of the household that holds the person: who has come to live
 * in another village by a fact (or back, by its undo) is written there, so that the phones of that village get them.
 */

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

/** What goes along, written behind: the puts are empty, nothing of a record changes but where it stands. */
export function settledBehind(book: Pick<Book, 'register'>, touched: readonly string[]): readonly OpDraft[] {
  return book.register.carried(touched).map(({ kind, id, place }) => ({ kind, id, place, put: {} }));
}

/** Records that these drafts are about: whoever a fact names, or the taken back fact named. */
export function touchedBy({ store }: Pick<Book, 'store'>, drafts: readonly OpDraft[]): readonly string[] {
  const values = drafts.flatMap((draft): readonly unknown[] => {
    if ('add' in draft) return Object.values(draft.add);
    if (!('void' in draft) || typeof draft.id !== 'string') return [];
    return Object.values(store.shown(draft.id)?.fields ?? {}).map(([head]) => head?.value);
  });
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}
