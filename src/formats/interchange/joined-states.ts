import { definitionOf } from '../../domain/book/book.ts';
import { type Families, findFamilies, joiningKind } from '../../domain/book/joins.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { isAlive, shown } from '../../sync/records/merge.ts';
import type { Head, RecordState } from '../../sync/records/record-state.ts';

/** Merged records in which joined people are one, as the register shows them. */
export interface JoinedStates {
  readonly states: readonly RecordState[];
  /** The id that stands for this one: its own, where nobody joined it. */
  readonly rootOf: (id: string) => string;
}

/**
 * One record for each person: the root says what any of the joined ones says, references lead to it, the others are not
 * there. A file of such records tells of as many people as the register does.
 */
export function joinStates(catalogue: Catalogue, states: readonly RecordState[]): JoinedStates {
  const joins = states.filter((state) => state.kind === joiningKind && isAlive(state));
  if (joins.length === 0) return { states, rootOf: (id) => id };
  const people = new Map(states.flatMap((state) => (state.kind === 'person' ? [[state.id, state]] : [])));
  const isHeld = (id: string): boolean => {
    const state = people.get(id);
    return state !== undefined && isAlive(state);
  };
  const families = findFamilies(
    joins.map((join) => [String(shown(join, 'person')), String(shown(join, 'other'))]),
    isHeld,
  );
  const rootOf = (id: string) => families.get(id)?.root ?? id;
  const held = states.filter(({ id }) => rootOf(id) === id);
  const others = ({ id }: RecordState): readonly RecordState[] =>
    (families.get(id)?.ids ?? []).flatMap((one) => (one !== id && isHeld(one) ? (people.get(one) ?? []) : []));
  return { rootOf, states: held.map((state) => resolved(catalogue, united(state, others(state)), families)) };
}

/** What the root does not say, the next one says. */
function united(root: RecordState, others: readonly RecordState[]): RecordState {
  if (others.length === 0) return root;
  const fields = Object.assign({}, ...[...others].reverse().map((one) => one.fields));
  return { ...root, fields: { ...fields, ...root.fields } };
}

/** The same record where no reference leads elsewhere: nothing is copied for 60,000 people. */
function resolved(catalogue: Catalogue, state: RecordState, families: Families): RecordState {
  const isJoined = ({ value }: Head) => typeof value === 'string' && families.has(value);
  const named = (definitionOf(catalogue, state.kind)?.fields ?? []).filter(
    ({ key, type }) => type.is === 'reference' && state.fields[key]?.some(isJoined),
  );
  if (named.length === 0) return state;
  const toRoot = (head: Head): Head =>
    isJoined(head) ? { ...head, value: families.get(String(head.value))?.root ?? head.value } : head;
  const fields = named.map(({ key }) => [key, (state.fields[key] ?? []).map(toRoot)] as const);
  return { ...state, fields: { ...state.fields, ...Object.fromEntries(fields) } };
}
