import type { Fields } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';
import { type Couples, joinCouples } from './couples.ts';
import { askUnannouncedBirths, withinLives } from './judge-dates.ts';
import { judgeMethods } from './judge-methods.ts';
import { joinWeddings, nameSpouses } from './name-spouses.ts';
import { orderOfWriting } from './order-day.ts';
import { playForward } from './play-forward.ts';
import type { Standing } from './standing.ts';
import { isComing, isGoing, type Step, stepsOf } from './steps.ts';
import { firstOrders } from './twins.ts';
import { walkBack } from './walk-back.ts';

/** What is known of somebody before the file is read. */
export interface Before {
  /** Dated values with which the book opens a person; `undefined` where it knows nobody of that id. */
  opened(person: string): Fields | undefined;
  maritalBefore(person: string, date: string): string | undefined;
  /** Last day that the end in persons.csv knows of; `undefined`: all that is known. */
  until(person: PersonEntry): string | undefined;
}

/** People with what they begin with, and the facts that lead from there to what persons.csv says. */
export interface Lives {
  readonly openings: ReadonlyMap<string, Fields>;
  /** Methods in use before all that is told, by woman. */
  readonly methods: ReadonlyMap<string, string>;
  /** How everybody stands at the end. */
  readonly ends: ReadonlyMap<string, Standing>;
  /** What the file's own events become, in the order in which they must be written. */
  readonly facts: readonly { readonly event: EventEntry; readonly fields: Fields }[];
  readonly couples: Couples;
}

export interface LivesSource {
  readonly people: ReadonlyMap<string, PersonEntry>;
  /** All that happened, the book's own facts too, in order. */
  readonly events: readonly EventEntry[];
  readonly before: Before;
  readonly remarks: Remarks;
  /** For words: the key of a household's id. */
  readonly householdName: (id: string) => string;
}

/** Works out the history that a file and the book tell together. A generator: it pauses between two people. */
export function* deriveLives(source: LivesSource): Generator<undefined, Lives> {
  const { people, remarks, before } = source;
  const dated = withinLives(people, source.events, remarks);
  yield;
  const { before: methods, events, early } = judgeMethods(people, dated, before.opened, remarks);
  yield;
  const told = completeEvents(people, events);
  yield;
  const couples = joinCouples({
    people,
    events: told,
    remarks,
    maritalBefore: before.maritalBefore,
    openedWith: (person) => {
      const opened = before.opened(person);
      return opened?.marital === 'married' ? textOrNothing(opened.spouse) : undefined;
    },
  });
  yield;
  const steps = stepsOf(people, told, couples);
  const openings = new Map<string, Fields>();
  const ends = new Map<string, Standing>();
  const values = new Map<string, Fields>();
  for (const person of people.values()) {
    const life = livedBy(source, person, couples, steps.get(person.id) ?? []);
    openings.set(person.id, life.opening);
    ends.set(person.id, life.end);
    for (const [event, fields] of life.told) values.set(event, fields);
    yield;
  }
  const come = new Set(told.filter(isComing).map(({ person }) => person));
  askUnannouncedBirths(people.values(), told, (id) => come.has(id) || before.opened(id) !== undefined, remarks);
  return { openings, methods, ends, couples, facts: factsOf(orderOfWriting(told, early), couples, values) };
}

/** What a row leaves open and another row says. */
function completeEvents(people: LivesSource['people'], events: readonly EventEntry[]): readonly EventEntry[] {
  const born = events.map((event) => {
    const mother = people.get(event.person)?.fields.mother;
    const isOpen = event.kind === 'birth' && event.mother === undefined && event.written === undefined;
    if (!isOpen || typeof mother !== 'string') return event;
    return { ...event, mother, fields: { ...event.fields, mother } };
  });
  return joinWeddings(nameSpouses(people, born));
}

function livedBy(source: LivesSource, person: PersonEntry, couples: Couples, steps: readonly Step[]) {
  const { before, remarks, householdName } = source;
  const opened = before.opened(person.id);
  const until = before.until(person);
  const within = until === undefined ? steps : steps.filter(({ event }) => event.date <= until);
  const end = endOf(person, playForward(opened ?? {}, within), couples, within, remarks);
  const life = walkBack({ end, steps: within, opened: opened ?? {}, remarks, householdName });
  return { ...life, end };
}

/** What the row says; of what it leaves blank, what the book and the events say. */
function endOf(
  person: PersonEntry,
  played: Standing,
  couples: Couples,
  steps: readonly Step[],
  remarks: Remarks,
): Standing {
  const marital = person.marital ?? played.marital;
  const isTied = marital === 'married' || marital === 'widowed' || marital === undefined;
  const spouse = couples.spouseOf(person.id) ?? (isTied ? played.spouse : undefined);
  return {
    household: person.household ?? played.household,
    residence: person.residence ?? played.residence ?? askResidence(person, steps, remarks),
    marital,
    spouse,
    status: person.status === '' || (person.row === 0 && played.status !== undefined) ? played.status : person.status,
  };
}

/** Whoever died or left as a resident must count: where nobody says how they lived here, it is asked about. */
function askResidence(person: PersonEntry, steps: readonly Step[], remarks: Remarks): string | undefined {
  const going = steps.findLast(({ event, as }) => as === 'subject' && isGoing(event))?.event;
  if (person.status === 'active' || going === undefined || going.written !== undefined) return undefined;
  if (going.fromResidence === undefined) remarks.ask('persons', person.row, 'residence', 'gone_residence');
  return going.fromResidence ?? 'usual_present';
}

function factsOf(events: readonly EventEntry[], couples: Couples, told: ReadonlyMap<string, Fields>): Lives['facts'] {
  const orders = firstOrders(events);
  return events.flatMap((event) => {
    if (event.row === 0) return [];
    const firstOrder = orders.get(event.id);
    const partner = event.kind === 'divorce' ? couples.partnerOf(event) : undefined;
    const more = {
      ...(firstOrder === undefined ? {} : { firstOrder }),
      ...(partner === undefined ? {} : { spouse: partner }),
    };
    return [{ event, fields: { ...event.fields, ...more, ...told.get(event.id) } }];
  });
}

function textOrNothing(value: Fields[string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
