import { completedYears } from '../../../domain/calendar/age.ts';
import type { Remarks } from '../file/remark.ts';
import type { EventEntry } from '../read/events.ts';
import type { PersonEntry } from '../read/persons.ts';

/** Who is whose spouse at the end of the file, by both rows and by the marriages in it. */
export interface Couples {
  /** Spouse of the marriage that stands, or who died in it. */
  spouseOf(person: string): string | undefined;
  /** The other one of a divorce. */
  partnerOf(divorce: EventEntry): string | undefined;
}

interface Pair {
  readonly one: string;
  readonly other: string;
}

/** A link that only one row tells holds for both; where a row names somebody else, it is asked about. */
export function joinCouples(
  people: ReadonlyMap<string, PersonEntry>,
  events: readonly EventEntry[],
  remarks: Remarks,
): Couples {
  const divorces = findPartners(people, events, remarks);
  const spouses = new Map<string, string>();
  for (const { id, spouse } of people.values()) if (spouse !== undefined) spouses.set(id, spouse);
  const join = ({ one, other }: Pair) => {
    if (!spouses.has(one)) spouses.set(one, other);
  };
  for (const { one, other } of standingMarriages(events, divorces)) {
    join({ one, other });
    join({ one: other, other: one });
  }
  for (const person of people.values()) {
    const spouse = person.spouse === undefined ? undefined : people.get(person.spouse);
    if (spouse !== undefined) mirror(spouses, person, spouse, remarks);
  }
  return { spouseOf: (person) => spouses.get(person), partnerOf: (divorce) => divorces.get(divorce.id) };
}

/** Who outlived a spouse may have married again: then the dead one still names the living. */
function mirror(spouses: Map<string, string>, person: PersonEntry, spouse: PersonEntry, remarks: Remarks): void {
  const isSingle = spouse.marital === 'single' || spouse.marital === 'divorced';
  if (!spouses.has(spouse.id) && !isSingle) spouses.set(spouse.id, person.id);
  const isOdd = spouses.get(spouse.id) !== person.id && person.status !== 'dead';
  if (isOdd) remarks.ask('persons', person.row, 'spouse_key', 'spouse_differs', spouse.key);
}

/** The last marriage of each, unless a divorce ended it. */
function standingMarriages(events: readonly EventEntry[], divorces: ReadonlyMap<string, string>): readonly Pair[] {
  const last = new Map<string, Pair>();
  for (const event of events) {
    const other = event.kind === 'divorce' ? divorces.get(event.id) : event.spouse;
    if (event.kind === 'divorce') for (const id of [event.person, other ?? '']) last.delete(id);
    if (event.kind !== 'marriage' || other === undefined) continue;
    last.set(event.person, { one: event.person, other });
    last.set(other, { one: other, other: event.person });
  }
  return [...last.values()];
}

/** A divorce names the other one, or a marriage in the file does, or nobody but one person of the household can be meant. */
function findPartners(
  people: ReadonlyMap<string, PersonEntry>,
  events: readonly EventEntry[],
  remarks: Remarks,
): ReadonlyMap<string, string> {
  const partners = new Map<string, string>();
  const married = new Map<string, string>();
  const divorced = new Set(events.filter(({ kind }) => kind === 'divorce').map(({ person }) => person));
  for (const event of events) {
    const { kind, person, spouse } = event;
    if (kind === 'marriage' && spouse !== undefined) {
      married.set(person, spouse);
      married.set(spouse, person);
    }
    if (kind !== 'divorce') continue;
    const known = spouse ?? married.get(person);
    const guessed = known === undefined ? guessPartner(people, event, divorced) : undefined;
    if (guessed !== undefined) remarks.ask('events', event.row, 'spouse_key', 'spouse_guessed', guessed.key);
    const partner = known ?? guessed?.id;
    if (partner !== undefined) partners.set(event.id, partner);
  }
  return partners;
}

function guessPartner(
  people: ReadonlyMap<string, PersonEntry>,
  { person, household, date }: EventEntry,
  divorced: ReadonlySet<string>,
): PersonEntry | undefined {
  const one = people.get(person);
  const home = household ?? one?.household;
  if (one === undefined || home === undefined) return undefined;
  const couldBe = (other: PersonEntry) =>
    other.household === home &&
    other.marital === 'divorced' &&
    other.spouse === undefined &&
    !divorced.has(other.id) &&
    other.fields.sex !== one.fields.sex &&
    (completedYears(String(other.fields.birthDate ?? '1900'), date) ?? 0) >= 16;
  const found = [...people.values()].filter(couldBe);
  return found.length === 1 ? found[0] : undefined;
}
