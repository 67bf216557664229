import { formerWithout } from '../../../register/acts/former-numbers.ts';
import { householdKind } from '../../../register/held.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { seenOf } from '../../../sync/records/merge.ts';
import type { RecordingBook } from '../book.ts';

/**
 * No fact tells of an old number: with a number or an area that goes back it is none any more. (An act that is undone at
 * once remembers what it put, and puts that back itself.)
 */
export function withoutFormerNumbers(
  { store, register }: Pick<RecordingBook, 'store' | 'register'>,
  drafts: readonly OpDraft[],
): readonly OpDraft[] {
  const back = drafts.flatMap((draft) =>
    'put' in draft && draft.kind === householdKind && typeof draft.id === 'string'
      ? [{ id: draft.id, place: draft.place, put: draft.put }]
      : [],
  );
  const ids = new Set(back.filter(({ put }) => 'number' in put || 'area' in put).map(({ id }) => id));
  const mended = [...ids].flatMap((id): readonly OpDraft[] => {
    const own = back.filter((one) => one.id === id);
    const after = Object.assign({}, register.get(id)?.fields, ...own.map(({ put }) => put));
    const put = formerWithout(after);
    const place = own.at(-1)?.place ?? '';
    if (Object.keys(put).length === 0) return [];
    return [{ kind: householdKind, id, place, put, seen: seenOf(store.shown(id), Object.keys(put)) }];
  });
  return [...drafts, ...mended];
}
