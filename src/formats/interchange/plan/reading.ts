import { catalogue } from '../../../catalogue/index.ts';
import type { Fields } from '../../../domain/value.ts';
import { gatherRoll, type Roll } from '../book/gather-roll.ts';
import { type PlacedEvent, placeEvent } from '../book/place-event.ts';
import type { Remarks } from '../file/remark.ts';
import type { Tables } from '../file/table.ts';
import { deriveLives, type Lives } from '../history/lives.ts';
import type { Known } from '../known.ts';
import { eventKinds } from '../read/event-kinds.ts';
import { type EventEntry, readEvents, toldFields } from '../read/events.ts';
import { type HouseholdEntry, readHouseholds } from '../read/households.ts';
import { keysOf } from '../read/keys.ts';
import { type PersonEntry, readPersons } from '../read/persons.ts';
import { namelessToday } from '../read/place-today.ts';
import { readStock, type StockEntry } from '../read/stock.ts';
import { wasErased } from '../read/was-erased.ts';
import { withoutBlanks } from '../read/without-blanks.ts';
import { asCeasing } from './as-ceasing.ts';
import type { ImportOrder } from './import-plan.ts';
import type { Wanted, WantedFact } from './write-drafts.ts';

/** Everything a file says, read and judged, on top of what the book holds. */
export interface Reading {
  readonly households: readonly HouseholdEntry[];
  readonly roll: Roll;
  readonly lives: Lives;
  readonly wanted: {
    readonly households: readonly Wanted[];
    /** Those of persons.csv, by id. */
    readonly people: ReadonlyMap<string, Wanted>;
    readonly facts: readonly WantedFact[];
    /** Lines of cards, each with the supply that it belongs to. */
    readonly stock: readonly StockEntry[];
  };
  /** Unit id of the village where somebody lives at the end; the commune where nobody knows. */
  placeOf(person: string): string;
}

/** A generator: it pauses between two people. */
export function* readAll(order: ImportOrder, tables: Tables, remarks: Remarks): Generator<undefined, Reading> {
  const { known, book, today } = order;
  const keys = keysOf(book, known);
  const isInBook = (id: string) => known.record(id) !== undefined;
  const households = yield* readHouseholds(tables.households, keys, known, remarks);
  const places = new Map(households.map(({ id, place }) => [id, place]));
  const hasHousehold = (id: string) => places.has(id) || isInBook(id);
  const isErased = (id: string) => wasErased(known.state(id));
  const find = { keys, today, hasHousehold, isErased };
  const read = yield* readPersons(tables.persons, find, isInBook, remarks);
  const taken = new Set(read.map(({ id }) => id));
  const hasPerson = (id: string) => taken.has(id) || isInBook(id);
  const people = new Map(read.map((person) => [person.id, withoutLost(person, hasPerson)]));
  const { village } = known;
  const told = yield* readEvents(tables.events, { ...find, hasPerson, village }, remarks);
  const events = asCeasing(people, told, known, remarks);
  const placed: PlacedEvent[] = [];
  for (const event of events) {
    placed.push(placeEvent(event, book, known));
    yield;
  }
  const roll = yield* gatherRoll(catalogue, known, people, placed);
  const lives = yield* deriveLives({ ...roll, remarks, householdName: numbersOf(households) });
  const homeOf = (household: string | undefined) =>
    household === undefined ? undefined : (places.get(household) ?? known.record(household)?.place);
  const placeOf = (id: string) => {
    const [person, standing] = [roll.people.get(id), known.record(id)?.place];
    // Of who has moved on since the file was made, the book knows better.
    const isOld = person !== undefined && roll.before.until(person) !== undefined;
    return (isOld ? undefined : homeOf(lives.ends.get(id)?.household)) ?? standing ?? known.commune;
  };
  const wanted = {
    households: households.map(({ id, place, fields }) => ({ kind: 'household', id, place, fields })),
    people: wantedPeople(people, lives, placeOf),
    facts: wantedFacts(lives, placed, known, placeOf, homeOf),
    stock: yield* readStock(tables.stock, { keys, today, known, hasPerson, placeOf }, remarks),
  };
  return { households, roll, lives, wanted, placeOf };
}

/** A link to a row that was refused leads nowhere. */
function withoutLost(person: PersonEntry, hasPerson: (id: string) => boolean): PersonEntry {
  const { spouse, fields, ...rest } = person;
  const { mother, ...own } = fields;
  const isKnown = typeof mother === 'string' && hasPerson(mother);
  const kept = spouse !== undefined && hasPerson(spouse) ? { spouse } : {};
  return { ...rest, ...kept, fields: isKnown ? { ...own, mother } : own };
}

/** By its number, as people do; by its key where it has none. */
function numbersOf(households: readonly HouseholdEntry[]): (id: string) => string {
  const names = new Map(households.map(({ id, key, fields }) => [id, String(fields.number ?? `"${key}"`)]));
  return (id) => names.get(id) ?? `"${id}"`;
}

/** A mother whom only the birth names is the child's mother too. */
function wantedPeople(
  people: ReadonlyMap<string, PersonEntry>,
  { openings, methods, facts }: Lives,
  placeOf: Reading['placeOf'],
): ReadonlyMap<string, Wanted> {
  const mothers = new Map(
    facts.flatMap(({ event: { kind, person, mother } }) =>
      kind === 'birth' && mother !== undefined ? [[person, { mother }]] : [],
    ),
  );
  const wanted = [...people.values()].map(({ id, fields }): readonly [string, Wanted] => {
    const method = methods.get(id);
    const used = method === undefined ? {} : { method };
    const all: Fields = { ...mothers.get(id), ...fields, ...used, ...openings.get(id) };
    return [id, { kind: 'person', id, place: placeOf(id), fields: all }];
  });
  return new Map(wanted);
}

function wantedFacts(
  { facts }: Lives,
  placed: readonly PlacedEvent[],
  known: Known,
  placeOf: Reading['placeOf'],
  homeOf: (household: string | undefined) => string | undefined,
): readonly WantedFact[] {
  const byRow = new Map(placed.map((one) => [one.event.row, one]));
  return facts.map(({ event, fields }) => {
    const { replaces, differsIn } = byRow.get(event.row) ?? {};
    return {
      row: event.row,
      kind: event.kind,
      id: event.id,
      place: placeOfFact(event, known, placeOf, homeOf),
      fields: withoutBlanks({ ...toldFields(event), ...fields, ...aboutOf(event) }),
      ...(event.written === undefined ? {} : { written: event.written }),
      ...(replaces === undefined ? {} : { replaces }),
      ...(differsIn === undefined ? {} : { differsIn }),
    };
  });
}

function aboutOf({ kind, person }: EventEntry): Fields {
  return person === '' ? {} : { [eventKinds[kind]?.subject ?? 'person']: person };
}

/** A fact stands in the village where its person lives today: whoever holds the person holds what happened to them. */
function placeOfFact(
  { id, person, household, place }: EventEntry,
  known: Known,
  placeOf: Reading['placeOf'],
  homeOf: (household: string | undefined) => string | undefined,
): string {
  return person === '' ? namelessToday(known, id, place ?? homeOf(household) ?? placeOf('')) : placeOf(person);
}
