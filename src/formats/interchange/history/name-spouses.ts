import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';

type People = ReadonlyMap<string, PersonEntry>;

/**
 * A wedding whose row names nobody else: when it is the last thing that is told of the marriage of its person, it made
 * the marriage that persons.csv says stands, and so its spouse is known.
 */
export function nameSpouses(people: People, events: readonly EventEntry[]): readonly EventEntry[] {
  const last = lastOfMarriage(events);
  const spouses = spousesTold(people);
  return events.map((event) => {
    const isOpen = event.kind === 'marriage' && event.spouse === undefined && event.written === undefined;
    const spouse = isOpen && last.get(event.person) === event ? spouses.get(event.person) : undefined;
    if (spouse === undefined || !mayBeOf(last.get(spouse), event)) return event;
    return { ...event, spouse, fields: { ...event.fields, spouse } };
  });
}

/** The other one has no later word on marriage, or a row of the same wedding. */
function mayBeOf(own: EventEntry | undefined, { date, person }: EventEntry): boolean {
  if (own === undefined) return true;
  const isSameWedding = own.kind === 'marriage' && own.date === date;
  return isSameWedding ? own.person === person || (own.spouse ?? person) === person : false;
}

/** By who says so of themselves, else by whom only the other one names. */
function spousesTold(people: People): ReadonlyMap<string, string> {
  const spouses = new Map<string, string>();
  for (const { id, spouse } of people.values()) if (spouse !== undefined) spouses.set(id, spouse);
  for (const { id, spouse, status } of people.values())
    if (spouse !== undefined && !spouses.has(spouse) && status !== 'dead') spouses.set(spouse, id);
  return spouses;
}

function lastOfMarriage(events: readonly EventEntry[]): ReadonlyMap<string, EventEntry> {
  const last = new Map<string, EventEntry>();
  for (const event of events) {
    const isMarital = event.kind === 'change_info' && event.fields.field === 'marital';
    if (event.kind !== 'marriage' && event.kind !== 'divorce' && !isMarital) continue;
    last.set(event.person, event);
    if (event.spouse !== undefined) last.set(event.spouse, event);
  }
  return last;
}

/** One couple, one day: what either row of a wedding says holds for it. */
export function joinWeddings(events: readonly EventEntry[]): readonly EventEntry[] {
  const said = new Map<string, { premaritalCheck: boolean; closeKin: boolean }>();
  for (const event of events) {
    if (event.kind !== 'marriage' || event.spouse === undefined) continue;
    const known = said.get(weddingOf(event));
    said.set(weddingOf(event), {
      premaritalCheck: known?.premaritalCheck === true || event.fields.premaritalCheck === true,
      closeKin: known?.closeKin === true || event.fields.closeKin === true,
    });
  }
  return events.map((event) => {
    const whole = event.kind === 'marriage' && event.written === undefined ? said.get(weddingOf(event)) : undefined;
    if (whole === undefined) return event;
    const yes = Object.entries(whole).filter(([, isSaid]) => isSaid);
    return yes.length === 0 ? event : { ...event, fields: { ...event.fields, ...Object.fromEntries(yes) } };
  });
}

function weddingOf({ person, spouse = '', date }: EventEntry): string {
  return `${date} ${[person, spouse].sort().join(' ')}`;
}
