import { completeDate } from '../../../domain/calendar/partial-date.ts';
import type { Remarks } from '../file/remark.ts';
import { isAboutPeople } from '../read/event-kinds.ts';
import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';

/**
 * Nothing happens to anybody before birth or after death: such events are refused. What the book holds is not judged
 * again. @returns the events that stay
 */
export function withinLives(
  people: ReadonlyMap<string, PersonEntry>,
  events: readonly EventEntry[],
  remarks: Remarks,
): readonly EventEntry[] {
  const deaths = new Map<string, string>();
  for (const { kind, person, date } of events) if (kind === 'death' && !deaths.has(person)) deaths.set(person, date);
  return events.filter((event) => {
    if (event.written !== undefined) return true;
    const about = [
      ['person_key', event.person],
      ['spouse_key', event.spouse ?? ''],
    ] as const;
    for (const [column, id] of about) judgeDate(people.get(id), deaths.get(id), event, column, remarks);
    return !remarks.isRefused('events', event.row);
  });
}

function judgeDate(
  person: PersonEntry | undefined,
  death: string | undefined,
  { kind, date, row }: EventEntry,
  column: string,
  remarks: Remarks,
): void {
  const birth = person?.fields.birthDate;
  const shown = column === 'person_key' ? 'date' : column;
  if (death !== undefined && date > death) remarks.refuse('events', row, shown, 'after_death', date);
  if (typeof birth !== 'string') return;
  const isOwnBirth = kind === 'birth' && column === 'person_key';
  if (!isOwnBirth && date < completeDate(birth)) remarks.refuse('events', row, shown, 'before_birth', date);
  if (isOwnBirth && !date.startsWith(birth)) remarks.ask('events', row, 'date', 'birth_date_differs', birth);
}

/** Born while the events run, with no event that brought the person in: there from the day of birth, and asked about. */
export function askUnannouncedBirths(
  people: Iterable<PersonEntry>,
  events: readonly EventEntry[],
  isKnown: (person: string) => boolean,
  remarks: Remarks,
): void {
  const from = events.find(({ kind }) => isAboutPeople(kind))?.date;
  if (from === undefined) return;
  for (const { id, row, fields } of people) {
    const { birthDate } = fields;
    if (row > 0 && typeof birthDate === 'string' && completeDate(birthDate) >= from && !isKnown(id))
      remarks.ask('persons', row, 'birth_date', 'no_birth_event', birthDate);
  }
}
