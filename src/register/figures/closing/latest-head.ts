import { privateWords } from '../../../catalogue/rules/private-words.ts';
import { definitionOf } from '../../../domain/book/book.ts';
import { civilDay } from '../../../domain/calendar/civil-date.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import { isAlive } from '../../../sync/records/merge.ts';
import type { Head, RecordState } from '../../../sync/records/record-state.ts';
import { compareStamps } from '../../../sync/stamp.ts';
import type { Cause } from './compare-contents.ts';

/** What was written last to a record: a value, a move to another place, a void. */
export function latestHead(state: RecordState): Head {
  return headsOf(state).reduce((latest, head) => (compareStamps(head.stamp, latest.stamp) > 0 ? head : latest));
}

export function headsOf({ place, fields, life }: RecordState): readonly Head[] {
  return [place, ...Object.values(fields).flat(), ...life];
}

interface Written {
  readonly state: RecordState;
  readonly head: Head;
}

/** Of several records the one that was written last: what it is, by whom and on which day. */
export function causeIn(
  catalogue: Catalogue,
  written: readonly Written[],
  nameOf: (user: string) => string | undefined,
): Omit<Cause, 'isLate'> | undefined {
  const [last] = [...written].sort((a, b) => compareStamps(b.head.stamp, a.head.stamp) || factsFirst(catalogue, a, b));
  if (last === undefined) return undefined;
  const { state, head } = last;
  const definition = definitionOf(catalogue, state.kind);
  const what = definition?.isSensitive === true ? privateWords : (definition?.label ?? { vi: state.kind });
  return { what, by: nameOf(head.user) ?? head.user, on: civilDay(head.stamp[0]), isTakenBack: !isAlive(state) };
}

/** Of one save the fact says more than the records that it made. */
function factsFirst(catalogue: Catalogue, a: Written, b: Written): number {
  const rank = ({ state }: Written) => (definitionOf(catalogue, state.kind)?.nature === 'fact' ? 0 : 1);
  return rank(a) - rank(b);
}
