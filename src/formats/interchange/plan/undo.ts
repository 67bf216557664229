import { canonicalText, type Fields, type Value } from '../../../domain/value.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { isAlive, seenOf, shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { replacedBy, undoReason, voidReason } from '../book/void-reasons.ts';

/* An import is one act: what it changes is noted before, so that an undo brings back exactly what was. */

type StateOf = (id: string) => RecordState | undefined;

/** One record as an import finds and leaves it. */
export interface Changed {
  readonly kind: string;
  readonly id: string;
  /** Unit id where the import leaves it. */
  readonly place: string;
  /** Absent where the import makes the record. */
  readonly was?: {
    readonly place: string;
    readonly isAlive: boolean;
    readonly reason: string;
    readonly fields: Fields;
  };
  /** What the import puts over those fields. */
  readonly put: Fields;
  /** The reason with which it takes the record back. */
  readonly taken?: string;
}

/** What these drafts change, record by record, in their order. */
export function traceOf(drafts: readonly OpDraft[], stateOf: StateOf): readonly Changed[] {
  const changes = new Map<string, Changed>();
  for (const draft of drafts) {
    const id = typeof draft.id === 'string' ? draft.id : '';
    const known = changes.get(id) ?? { kind: draft.kind, id, put: {}, ...wasOf(stateOf(id)) };
    const put = 'put' in draft ? { ...known.put, ...draft.put } : known.put;
    const taken = 'void' in draft && draft.void.lifts !== true ? { taken: draft.void.reason } : {};
    const was = known.was && { was: { ...known.was, fields: valuesBefore(put, stateOf(id)) } };
    changes.set(id, { ...known, place: draft.place, put, ...taken, ...was });
  }
  return [...changes.values()];
}

function wasOf(state: RecordState | undefined): Pick<Changed, 'was'> {
  if (state === undefined || Object.keys(state.fields).length === 0) return {};
  const { place } = state;
  return { was: { place: String(place.value), isAlive: isAlive(state), reason: voidReason(state), fields: {} } };
}

function valuesBefore(put: Fields, state: RecordState | undefined): Fields {
  return Object.fromEntries(Object.keys(put).map((field) => [field, shownValue(state, field)]));
}

/**
 * Brings back what was, the last change first; what somebody mended since stays as it is.
 * @param kept ids of what the import made and what stays, for somebody worked on with it (kept-since.ts)
 */
export function undoDrafts(
  trace: readonly Changed[],
  stateOf: StateOf,
  kept: ReadonlySet<string> = new Set(),
): readonly (readonly OpDraft[])[] {
  return [...trace].reverse().flatMap((change) => {
    const state = stateOf(change.id);
    if (state === undefined || kept.has(change.id) || kept.has(replacedBy(state) ?? '')) return [];
    const drafts = backTo(change, state);
    return drafts.length === 0 ? [] : [drafts];
  });
}

function backTo(change: Changed, state: RecordState): readonly OpDraft[] {
  const { kind, id, was, place, put } = change;
  const stands = String(state.place.value);
  if (was === undefined) return isAlive(state) ? [voidDraft(change, state, stands, undoReason)] : [];
  const home = stands === place ? was.place : stands;
  const fields = Object.keys(put).filter((field) => isAsPut(change, state, field));
  const values = Object.fromEntries(fields.map((field) => [field, was.fields[field] ?? null]));
  const puts: readonly OpDraft[] =
    fields.length === 0 && home === stands ? [] : [{ kind, id, place: home, put: values, seen: seenOf(state, fields) }];
  return [...puts, ...lifeBack(change, state, home)];
}

/** Taken back by the import: it lives again. Brought to life by it: it is taken back, for the reason of then. */
function lifeBack(change: Changed, state: RecordState, place: string): readonly OpDraft[] {
  const { kind, id, was, taken } = change;
  if (was === undefined || was.isAlive === isAlive(state)) return [];
  if (!was.isAlive) return [voidDraft(change, state, place, was.reason)];
  if (taken === undefined || voidReason(state) !== taken) return [];
  return [{ kind, id, place, void: { reason: undoReason, lifts: true }, seen: seenOf(state, ['void']) }];
}

function voidDraft({ kind, id }: Changed, state: RecordState, place: string, reason: string): OpDraft {
  return { kind, id, place, void: { reason }, seen: seenOf(state, ['void']) };
}

function shownValue(state: RecordState | undefined, field: string): Value {
  return (state && shown(state, field)) ?? null;
}

/** Nobody wrote another value since. */
export function isAsPut({ put }: Changed, state: RecordState, field: string): boolean {
  return canonicalText(shownValue(state, field)) === canonicalText(put[field] ?? null);
}
