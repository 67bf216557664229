import { catalogue } from '../../catalogue/index.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import type { RecordingBook } from './book.ts';

/*
 * A person's record and the facts about it stand at the place of the household that holds the person: who has come to live
 * in another village by a fact (or back, by its undo) is written there, so that the phones of that village get them.
 */

type Book = Pick<RecordingBook, 'register' | 'store'>;

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

export const homeKey = 'household';

/** Kinds of facts by which somebody who is in the book may live elsewhere, and the fields that say who. */
const movers = new Map(
  catalogue.records.flatMap(({ kind, effects = [] }) => {
    const targets = effects.flatMap(({ target, set }) => (homeKey in set ? [target] : []));
    return targets.length === 0 ? [] : [[kind, targets] as const];
  }),
);

/** Who lives elsewhere by a fact that says this. */
export function movedBy(kind: string, fields: { readonly [field: string]: unknown }): readonly string[] {
  const told = (movers.get(kind) ?? []).map((target) => fields[target]);
  return told.filter((id) => typeof id === 'string');
}
