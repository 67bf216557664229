import { type BookRecord, definitionOf, momentOf, namedBy } from '../../domain/book/book.ts';
import { lifeOf } from '../../domain/book/life.ts';
import { closingState, stateBefore } from '../../domain/book/timeline.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Fields } from '../../domain/value.ts';
import { isAlive, shown } from '../../sync/records/merge.ts';
import type { RecordState } from '../../sync/records/record-state.ts';

/** Lives over merged records, for work on a whole book at once: the register's own answers are for screens. */
export interface StateBook {
  /** `undefined`: not here, or voided. */
  today(id: string): Fields | undefined;
  /** Values of a person just before a fact. */
  before(person: string, fact: string): Fields;
}

export function stateBook(catalogue: Catalogue, states: Iterable<RecordState>): StateBook {
  const records = new Map<string, BookRecord>();
  const naming = new Map<string, BookRecord[]>();
  for (const state of states) {
    if (!isAlive(state)) continue;
    const record = recordOf(catalogue, state);
    records.set(record.id, record);
    for (const id of namedBy(catalogue, record)) {
      const known = naming.get(id);
      if (known === undefined) naming.set(id, [record]);
      else known.push(record);
    }
  }
  const source = { catalogue, factsNaming: (id: string) => naming.get(id) ?? [] };
  return {
    today(id) {
      const record = records.get(id);
      return record === undefined ? undefined : closingState(lifeOf(source, record));
    },
    before(person, fact) {
      const [record, told] = [records.get(person), records.get(fact)];
      const moment = told === undefined ? undefined : momentOf(catalogue, told);
      if (record === undefined || moment === undefined) return {};
      return stateBefore(lifeOf(source, record), moment);
    },
  };
}

function recordOf(catalogue: Catalogue, state: RecordState): BookRecord {
  const fields = Object.fromEntries(
    Object.keys(state.fields).flatMap((field) => {
      const value = shown(state, field);
      return value === undefined || value === null ? [] : [[field, value] as const];
    }),
  );
  const dateField = definitionOf(catalogue, state.kind)?.dateField;
  const written = dateField === undefined ? undefined : state.fields[dateField]?.[0]?.stamp;
  return { kind: state.kind, id: state.id, place: String(state.place.value), fields, written: written ?? [0, 0] };
}
