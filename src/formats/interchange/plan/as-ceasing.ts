import type { Remarks } from '../file/remark.ts';
import { isComing, isGoing } from '../history/steps.ts';
import type { Known } from '../known.ts';
import { type EventEntry, inOrder } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';

/**
 * Whoever "moves out" and still lives here, now as temporary, ceased to reside: residence changes, nobody left. It shows
 * at the end, or by what comes next: nobody leaves twice, or settles, without having been here. What the book once took
 * so stays so.
 */
export function asCeasing(
  people: ReadonlyMap<string, PersonEntry>,
  events: readonly EventEntry[],
  known: Known,
  remarks: Remarks,
): readonly EventEntry[] {
  const next = nextOf(events);
  const changed = events.map((event): EventEntry => {
    if (event.kind !== 'move_out') return event;
    const isKept = known.record(event.id)?.kind === 'change_info';
    const isCeasing = isKept || staysHere(next.get(event), people.get(event.person));
    if (!isCeasing) return event;
    if (!isKept) remarks.ask('events', event.row, 'kind', 'as_ceasing');
    const old = event.fromResidence ?? 'usual_present';
    return { ...event, kind: 'change_info', phase: 'change', fields: { field: 'residence', old, new: 'temporary' } };
  });
  return changed.sort(inOrder);
}

function staysHere(next: EventEntry | undefined, person: PersonEntry | undefined): boolean {
  if (next === undefined) return person?.status === 'active' && person.residence === 'temporary';
  if (isComing(next)) return next.fromResidence === 'temporary';
  return isGoing(next) ? next.kind !== 'death' : true;
}

/** What is told next of somebody's coming, going or residence. A death may be heard of after they left. */
function nextOf(events: readonly EventEntry[]): ReadonlyMap<EventEntry, EventEntry> {
  const next = new Map<EventEntry, EventEntry>();
  const last = new Map<string, EventEntry>();
  for (const event of events) {
    const isResidence = event.kind === 'change_info' && event.fields.field === 'residence';
    if (!isComing(event) && !isGoing(event) && !isResidence) continue;
    const before = last.get(event.person);
    if (before !== undefined) next.set(before, event);
    last.set(event.person, event);
  }
  return next;
}
