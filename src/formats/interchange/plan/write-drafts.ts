import { canonicalText, type Fields, type Value } from '../../../domain/value.ts';
import type { OpDraft } from '../../../sync/phone/transaction.ts';
import { isAlive, seenOf, shown } from '../../../sync/records/merge.ts';
import type { RecordState } from '../../../sync/records/record-state.ts';
import { recordIdOf } from '../record-id.ts';

/* A record of the file against what the book holds under its id: nothing, a part, or all of it to be written. */

/** A record as the file says it. */
export interface Wanted {
  readonly kind: string;
  readonly id: string;
  readonly place: string;
  readonly fields: Fields;
}

const lifted = { reason: 'Nhập lại từ tệp', lifts: true } as const;
const replaced = { reason: 'Nội dung khác trong tệp nhập sau' } as const;

/** The whole record where it is not in the book; what differs where it is; life again where an undo had taken it. */
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
  const puts: readonly OpDraft[] = keys.length === 0 ? [] : [{ kind, id, place, put, seen }];
  return [...puts, ...liftDraft(wanted, state)];
}

/** A fact with the fields that its row tells; the others follow from the file as a whole and are no difference. */
export interface WantedFact extends Wanted {
  readonly row: number;
  readonly told: readonly string[];
}

/** Of a fact that the book holds with other values, the file's version takes its place under an id of its own. */
export function draftFact(
  wanted: WantedFact,
  book: string,
  stateOf: (id: string) => RecordState | undefined,
): FactDrafts {
  const state = stateOf(wanted.id);
  if (state === undefined || Object.keys(state.fields).length === 0)
    return { drafts: [add(wanted), ...liftDraft(wanted, state)] };
  const differsIn = wanted.told.filter((field) => !isSame(wanted.fields[field], shown(state, field)));
  if (differsIn.length === 0) return { drafts: liftDraft(wanted, state) };
  const told = Object.fromEntries(wanted.told.map((field) => [field, wanted.fields[field] ?? null]));
  const id = recordIdOf(book, 'events', `${wanted.id}\n${canonicalText(told)}`);
  const [version, other] = [{ ...wanted, id }, stateOf(id)];
  if (other !== undefined) return { drafts: liftDraft(version, other) };
  return { drafts: [...voidDraft(wanted, state), add(version)], differsIn };
}

export interface FactDrafts {
  readonly drafts: readonly OpDraft[];
  /** Fields in which the book's version differs, where it does. */
  readonly differsIn?: readonly string[];
}

function add({ kind, id, place, fields }: Wanted): OpDraft {
  return { kind, id, place, add: fields };
}

function liftDraft({ kind, id, place }: Wanted, state: RecordState | undefined): readonly OpDraft[] {
  if (state === undefined || isAlive(state)) return [];
  return [{ kind, id, place, void: lifted, seen: seenOf(state, ['void']) }];
}

function voidDraft({ kind, id, place }: Wanted, state: RecordState): readonly OpDraft[] {
  return isAlive(state) ? [{ kind, id, place, void: replaced, seen: seenOf(state, ['void']) }] : [];
}

function isSame(one: Value | undefined, other: Value | undefined): boolean {
  return canonicalText(one ?? null) === canonicalText(other ?? null);
}
