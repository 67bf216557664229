import { completedYears } from '../../../domain/calendar/age.ts';
import { foldText } from '../../../domain/search-key.ts';
import type { Remarks } from '../file/remark.ts';
import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';
import type { Reading } from './reading.ts';

/** What is possible and odd (domain.md 2.7): asked about, never refused. */
export function askOddities(reading: Reading, remarks: Remarks): void {
  askHeads(reading, remarks);
  askDoubles(reading, remarks);
  const events = reading.lives.facts.map(({ event }) => event);
  for (const event of events) askEvent(event, reading.people, remarks);
  askRepeated(events, remarks);
}

function askHeads({ households, people }: Reading, remarks: Remarks): void {
  const members = new Map<string, { heads: number; people: number }>();
  for (const { household = '', status, fields } of people.values()) {
    if (status !== 'active') continue;
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

function askDoubles({ people }: Reading, remarks: Remarks): void {
  const seen = new Map<string, number>();
  for (const { row, fields } of people.values()) {
    const { fullName, birthDate, sex } = fields;
    if (typeof fullName !== 'string' || typeof birthDate !== 'string' || birthDate.length < 10) continue;
    const likeness = `${foldText(fullName)} ${birthDate} ${sex}`;
    const other = seen.get(likeness);
    if (other === undefined) seen.set(likeness, row);
    else remarks.ask('persons', row, 'full_name', 'same_person', String(other));
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
    const same = `${kind} ${person} ${date} ${fields.field ?? ''} ${fields.method ?? ''}`;
    const other = seen.get(same);
    if (other === undefined) seen.set(same, row);
    else remarks.ask('events', row, 'event_key', 'written_twice', String(other));
  }
}
