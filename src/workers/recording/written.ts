import type { Fields } from '../../domain/value.ts';
import type { OpDraft } from '../../sync/phone/transaction.ts';
import { isAlive, shown } from '../../sync/records/merge.ts';
import type { RecordState } from '../../sync/records/record-state.ts';
import type { RecordingBook } from './book.ts';

/** Values that an act put on a record which stood before it, and what stood in their place. */
export interface Put {
  readonly id: string;
  readonly put: Fields;
  readonly before: Fields;
  /** Where the record stood before, and where it was put, when that is elsewhere. */
  readonly moved?: { readonly from: string; readonly to: string };
}

/** What one act did: enough to take it back. */
export interface Written {
  /** Ids of the records it made, in the order written. */
  readonly made: readonly string[];
  readonly puts: readonly Put[];
  /** Ids of the records it took back, and of those to which it gave life again. */
  readonly voids: readonly string[];
  readonly lifts: readonly string[];
}

/** What these drafts are about to put on records that stand. */
export function putsOf({ store }: Pick<RecordingBook, 'store'>, drafts: readonly OpDraft[]): readonly Put[] {
  return drafts.flatMap((draft) => {
    if (!('put' in draft) || typeof draft.id !== 'string') return [];
    return [putOn(store.shown(draft.id), draft.id, draft.put, draft.place)];
  });
}

/** Records that these drafts are about to take back, and those that they let live again; what is gone already is not taken. */
export function voidsOf(
  { store }: Pick<RecordingBook, 'store'>,
  drafts: readonly OpDraft[],
): Pick<Written, 'voids' | 'lifts'> {
  return apart(
    drafts.flatMap((draft) =>
      'void' in draft && typeof draft.id === 'string'
        ? [{ id: draft.id, lifts: draft.void.lifts === true, before: store.shown(draft.id) }]
        : [],
    ),
  );
}

interface Voiding {
  readonly id: string;
  readonly lifts: boolean;
  readonly before: RecordState | undefined;
}

/** Those that take life, and those that give it. */
export function apart(voiding: readonly Voiding[]): Pick<Written, 'voids' | 'lifts'> {
  const turning = voiding.filter(({ lifts, before }) => before !== undefined && isAlive(before) !== lifts);
  const ids = (lifting: boolean) => turning.filter(({ lifts }) => lifts === lifting).map(({ id }) => id);
  return { voids: ids(false), lifts: ids(true) };
}

/** What a put puts, and what stood before it. */
export function putOn(state: RecordState | undefined, id: string, put: Fields, to: string): Put {
  const before = Object.keys(put).map((field) => [field, state === undefined ? null : (shown(state, field) ?? null)]);
  const from = String(state?.place.value ?? to);
  return { id, put, before: Object.fromEntries(before), ...(from !== to && { moved: { from, to } }) };
}
