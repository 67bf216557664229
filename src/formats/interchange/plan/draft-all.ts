import type { OpDraft } from '../../../sync/phone/transaction.ts';
import type { Remarks } from '../file/remark.ts';
import { fieldNames } from '../file/spoken.ts';
import type { Known } from '../known.ts';
import { carriedAlong } from './carry.ts';
import { differsFromBook } from './compare-with-book.ts';
import { isWritable } from './judge-record.ts';
import type { Reading } from './reading.ts';
import type { Settled } from './settle-openings.ts';
import { draftFact, draftState, type Wanted } from './write-drafts.ts';

/**
 * What is to be written: households and people first, then what happened; what belongs together in one group. A
 * generator: it pauses behind each record.
 */
export function* draftAll(
  reading: Reading,
  settled: ReadonlyMap<string, Settled>,
  known: Known,
  remarks: Remarks,
): Generator<undefined, readonly (readonly OpDraft[])[]> {
  const { wanted, households, roll } = reading;
  const groups: (readonly OpDraft[])[] = [];
  const rows = new Map([...households, ...roll.people.values()].map(({ id, row }) => [id, row]));
  const draftRecord = (record: Wanted, table: 'households' | 'persons') => {
    const row = rows.get(record.id) ?? 0;
    if (!isWritable(record, table, row, remarks)) return;
    const state = known.state(record.id);
    const isFresh = state === undefined || Object.keys(state.fields).length === 0;
    const changed = settled.get(record.id)?.changed ?? [];
    groups.push(draftState(record, state, isFresh ? [] : differsFromBook(record, row, state, changed, remarks)));
  };
  for (const household of wanted.households) {
    draftRecord(household, 'households');
    yield;
  }
  for (const person of wanted.people.values()) {
    const { opening = {} } = settled.get(person.id) ?? {};
    draftRecord({ ...person, fields: { ...person.fields, ...opening } }, 'persons');
    yield;
  }
  groups.push(...onlyInBook(reading, settled, known));
  for (const fact of wanted.facts) {
    yield;
    if (!isWritable(fact, 'events', fact.row, remarks)) continue;
    if (fact.differsIn !== undefined)
      remarks.ask('events', fact.row, 'event_key', 'other_values', fieldNames(fact.kind, fact.differsIn));
    groups.push(draftFact(fact, known.state(fact.id)));
  }
  const opened = new Set<string>();
  for (const { row, facts, point } of wanted.stock) {
    yield;
    if (point !== undefined && !opened.has(point.id) && isWritable(point, 'stock', row, remarks)) {
      opened.add(point.id);
      groups.push(draftState(point, known.state(point.id), []));
    }
    if (facts.every((fact) => isWritable(fact, 'stock', row, remarks)))
      groups.push(facts.flatMap((fact) => draftFact({ ...fact, row }, known.state(fact.id))));
  }
  groups.push(...carriedAlong(reading, known));
  return groups.filter((drafts) => drafts.length > 0);
}

/** Somebody of whom persons.csv says nothing, and whose opening the file's events lead back to another. */
function onlyInBook(
  { roll, placeOf }: Reading,
  settled: ReadonlyMap<string, Settled>,
  known: Known,
): readonly (readonly OpDraft[])[] {
  return [...roll.people.values()].flatMap(({ id, row }) => {
    const { opening = {}, changed = [] } = settled.get(id) ?? {};
    if (row > 0 || changed.length === 0) return [];
    return [draftState({ kind: 'person', id, place: placeOf(id), fields: opening }, known.state(id), changed)];
  });
}
