import type { Fields } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import { valueName } from '../file/spoken.ts';
import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';

/** Events that stay, which stops come before the starts of their day, and with which method each woman begins. */
export interface JudgedMethods {
  readonly before: ReadonlyMap<string, string>;
  readonly events: readonly EventEntry[];
  readonly early: ReadonlySet<string>;
}

/**
 * One woman, one method: a stop of a method that is not open is refused; on one day a start follows the stop it replaces.
 * A stop that names no method ends the open one.
 * What the book holds is not judged again.
 * @param opened dated values with which the book opens a person; `undefined` where it knows nobody of that id
 */
export function judgeMethods(
  people: ReadonlyMap<string, PersonEntry>,
  events: readonly EventEntry[],
  opened: (person: string) => Fields | undefined,
  remarks: Remarks,
): JudgedMethods {
  const told = byWoman(events);
  const before = methodsBefore(people, told, opened);
  const kept = new Map<string, EventEntry | undefined>();
  const early = new Set<string>();
  for (const [person, own] of told) {
    let open = before.get(person);
    for (const event of inTurn(own, () => open, early)) {
      const judged = event.written === undefined ? judge(event, open, remarks) : event;
      kept.set(event.id, judged);
      open = judged === undefined ? open : methodAfter(judged, open);
    }
  }
  const stay = events.flatMap((event) => (kept.has(event.id) ? (kept.get(event.id) ?? []) : event));
  return { before, events: stay, early };
}

/**
 * With which method each woman begins: as the book opened her; of whom it does not know, what her first row says was before
 * it, or what persons.csv says where no row tells of her.
 */
function methodsBefore(
  people: ReadonlyMap<string, PersonEntry>,
  told: ReadonlyMap<string, readonly EventEntry[]>,
  opened: (person: string) => Fields | undefined,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { id, method } of people.values()) {
    const [book, first] = [opened(id), told.get(id)?.[0]];
    const before = book === undefined ? (first === undefined ? method : first.fromMethod) : book.method;
    if (typeof before === 'string') found.set(id, before);
  }
  return found;
}

/** Day by day, the stop of what was in use first; `open` is asked when a day begins, after all before it were judged. */
function* inTurn(
  events: readonly EventEntry[],
  open: () => string | undefined,
  early: Set<string>,
): Generator<EventEntry> {
  for (const day of byDay(events)) {
    const inUse = open();
    const first = day.find(({ kind, fields }) => kind === 'method_stop' && (fields.method ?? inUse) === inUse);
    if (first !== undefined) {
      early.add(first.id);
      yield first;
    }
    for (const event of day) if (event !== first) yield event;
  }
}

function methodAfter({ kind, fields }: EventEntry, open: string | undefined): string | undefined {
  if (kind === 'method_start') return typeof fields.method === 'string' ? fields.method : open;
  return fields.method === open ? undefined : open;
}

function judge(event: EventEntry, open: string | undefined, remarks: Remarks): EventEntry | undefined {
  if (event.kind !== 'method_stop') return event;
  const method = event.fields.method ?? open;
  if (method === undefined || method !== open) {
    remarks.refuse(
      'events',
      event.row,
      'method',
      'method_not_open',
      valueName('method_stop', 'method', String(event.fields.method ?? '')),
    );
    return undefined;
  }
  if (event.fields.method !== undefined) return event;
  remarks.ask('events', event.row, 'method', 'no_method');
  return { ...event, fields: { ...event.fields, method } };
}

function byWoman(events: readonly EventEntry[]): ReadonlyMap<string, readonly EventEntry[]> {
  const found = new Map<string, EventEntry[]>();
  for (const event of events) {
    if (event.kind !== 'method_start' && event.kind !== 'method_stop') continue;
    const own = found.get(event.person) ?? [];
    own.push(event);
    found.set(event.person, own);
  }
  return found;
}

function byDay(events: readonly EventEntry[]): readonly (readonly EventEntry[])[] {
  const days = new Map<string, EventEntry[]>();
  for (const event of events) {
    const day = days.get(event.date) ?? [];
    day.push(event);
    days.set(event.date, day);
  }
  return [...days.values()];
}
