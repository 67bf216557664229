import type { BookRecord } from '../../../domain/book/book.ts';
import { closingState, dayState } from '../../../domain/book/timeline.ts';
import { dayBefore } from '../../../domain/calendar/civil-date.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Fields } from '../../../domain/value.ts';
import type { Before } from '../history/lives.ts';
import { standingFields } from '../history/standing.ts';
import type { Known } from '../known.ts';
import { type EventEntry, inOrder } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';
import type { PlacedEvent } from './place-event.ts';
import { eventOfBook, openingOfBook, personOfBook } from './told-by-book.ts';

/** Everybody whom a file touches, with all that the file and the book say happened to them. */
export interface Roll {
  /** Those of persons.csv, and those of the book whom its events name. */
  readonly people: ReadonlyMap<string, PersonEntry>;
  /** In order; the book's own have row 0. */
  readonly events: readonly EventEntry[];
  readonly before: Before;
}

/** A generator: it pauses between two people. */
export function* gatherRoll(
  catalogue: Catalogue,
  known: Known,
  read: ReadonlyMap<string, PersonEntry>,
  placed: readonly PlacedEvent[],
): Generator<undefined, Roll> {
  const people = new Map(read);
  for (const id of newlyNamed(placed)) {
    const record = people.has(id) ? undefined : known.record(id);
    if (record?.kind === 'person') people.set(id, personOfBook(catalogue, record));
  }
  const gone = new Set(placed.flatMap(({ event, replaces }) => [event.id, replaces?.id ?? event.id]));
  const facts = new Map<string, BookRecord>();
  for (const id of people.keys()) {
    for (const fact of factsAbout(known, id)) if (!gone.has(fact.id)) facts.set(fact.id, fact);
    yield;
  }
  const own: EventEntry[] = [];
  for (const fact of facts.values()) {
    const event = eventOfBook(catalogue, known, fact);
    if (event !== undefined) own.push(event);
    yield;
  }
  const told = placed.map(({ event }) => event);
  const last =
    told
      .map(({ date }) => date)
      .sort()
      .at(-1) ?? '';
  return { people, events: [...told, ...own].sort(inOrder), before: beforeFile(catalogue, known, last) };
}

/** Whom an event names that the book does not hold as the file has it. */
function newlyNamed(placed: readonly PlacedEvent[]): ReadonlySet<string> {
  const fresh = placed.filter(({ event }) => event.written === undefined);
  return new Set(fresh.flatMap(({ event: { person, spouse = '', mother = '' } }) => [person, spouse, mother]));
}

/** Facts that name somebody; and those about whoever was married to them, which they may feel. */
function factsAbout(known: Known, id: string): readonly BookRecord[] {
  const record = known.record(id);
  if (record === undefined) return [];
  const own = known.factsNaming(id);
  const spouses = new Set(own.flatMap(({ fields }) => [fields.spouse, fields.person]));
  spouses.add(record.fields.spouse ?? '');
  const others = [...spouses].filter((other) => typeof other === 'string' && other !== '' && other !== id);
  const felt = others.flatMap((other) => (typeof other === 'string' ? known.factsNaming(other) : []));
  return [...own, ...felt.filter(({ kind }) => ofCouples.has(kind))];
}

const ofCouples = new Set(['death', 'divorce', 'marriage', 'review_remove']);

function beforeFile(catalogue: Catalogue, known: Known, last: string): Before {
  const openings = new Map<string, Fields | undefined>();
  const old = new Map<string, boolean>();
  const opened = (id: string): Fields | undefined => {
    if (!openings.has(id)) {
      const record = known.record(id);
      openings.set(id, record && openingOfBook(catalogue, record));
    }
    return openings.get(id);
  };
  return {
    opened,
    maritalBefore(person, date) {
      const life = known.life(person);
      const marital = life === undefined ? undefined : dayState(life, dayBefore(date)).marital;
      return typeof marital === 'string' ? marital : undefined;
    },
    until(person) {
      const isOld = old.get(person.id) ?? (person.row > 0 && last !== '' && endsBefore(known, person, last));
      old.set(person.id, isOld);
      return isOld ? last : undefined;
    },
  };
}

/**
 * "All events dated up to the files' latest date are already in persons.csv": what the book holds of later days may not
 * be. The end is that of the last day where something happened since and the row does not say so.
 */
function endsBefore(known: Known, person: PersonEntry, last: string): boolean {
  const life = known.life(person.id);
  if (life === undefined) return false;
  const [then, now] = [dayState(life, last), closingState(life)];
  const told: { readonly [field: string]: string | undefined } = {
    household: person.household,
    residence: person.residence,
    marital: person.marital,
    spouse: person.spouse,
    status: person.status,
  };
  return standingFields.some(
    (field) => then[field] !== now[field] && told[field] !== undefined && told[field] !== now[field],
  );
}
