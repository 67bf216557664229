import type { Fields } from '../../../domain/value.ts';
import type { Remarks } from '../file/remark.ts';
import { type EventEntry, inOrder } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';
import { type Couples, joinCouples } from './couples.ts';
import { askUnannouncedBirths, withinLives } from './judge-dates.ts';
import { judgeMethods } from './judge-methods.ts';
import { isComing, isGoing, stepsOf } from './steps.ts';
import { firstOrders } from './twins.ts';
import { walkBack } from './walk-back.ts';

/** People with what they begin with, and the facts that lead from there to what persons.csv says. */
export interface Lives {
  readonly openings: ReadonlyMap<string, Fields>;
  /** In the order in which they must be written. */
  readonly facts: readonly { readonly event: EventEntry; readonly fields: Fields }[];
  readonly couples: Couples;
}

export interface LivesSource {
  readonly people: ReadonlyMap<string, PersonEntry>;
  readonly events: readonly EventEntry[];
  readonly remarks: Remarks;
  /** For words: the key of a household's id. */
  readonly householdKey: (id: string) => string;
  readonly methodInUse: (person: string) => string | undefined;
  readonly isInBook: (id: string) => boolean;
}

/** Works out the history that a file tells. */
export function deriveLives(source: LivesSource): Lives {
  const { people, remarks, householdKey } = source;
  const dated = withinLives(people, asCeasing(source), remarks);
  const { events, early } = judgeMethods(dated, source.methodInUse, source.isInBook, remarks);
  const couples = joinCouples(people, events, remarks);
  const steps = stepsOf(people, events, couples);
  const orders = firstOrders(events);
  const openings = new Map<string, Fields>();
  const told = new Map<string, Fields>();
  const come = new Set(events.filter(isComing).map(({ person }) => person));
  for (const person of people.values()) {
    const life = walkBack(person, couples.spouseOf(person.id), steps.get(person.id) ?? [], remarks, householdKey);
    openings.set(person.id, life.opening);
    for (const [event, fields] of life.told) told.set(event, fields);
  }
  askUnannouncedBirths(people.values(), events, (id) => come.has(id), remarks);
  const rank = ({ id }: EventEntry) => (early.has(id) ? 0 : 1);
  const ordered = [...events].sort((a, b) =>
    a.date === b.date && a.phase === b.phase ? rank(a) - rank(b) || a.row - b.row : inOrder(a, b),
  );
  const facts = ordered.map((event) => {
    const firstOrder = orders.get(event.id);
    const partner = event.kind === 'divorce' ? couples.partnerOf(event) : undefined;
    const more = {
      ...(firstOrder === undefined ? {} : { firstOrder }),
      ...(partner === undefined ? {} : { spouse: partner }),
    };
    return { event, fields: { ...event.fields, ...more, ...told.get(event.id) } };
  });
  return { openings, facts, couples };
}

/** Whoever "moves out" and still lives here, now as temporary, ceased to reside: residence changes, nobody left. */
function asCeasing({ people, events, remarks }: LivesSource): readonly EventEntry[] {
  const last = new Map<string, EventEntry>();
  for (const event of events) if (isComing(event) || isGoing(event)) last.set(event.person, event);
  const changed = events.map((event): EventEntry => {
    const { status, residence } = people.get(event.person) ?? {};
    const isCeasing = event.kind === 'move_out' && last.get(event.person) === event;
    if (!isCeasing || status !== 'active' || residence !== 'temporary') return event;
    remarks.ask('events', event.row, 'kind', 'as_ceasing');
    const old = event.fromResidence ?? 'usual_present';
    return { ...event, kind: 'change_info', phase: 'change', fields: { field: 'residence', old, new: 'temporary' } };
  });
  return changed.sort(inOrder);
}
