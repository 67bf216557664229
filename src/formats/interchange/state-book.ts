import { type BookRecord, definitionOf, momentOf, namedBy } from '../../domain/book/book.ts';
import { lifeOf } from '../../domain/book/life.ts';
import { gatherNames } from '../../domain/book/naming-back.ts';
import { closingState, stateBefore, type Timeline } from '../../domain/book/timeline.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Fields } from '../../domain/value.ts';
import { isAlive, shown } from '../../sync/records/merge.ts';
import type { RecordState } from '../../sync/records/record-state.ts';

/** Lives over merged records, for work on a whole book at once: the register's own answers are for screens. */
export interface StateBook {
  /** The merged record, a voided one too. */
  state(id: string): RecordState | undefined;
  /** `undefined`: not here, or voided; so for the others. */
  record(id: string): BookRecord | undefined;
  life(id: string): Timeline | undefined;
  factsNaming(id: string): readonly BookRecord[];
  all(kind: string): readonly BookRecord[];
  /** Values after all that is known. */
  today(id: string): Fields | undefined;
  /** Values of a person just before a fact. */
  before(person: string, fact: string): Fields;
}

/** A book that is filled record by record, so that a long one can be filled in stretches. */
export interface FillingBook extends StateBook {
  add(state: RecordState): void;
}

export function stateBook(catalogue: Catalogue, states: Iterable<RecordState>): StateBook {
  const book = emptyStateBook(catalogue);
  for (const state of states) book.add(state);
  return book;
}

export function emptyStateBook(catalogue: Catalogue): FillingBook {
  const states = new Map<string, RecordState>();
  const records = new Map<string, BookRecord>();
  const naming = new Map<string, BookRecord[]>();
  const kinds = new Map<string, BookRecord[]>();
  const names = gatherNames(catalogue);
  const source = { catalogue, factsNaming: (id: string) => naming.get(id) ?? [], whoNames: names.whoNames };
  const life = (id: string): Timeline | undefined => {
    const record = records.get(id);
    return record === undefined ? undefined : lifeOf(source, record);
  };
  return {
    add(state) {
      states.set(state.id, state);
      if (!isAlive(state)) return;
      const record = recordOf(catalogue, state);
      records.set(record.id, record);
      gather(kinds, record.kind, record);
      names.add(record);
      for (const id of namedBy(catalogue, record)) gather(naming, id, record);
    },
    state: (id) => states.get(id),
    record: (id) => records.get(id),
    life,
    factsNaming: source.factsNaming,
    all: (kind) => kinds.get(kind) ?? [],
    today(id) {
      const lived = life(id);
      return lived && closingState(lived);
    },
    before(person, fact) {
      const [lived, told] = [life(person), records.get(fact)];
      const moment = told === undefined ? undefined : momentOf(catalogue, told);
      return lived === undefined || moment === undefined ? {} : stateBefore(lived, moment);
    },
  };
}

function gather(found: Map<string, BookRecord[]>, key: string, record: BookRecord): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, [record]);
  else known.push(record);
}

/** One value a field, whether the record lives or not. */
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
