import { completedYears } from '../../../domain/calendar/age.ts';
import type { EventEntry } from '../read/events.ts';
import { nameOrKey, type PersonEntry } from '../read/persons.ts';
import type { CouplesSource } from './couples.ts';
import type { Ties } from './ties.ts';

/* The fixed format names nobody else in a divorce. Who was divorced long ago must never count again. */

export interface Household extends CouplesSource {
  readonly ties: Ties;
  /** Who has a divorce of their own, or is named in one. */
  readonly divorced: ReadonlySet<string>;
}

const adult = 16;

/** Head and spouse of one sheet, both divorced now, when nobody else there can be meant. */
export function surePartner(household: Household, event: EventEntry): PersonEntry | undefined {
  const one = household.people.get(event.person);
  const found = couldBe(household, event);
  const [other] = found;
  if (one === undefined || other === undefined || found.length > 1) return undefined;
  const relations = [one.fields.relation, other.fields.relation].sort().join(' ');
  return relations === 'head spouse' && one.household === other.household ? other : undefined;
}

/** Two rows of one day and one house, each about one of a couple, are one divorce. */
export function sameDayPartner(household: Household, event: EventEntry): string | undefined {
  const found = sameDayRows(household, event);
  const [other] = found;
  const [home, otherHome] = [event, other].map((one) => one && homeOf(household, one));
  return found.length === 1 && home !== undefined && home === otherHome ? other?.person : undefined;
}

/** Somebody of the house is divorced too, and nothing says since when: the other one is asked for. */
export function askPartner(household: Household, event: EventEntry): void {
  // The other one has a row of the same day: whoever it is, nobody is missing.
  if (sameDayRows(household, event).length === 1) return;
  const named = couldBe(household, event).map((one) => `${nameOrKey(one)} (${one.key})`);
  if (named.length > 0 && event.row > 0)
    household.remarks.ask('events', event.row, 'spouse_key', 'spouse_unknown', named.join(', '));
}

/** Divorces of the same day that name nobody, of somebody of the other sex whose spouse nobody knows. */
function sameDayRows({ people, events, ties }: Household, event: EventEntry): readonly EventEntry[] {
  const sex = people.get(event.person)?.fields.sex;
  return events.filter(
    ({ kind, date, person, spouse }) =>
      kind === 'divorce' &&
      date === event.date &&
      spouse === undefined &&
      person !== event.person &&
      people.get(person)?.fields.sex !== sex &&
      ties.spouseOf(person) === undefined,
  );
}

function homeOf({ people }: Household, event: EventEntry): string | undefined {
  return event.household ?? people.get(event.person)?.household;
}

/** Of the other sex, grown up, divorced today and by nothing that is told, under the same roof then. */
function couldBe(household: Household, event: EventEntry): readonly PersonEntry[] {
  const { people, events, ties, divorced, maritalBefore } = household;
  const [one, home] = [people.get(event.person), homeOf(household, event)];
  if (one === undefined || home === undefined) return [];
  const wasThere = ({ id, household: now }: PersonEntry) =>
    now === home || events.some((other) => other.person === id && other.date >= event.date && other.household === home);
  const fits = (other: PersonEntry) =>
    other.marital === 'divorced' &&
    other.spouse === undefined &&
    !divorced.has(other.id) &&
    ties.spouseOf(other.id) === undefined &&
    other.fields.sex !== one.fields.sex &&
    (maritalBefore(other.id, event.date) ?? 'married') === 'married' &&
    (completedYears(String(other.fields.birthDate ?? '1900'), event.date) ?? 0) >= adult;
  return [...people.values()].filter((other) => fits(other) && wasThere(other));
}
