import { canonicalText, type Fields, type Value } from '../../../domain/value.ts';
import { formerWithout } from '../../../register/acts/number-puts.ts';
import { householdKind } from '../../../register/held.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { seenOf, shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import type { RecordingBook } from '../book.ts';
import type { Put } from '../written.ts';

/* What an act put goes back where it still stands: somebody may have mended it since. */

type Book = Pick<RecordingBook, 'store'>;
type PutDraft = OpDraft & { readonly id: string; readonly put: Fields };

/** Each record once, whoever told how many of its fields. */
export function putsBack(book: Book, puts: readonly Put[]): readonly OpDraft[] {
  const drafts = new Map<string, PutDraft>();
  for (const draft of puts.flatMap((put) => putBack(book, put))) {
    const before = drafts.get(draft.id);
    drafts.set(draft.id, before === undefined ? draft : { ...draft, put: { ...before.put, ...draft.put } });
  }
  return [...drafts.values()].map((draft) => {
    const state = book.store.shown(draft.id);
    const put = { ...draft.put, ...formerNumbers(state, draft.put) };
    return { ...draft, put, seen: seenOf(state, Object.keys(put)) };
  });
}

function putBack({ store }: Book, { id, put, before, moved }: Put): readonly PutDraft[] {
  const state = store.shown(id);
  if (state === undefined) return [];
  const fields = Object.keys(put).filter((field) => {
    const stands = shown(state, field) ?? null;
    return isSame(stands, put[field]) && !isSame(stands, before[field]);
  });
  const stands = String(state.place.value);
  const place = moved?.to === stands ? moved.from : stands;
  if (fields.length === 0 && place === stands) return [];
  return [
    { kind: state.kind, id, place, put: Object.fromEntries(fields.map((field) => [field, before[field] ?? null])) },
  ];
}

/** No fact tells of an old number: with the number that goes back it is none any more. */
function formerNumbers(state: RecordState | undefined, put: Fields): Fields {
  if (state?.kind !== householdKind || !('number' in put || 'area' in put) || 'formerNumbers' in put) return {};
  const after = (field: string): Value => (field in put ? put[field] : shown(state, field)) ?? null;
  return formerWithout({ number: after('number'), area: after('area'), formerNumbers: after('formerNumbers') });
}

export function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return canonicalText(one ?? null) === canonicalText(other ?? null);
}
