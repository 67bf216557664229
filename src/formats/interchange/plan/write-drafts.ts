import type { Fields } from '../../../domain/value.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { isAlive, seenOf } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { replacedReason } from '../book/void-reasons.ts';

/* A record of the file against what the book holds under its id: nothing, a part, or all of it to be written. */

/** A record as the file says it. */
export interface Wanted {
  readonly kind: string;
  readonly id: string;
  readonly place: string;
  readonly fields: Fields;
}

const lifted = { reason: 'Nhập lại từ tệp', lifts: true } as const;

/**
 * The whole record where it is not in the book; what differs where it is; its new place where only that differs; life
 * again where an undo had taken it.
 */
export function draftState(
  wanted: Wanted,
  state: RecordState | undefined,
  differing: readonly string[],
): readonly OpDraft[] {
  const { kind, id, place, fields } = wanted;
  const fresh = state === undefined || Object.keys(state.fields).length === 0;
  const keys = fresh ? Object.keys(fields) : differing;
  const put = Object.fromEntries(keys.map((key) => [key, fields[key] ?? null]));
  const seen = seenOf(state, keys);
  const stays = !fresh && keys.length === 0 && state.place.value === place;
  const puts: readonly OpDraft[] = stays ? [] : [{ kind, id, place, put, seen }];
  return [...puts, ...liftDraft(wanted, state)];
}

/** A fact, and the version of the book whose place it takes. */
export interface WantedFact extends Wanted {
  readonly row: number;
  /** When the book wrote it, where it holds it: also where it was taken back. */
  readonly written?: readonly [ms: number, counter: number];
  readonly replaces?: RecordState;
  readonly differsIn?: readonly string[];
}

/** A fact is written whole and never edited: it is added, comes to life again, or only stands elsewhere. */
export function draftFact(wanted: WantedFact, state: RecordState | undefined): readonly OpDraft[] {
  const { kind, id, place, fields, replaces } = wanted;
  const isFresh = state === undefined || Object.keys(state.fields).length === 0;
  const body: readonly OpDraft[] = isFresh ? [{ kind, id, place, add: fields }] : carryDraft(wanted, state);
  const replaced: readonly OpDraft[] = replaces === undefined ? [] : [replaceDraft(replaces, id)];
  return [...replaced, ...body, ...liftDraft(wanted, state)];
}

/** A put may be empty: it says only that the record stands at another place now. */
export function carryDraft({ kind, id, place }: Omit<Wanted, 'fields'>, state: RecordState): readonly OpDraft[] {
  return state.place.value === place ? [] : [{ kind, id, place, put: {} }];
}

function liftDraft({ kind, id, place }: Wanted, state: RecordState | undefined): readonly OpDraft[] {
  if (state === undefined || isAlive(state)) return [];
  return [{ kind, id, place, void: lifted, seen: seenOf(state, ['void']) }];
}

/** Its reason names what stands instead. */
function replaceDraft(state: RecordState, by: string): OpDraft {
  const { kind, id } = state;
  return {
    kind,
    id,
    place: String(state.place.value),
    void: { reason: replacedReason(by) },
    seen: seenOf(state, ['void']),
  };
}
