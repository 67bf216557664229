import { completedYears } from '../../../domain/calendar/age.ts';
import { isAlive } from '../../../sync/records/merge.ts';
import { replacedBy, undoReason, voidReason } from '../book/void-reasons.ts';
import type { Remarks } from '../file/remark.ts';
import type { Known } from '../known.ts';
import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';
import { askLikeness } from './ask-likeness.ts';
import type { Reading } from './reading.ts';

/** What is possible and odd: asked about, never refused. */
export function askOddities(reading: Reading, known: Known, remarks: Remarks): void {
  const { people, events: told } = reading.roll;
  askHeads(reading, remarks);
  askNumbers(reading, known, remarks);
  askLikeness([...people.values()], known, remarks);
  const events = reading.lives.facts.map(({ event }) => event);
  for (const event of events) askEvent(event, people, remarks);
  askRepeated(events, remarks);
  askHeld(events, told, remarks);
  askTakenBack(events, known, remarks);
}

function askHeads({ households, roll }: Reading, remarks: Remarks): void {
  const members = new Map<string, { heads: number; people: number }>();
  for (const { household = '', row, status, fields } of roll.people.values()) {
    if (status !== 'active' || row === 0) continue;
    const known = members.get(household) ?? { heads: 0, people: 0 };
    const heads = known.heads + (fields.relation === 'head' ? 1 : 0);
    members.set(household, { heads, people: known.people + 1 });
  }
  for (const { id, row } of households) {
    const known = members.get(id);
    if (known === undefined) continue;
    if (known.heads === 0) remarks.ask('households', row, 'household_key', 'no_head');
    if (known.heads > 1) remarks.ask('households', row, 'household_key', 'heads', String(known.heads));
  }
}

/** A household that is new to the book under a number that another sheet of its village has; an area numbers for itself. */
function askNumbers({ households }: Reading, known: Known, remarks: Remarks): void {
  const held = new Set<string>();
  for (const { place, fields } of known.all('household'))
    if (fields.number != null && fields.area == null) held.add(`${place} ${fields.number}`);
  for (const { id, row, place, fields } of households) {
    const isTaken = known.record(id) === undefined && held.has(`${place} ${fields.number}`);
    if (isTaken) remarks.ask('households', row, 'household_no', 'number_in_book', String(fields.number));
  }
}

const ofWomen = new Set(['pregnancy', 'miscarriage', 'abortion', 'prenatal_screen', 'method_start', 'method_stop']);

function askEvent(event: EventEntry, people: ReadonlyMap<string, PersonEntry>, remarks: Remarks): void {
  const { kind, row, date, mother } = event;
  const person = people.get(event.person)?.fields;
  if (ofWomen.has(kind) && person?.sex === 'male') remarks.ask('events', row, 'person_key', 'not_a_woman');
  if (kind === 'elder_check' && (ageOn(people.get(event.person), date) ?? 60) < 60)
    remarks.ask('events', row, 'person_key', 'under_60');
  const age = mother === undefined ? null : ageOn(people.get(mother), date);
  if (age !== null && (age < 10 || age > 55)) remarks.ask('events', row, 'mother_key', 'odd_mother_age', String(age));
}

function ageOn(person: PersonEntry | undefined, date: string): number | null {
  const birth = person?.fields.birthDate;
  return typeof birth === 'string' ? completedYears(birth, date) : null;
}

/** Two rows about one marriage are one marriage; anything else that is told twice counts twice. */
function askRepeated(events: readonly EventEntry[], remarks: Remarks): void {
  const seen = new Map<string, number>();
  for (const { kind, row, date, person, fields } of events) {
    if (person === '') continue;
    const same = likenessOf({ kind, date, person, fields });
    const other = seen.get(same);
    if (other === undefined) seen.set(same, row);
    else remarks.ask('events', row, 'event_key', 'written_twice', String(other));
  }
}

function likenessOf({ kind, person, date, fields }: Pick<EventEntry, 'kind' | 'person' | 'date' | 'fields'>): string {
  return `${kind} ${person} ${date} ${fields.field ?? ''} ${fields.method ?? ''}`;
}

/** The book has it already, written at the doorstep or from another file. */
function askHeld(events: readonly EventEntry[], told: readonly EventEntry[], remarks: Remarks): void {
  const held = new Set(told.filter(({ row }) => row === 0).map(likenessOf));
  for (const event of events) {
    const isNew = event.written === undefined && event.person !== '';
    if (isNew && held.has(likenessOf(event))) remarks.ask('events', event.row, 'event_key', 'in_book');
  }
}

/** Somebody took it back by hand; the undo of an import asks nothing of the next. */
function askTakenBack(events: readonly EventEntry[], known: Known, remarks: Remarks): void {
  for (const { id, row } of events) {
    const state = known.state(id);
    if (state === undefined || isAlive(state)) continue;
    if (voidReason(state) !== undoReason && replacedBy(state) === undefined)
      remarks.ask('events', row, 'event_key', 'taken_back');
  }
}
