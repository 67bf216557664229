import { catalogue } from '../../catalogue/index.ts';
import { definitionOf } from '../../domain/book/book.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { seenOf } from '../../sync/records/merge.ts';
import type { RecordingBook } from './book.ts';

/** Records that these drafts are about: whoever a fact names, or the taken back fact named. */
export function touchedBy({ store }: Pick<RecordingBook, 'store'>, drafts: readonly OpDraft[]): readonly string[] {
  const values = drafts.flatMap((draft): readonly unknown[] => {
    if ('add' in draft) return Object.values(draft.add);
    if (!('void' in draft) || typeof draft.id !== 'string') return [];
    return Object.values(store.shown(draft.id)?.fields ?? {}).map(([head]) => head?.value);
  });
  return [...new Set(values.filter((value) => typeof value === 'string'))];
}

/**
 * A person's record stands at the place of the household that holds it: who has come to live in another village by a
 * fact (or back, by its undo) is written there, so that the phones of that village get the record.
 */
export function settleDrafts(
  { register, store }: Pick<RecordingBook, 'register' | 'store'>,
  ids: readonly string[],
): readonly OpDraft[] {
  return ids.flatMap((id): readonly OpDraft[] => {
    const record = register.get(id);
    const definition = record === undefined ? undefined : definitionOf(catalogue, record.kind);
    const holder = record?.fields[definition?.placeThrough ?? ''];
    const place = typeof holder === 'string' ? register.get(holder)?.place : undefined;
    const key = definition?.fields.find(({ isRequired }) => isRequired)?.key;
    if (record === undefined || key === undefined || place === undefined || place === record.place) return [];
    const put = { [key]: record.fields[key] ?? null };
    return [{ kind: record.kind, id, place, put, seen: seenOf(store.shown(id), [key]) }];
  });
}
