import { type BookRecord, definitionOf, momentOf } from '../../../domain/book/book.ts';
import { stateBefore } from '../../../domain/book/timeline.ts';
import type { Catalogue } from '../../../domain/catalogue.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import type { Known } from '../known.ts';
import { eventKinds } from '../read/event-kinds.ts';
import { type EventEntry, phaseOf } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';
import { withoutBlanks } from '../read/without-blanks.ts';

/* What the book holds, in the shape in which a file tells it: both together make the life that an import works on. */

/** Dated values with which the book begins a person. */
export function openingOfBook(catalogue: Catalogue, record: BookRecord): Fields {
  const dated = definitionOf(catalogue, record.kind)?.fields.filter(({ isDated }) => isDated) ?? [];
  return withoutBlanks(Object.fromEntries(dated.map(({ key }) => [key, record.fields[key]])));
}

/** Somebody whom the file names in an event and tells nothing else of. */
export function personOfBook(catalogue: Catalogue, record: BookRecord): PersonEntry {
  const opening = openingOfBook(catalogue, record);
  const fields = Object.fromEntries(Object.entries(record.fields).filter(([field]) => !(field in opening)));
  return { row: 0, key: record.id, id: record.id, fields, status: opening.status === 'dead' ? 'dead' : '' };
}

/** A fact of the book as an event; `household` and the like say what was before, as in a file. */
export function eventOfBook(catalogue: Catalogue, known: Known, fact: BookRecord): EventEntry | undefined {
  const rule = eventKinds[fact.kind];
  const moment = momentOf(catalogue, fact);
  if (rule === undefined || moment === undefined) return undefined;
  const person = textOf(fact.fields[rule.subject]) ?? '';
  const life = known.life(person);
  const before = life === undefined ? {} : stateBefore(life, moment);
  return {
    row: 0,
    key: fact.id,
    id: fact.id,
    kind: fact.kind,
    date: moment.date,
    phase: phaseOf(fact.kind),
    person,
    written: fact.written,
    ...beforeOf(fact, before),
    ...texts({ spouse: fact.fields.spouse, mother: fact.fields.mother, toHousehold: fact.fields.toHousehold }),
  };
}

type Before = Pick<EventEntry, 'household' | 'fromMarital' | 'fromResidence' | 'fields'>;

function beforeOf({ kind, fields }: BookRecord, before: Fields): Before {
  const isHere = before.status === 'active';
  const isWedding = kind === 'marriage' || kind === 'divorce';
  // Somebody adopted who was not here came with it.
  const came = kind === 'adopt' && !isHere && fields.from === undefined ? { from: '' } : {};
  return {
    fields: { ...fields, ...came },
    ...texts({
      household: isHere ? before.household : (fields.household ?? before.household),
      fromMarital: isWedding ? before.marital : undefined,
      fromResidence: isHere && eventKinds[kind]?.flow !== undefined ? before.residence : undefined,
    }),
  };
}

function texts<Key extends string>(values: { readonly [key in Key]: Value | undefined }): { [key in Key]?: string } {
  const found: { [key in Key]?: string } = {};
  for (const key in values) {
    const value = textOf(values[key]);
    if (value !== undefined) found[key] = value;
  }
  return found;
}

function textOf(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
