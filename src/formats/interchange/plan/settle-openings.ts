import { catalogue } from '../../../catalogue/index.ts';
import type { BookRecord } from '../../../domain/book/book.ts';
import { type LifeSource, lifeOf } from '../../../domain/book/life.ts';
import { indexNames } from '../../../domain/book/naming-back.ts';
import type { Fields } from '../../../domain/value.ts';
import { isOwnRecord } from '../../../sync/op.ts';
import { openingOfBook } from '../book/told-by-book.ts';
import { columnOf } from '../file/columns.ts';
import type { Remarks } from '../file/remark.ts';
import { fieldNames, valueName } from '../file/spoken.ts';
import { decideOpening, endOf, type Playing } from '../history/openings.ts';
import { type Standing, standingFields } from '../history/standing.ts';
import type { Known } from '../known.ts';
import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';
import type { Reading } from './reading.ts';
import type { WantedFact } from './write-drafts.ts';

/** What somebody begins with from now on; of whom the book knows, the fields that change by it. */
export interface Settled {
  readonly opening: Fields;
  readonly changed: readonly string[];
}

/** Written after all that the book holds. */
const later = Number.MAX_SAFE_INTEGER;

/**
 * Plays every life forward by the engine that counts: from the book's opening where it has one, from what the file leads
 * back to where that alone fits. Where a life does not end as persons.csv says, the row is asked about; the facts stand
 * then, since they are what is counted. A generator: it pauses between two people.
 */
export function* settleOpenings(
  reading: Reading,
  known: Known,
  remarks: Remarks,
): Generator<undefined, ReadonlyMap<string, Settled>> {
  const { roll, lives, wanted } = reading;
  const source = factsTogether(reading, known);
  const news = newsOf(wanted.facts, lives.facts, source.written);
  const settled = new Map<string, Settled>();
  for (const person of roll.people.values()) {
    const record = known.record(person.id);
    const led = lives.openings.get(person.id) ?? {};
    const playing = {
      source,
      news: news.get(person.id) ?? [],
      told: toldBy(person, lives.couples.spouseOf(person.id)),
      until: roll.before.until(person),
    };
    const own = record === undefined ? { opening: led, changed: [] } : openingOf(playing, record, led);
    settled.set(person.id, own);
    if (own.changed.length > 0) askOpening(person, own.changed, playing.news, remarks);
    const fields = { ...wanted.people.get(person.id)?.fields, ...record?.fields };
    askEnd(person, withOpening(person.id, fields, own.opening), playing, remarks);
    yield;
  }
  return settled;
}

/** What somebody wrote into the book opens as it was written: no hub lets a file change that. Facts move it from there. */
function openingOf(playing: Omit<Playing, 'record'>, record: BookRecord, led: Fields): Settled {
  const opened = openingOfBook(catalogue, record);
  return isOwnRecord(record.id) ? { opening: opened, changed: [] } : decideOpening(playing, record, opened, led);
}

function askOpening(person: PersonEntry, changed: readonly string[], news: Playing['news'], remarks: Remarks): void {
  const fields = fieldNames('person', changed);
  const row = news[0]?.event.row ?? 0;
  if (person.row > 0) remarks.ask('persons', person.row, 'person_key', 'opening_differs', fields);
  else if (row > 0) remarks.ask('events', row, 'person_key', 'opening_differs', fields);
}

function askEnd(person: PersonEntry, record: BookRecord, playing: Omit<Playing, 'record'>, remarks: Remarks): void {
  if (person.row === 0) return;
  const end = endOf(lifeOf(playing.source, record), playing.until);
  const said: { readonly [field: string]: string | undefined } = {
    ...playing.told,
    ...(person.status === 'active' && { method: person.method }),
  };
  for (const [field, told] of Object.entries(said)) {
    if (told !== undefined && (end[field] ?? '') !== told)
      remarks.ask(
        'persons',
        person.row,
        columnOf(field),
        'ends_otherwise',
        valueName('person', field, String(end[field] ?? '')),
      );
  }
}

/** What a row of persons.csv says of the end; of who is gone, nothing of how they live. */
function toldBy(person: PersonEntry, spouse: string | undefined): Partial<Standing> {
  if (person.row === 0) return {};
  const { household, residence, marital, status } = person;
  const isHere = status === 'active';
  return {
    household,
    status,
    residence: isHere ? residence : undefined,
    marital: isHere ? marital : undefined,
    spouse: isHere && marital === 'married' ? spouse : undefined,
  };
}

function withOpening(id: string, fields: Fields, opening: Fields): BookRecord {
  const rest = Object.entries(fields).filter(([field]) => !standingFields.some((one) => one === field));
  return { kind: 'person', id, place: '', fields: { ...Object.fromEntries(rest), ...opening }, written: [0, 0] };
}

interface Together extends LifeSource {
  /** The engine's record of each wanted fact. */
  readonly written: ReadonlyMap<string, BookRecord>;
}

/** The book's facts without those that are replaced, and what the file's events become; who names whom to begin with. */
function factsTogether({ roll, lives, wanted: { facts, people } }: Reading, known: Known): Together {
  const written = new Map<string, BookRecord>();
  const naming = new Map<string, BookRecord[]>();
  const gone = new Set(facts.flatMap(({ id, replaces }) => [id, replaces?.id ?? id]));
  for (const [index, { kind, id, place, fields, written: stamp }] of facts.entries()) {
    const record = known.record(id) ?? { kind, id, place, fields, written: stamp ?? ([later, index] as const) };
    written.set(id, record);
    for (const name of namesIn(record)) naming.set(name, [...(naming.get(name) ?? []), record]);
  }
  const opened = [...roll.people.keys()].map((id) => {
    return known.record(id) ?? withOpening(id, people.get(id)?.fields ?? {}, lives.openings.get(id) ?? {});
  });
  return {
    catalogue,
    written,
    whoNames: indexNames(catalogue, opened),
    factsNaming: (id) => [...known.factsNaming(id).filter((fact) => !gone.has(fact.id)), ...(naming.get(id) ?? [])],
  };
}

function namesIn({ fields }: BookRecord): ReadonlySet<string> {
  const ids = [fields.person, fields.child, fields.spouse].filter((id) => typeof id === 'string');
  return new Set(ids);
}

/** Events that the book does not hold yet, by everybody whom they name. */
function newsOf(
  facts: readonly WantedFact[],
  told: readonly { readonly event: EventEntry }[],
  written: Together['written'],
): ReadonlyMap<string, Playing['news']> {
  const found = new Map<string, Playing['news'][number][]>();
  for (const [index, { event }] of told.entries()) {
    const fact = written.get(facts[index]?.id ?? '');
    if (fact === undefined || event.written !== undefined) continue;
    for (const name of namesIn(fact)) {
      const known = found.get(name);
      if (known === undefined) found.set(name, [{ event, fact }]);
      else known.push({ event, fact });
    }
  }
  return found;
}
