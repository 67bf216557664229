import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';
import type { Couples } from './couples.ts';

/** An event as one person lives it: as the one it is about, as the other of a couple, or as who outlives the dead. */
export interface Step {
  readonly event: EventEntry;
  readonly as: 'subject' | 'spouse' | 'survivor';
  /** The other one of a couple. */
  readonly partner?: string;
}

/** The steps of everybody, each in the order of the events. */
export function stepsOf(
  people: ReadonlyMap<string, PersonEntry>,
  events: readonly EventEntry[],
  couples: Couples,
): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, Step[]>();
  const dead = new Set<string>();
  const dying = new Set(events.filter(isDeath).map(({ person }) => person));
  const add = (person: string, step: Step) => {
    const known = steps.get(person) ?? [];
    known.push(step);
    steps.set(person, known);
  };
  const isAlive = (person: string) => !dead.has(person) && (people.get(person)?.status !== 'dead' || dying.has(person));
  for (const event of events) {
    const partner = partnerIn(event, couples);
    add(event.person, { event, as: 'subject', ...(partner === undefined ? {} : { partner }) });
    if (isDeath(event)) dead.add(event.person);
    if (partner === undefined) continue;
    if (!isDeath(event)) add(partner, { event, as: 'spouse', partner: event.person });
    else if (isAlive(partner)) add(partner, { event, as: 'survivor', partner: event.person });
  }
  return steps;
}

function partnerIn(event: EventEntry, couples: Couples): string | undefined {
  if (event.kind === 'marriage') return event.spouse;
  if (event.kind === 'divorce') return couples.partnerOf(event);
  return isDeath(event) ? couples.spouseOf(event.person) : undefined;
}

/** Whether somebody enters the register by this event: born, moved in, added, or adopted from outside. */
export function isComing({ kind, fields }: EventEntry): boolean {
  if (kind === 'adopt') return fields.from !== undefined;
  return kind === 'birth' || kind === 'move_in' || kind === 'review_add';
}

export function isGoing({ kind }: EventEntry): boolean {
  return kind === 'death' || kind === 'move_out' || kind === 'review_remove';
}

/** Whether somebody is dead by this event: a check of the book may find it out long after. */
export function isDeath({ kind, fields }: EventEntry): boolean {
  return kind === 'death' || (kind === 'review_remove' && fields.reason === 'died');
}
