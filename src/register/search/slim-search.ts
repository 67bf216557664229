import { type BookRecord, definitionOf, namedBy } from '../../domain/book/book.ts';
import { lifeOf } from '../../domain/book/life.ts';
import { closingState, type Timeline } from '../../domain/book/timeline.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Fields } from '../../domain/value.ts';
import { isAlive } from '../../sync/records/merge.ts';
import type { SearchAnswer } from '../answers.ts';
import { createFolk, type Folk } from '../folk.ts';
import { createShared, type Held, type HeldBook, holdRecord, householdKind, personKind, textOf } from '../held.ts';
import { followJoins } from '../lives/joins/joined-book.ts';
import type { Places } from '../places.ts';
import type { StandingState } from '../register.ts';
import { search } from './search.ts';

/** A confirmed record by the few fields that lists show. */
export interface SlimRow {
  readonly kind: string;
  readonly id: string;
  readonly place: string;
  readonly fields: Fields;
}

export interface SlimBook {
  readonly catalogue: Catalogue;
  readonly places: Places;
  readonly rows: readonly SlimRow[];
  /** Records as they stand above those rows: changed since, or waiting. */
  readonly changed: readonly StandingState[];
}

/**
 * Search over the few fields of the search index, until the register itself is in memory: the same answers by the same
 * rules, without a register's bookkeeping, so that 60,000 people are found within a breath of the PIN.
 */
export function createSlimSearch(slim: SlimBook): (text: string, limit: number) => SearchAnswer {
  const book = holdSlim(slim);
  const folk = createFolk(book, slim.places);
  let isSettled = false;
  // Households name their head: who lives where is looked up when the first of them is found.
  const householdRow: Folk['householdRow'] = (household) => {
    if (!isSettled) for (const person of book.all(personKind)) folk.settle(person);
    isSettled = true;
    return folk.householdRow(household);
  };
  return (text, limit) => search({ ...folk, householdRow }, text, limit);
}

function holdSlim({ catalogue, rows, changed }: SlimBook): HeldBook {
  // The first rows ask for households alone: whoever else there is gets a place when somebody is asked for.
  const households = new Map<string, Held>();
  let records: ReadonlyMap<string, Held> | undefined;
  const recordsById = (): ReadonlyMap<string, Held> => {
    records ??= new Map([...kinds.values()].flat().map((held) => [held.id, held]));
    return records;
  };
  const kinds = new Map<string, Held[]>(catalogue.records.map(({ kind }) => [kind, []]));
  const naming = new Map<string, Held[]>();
  const waiting = new Set<string>();
  const facts = new Set(catalogue.records.filter(({ nature }) => nature === 'fact').map(({ kind }) => kind));
  const put = (held: Held): void => {
    if (held.kind === householdKind) households.set(held.id, held);
    kinds.get(held.kind)?.push(held);
    if (held.standing === 'waiting') waiting.add(held.id);
    if (!facts.has(held.kind)) return;
    for (const id of namedBy(catalogue, held)) {
      const known = naming.get(id);
      if (known === undefined) naming.set(id, [held]);
      else known.push(held);
    }
  };
  const shared = createShared();
  const above = changed.flatMap(({ state, standing }) => {
    const definition = definitionOf(catalogue, state.kind);
    return definition !== undefined && isAlive(state) ? [holdRecord(definition, state, standing, shared)] : [];
  });
  const all = [...rows.map((row) => holdRow(row, shared.nameKey)), ...above];
  for (const held of followJoins(catalogue, all)) put(held);
  const factsNaming = (id: string): readonly Held[] => naming.get(id) ?? [];
  const timeline = (record: BookRecord): Timeline =>
    naming.has(record.id) ? lifeOf({ catalogue, factsNaming }, record) : { opening: record.fields, steps: [] };
  return {
    catalogue,
    get: (id) => households.get(id) ?? recordsById().get(id),
    all: (kind) => kinds.get(kind) ?? [],
    factsNaming,
    isCounted: () => true,
    waiting,
    timeline,
    closing: (record) => closingState(timeline(record)),
  };
}

const unordered = [0, 0] as const;

function holdRow({ kind, id, place, fields }: SlimRow, nameKey: (fullName: string) => string): Held {
  return {
    kind,
    id,
    place,
    standing: 'confirmed',
    author: '',
    written: unordered,
    fields,
    nameKey: kind === personKind ? nameKey(textOf(fields, 'fullName')) : '',
  };
}
