import type { Fields } from '../../../domain/value.ts';
import { isAlive } from '../../../sync/records/merge.ts';
import type { Remarks } from '../file/remark.ts';
import type { Tables } from '../file/table.ts';
import { deriveLives, type Lives } from '../history/lives.ts';
import { eventKinds } from '../read/event-kinds.ts';
import { type EventEntry, readEvents } from '../read/events.ts';
import { type HouseholdEntry, readHouseholds } from '../read/households.ts';
import { keysOf } from '../read/keys.ts';
import { type PersonEntry, readPersons } from '../read/persons.ts';
import { withoutBlanks } from '../read/without-blanks.ts';
import type { ImportOrder } from './import-plan.ts';
import type { Wanted, WantedFact } from './write-drafts.ts';

/** Everything a file says, read and judged. */
export interface Reading {
  readonly households: readonly HouseholdEntry[];
  readonly people: ReadonlyMap<string, PersonEntry>;
  readonly lives: Lives;
  readonly wanted: {
    readonly households: readonly Wanted[];
    readonly people: ReadonlyMap<string, Wanted>;
    readonly facts: readonly WantedFact[];
  };
}

export function readAll({ known, book, today }: ImportOrder, tables: Tables, remarks: Remarks): Reading {
  const keys = keysOf(book, known);
  const isInBook = (id: string) => {
    const state = known.state(id);
    return state !== undefined && isAlive(state);
  };
  const households = readHouseholds(tables.households, keys, known, remarks);
  const places = new Map(households.map(({ id, place }) => [id, place]));
  const hasHousehold = (id: string) => places.has(id) || isInBook(id);
  const read = readPersons(tables.persons, { keys, today, hasHousehold }, isInBook, remarks);
  const taken = new Set(read.map(({ id }) => id));
  const hasPerson = (id: string) => taken.has(id) || isInBook(id);
  const people = new Map(read.map((person) => [person.id, withoutLost(person, hasPerson)]));
  const events = readEvents(tables.events, { keys, today, hasHousehold, hasPerson }, remarks);
  const lives = deriveLives({
    people,
    events,
    remarks,
    isInBook,
    householdKey: keyNames(households),
    methodInUse: (person) => textOrNothing(known.today(person), 'method'),
  });
  const homeOf = (id: string | undefined) =>
    id === undefined ? undefined : (places.get(id) ?? known.state(id)?.place.value);
  const placeOf = (person: string) => {
    const place = homeOf(people.get(person)?.household) ?? known.state(person)?.place.value;
    return typeof place === 'string' ? place : known.commune;
  };
  return { households, people, lives, wanted: wantedOf(households, people, lives, placeOf, homeOf) };
}

/** A link to a row that was refused leads nowhere. */
function withoutLost(person: PersonEntry, hasPerson: (id: string) => boolean): PersonEntry {
  const { spouse, fields, ...rest } = person;
  const { mother, ...own } = fields;
  const isKnown = typeof mother === 'string' && hasPerson(mother);
  const kept = spouse !== undefined && hasPerson(spouse) ? { spouse } : {};
  return { ...rest, ...kept, fields: isKnown ? { ...own, mother } : own };
}

function keyNames(households: readonly HouseholdEntry[]): (id: string) => string {
  const keys = new Map(households.map(({ id, key }) => [id, key]));
  return (id) => keys.get(id) ?? id;
}

function textOrNothing(fields: Fields | undefined, field: string): string | undefined {
  const value = fields?.[field];
  return typeof value === 'string' ? value : undefined;
}

function wantedOf(
  households: readonly HouseholdEntry[],
  people: ReadonlyMap<string, PersonEntry>,
  { openings, facts }: Lives,
  placeOf: (person: string) => string,
  homeOf: (household: string | undefined) => unknown,
): Reading['wanted'] {
  const persons = [...people.values()].map(({ id, fields }): readonly [string, Wanted] => {
    return [id, { kind: 'person', id, place: placeOf(id), fields: { ...fields, ...openings.get(id) } }];
  });
  return {
    households: households.map(({ id, place, fields }) => ({ kind: 'household', id, place, fields })),
    people: new Map(persons),
    facts: facts.map(({ event, fields }) => factOf(event, fields, placeOf, homeOf)),
  };
}

/** A fact stands in the village where its person lives today: whoever holds the person holds what happened to them. */
function factOf(
  event: EventEntry,
  fields: Fields,
  placeOf: (person: string) => string,
  homeOf: (household: string | undefined) => unknown,
): WantedFact {
  const { id, kind, date, person, household, toHousehold, row } = event;
  const subject = eventKinds[kind]?.subject ?? 'person';
  const home = homeOf(household);
  const place = person === '' && typeof home === 'string' ? home : placeOf(person);
  const about = person === '' ? { household } : { [subject]: person };
  const moved = toHousehold === undefined ? {} : { toHousehold };
  const told = Object.keys({ date, ...event.fields, ...about, ...moved });
  return { row, kind, id, place, told, fields: withoutBlanks({ date, ...fields, ...about }) };
}
