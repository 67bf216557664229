import type { Remarks } from '../file/remark.ts';
import type { EventEntry } from '../read/events.ts';
import { nameOrKey, type PersonEntry } from '../read/persons.ts';
import { askPartner, type Household, sameDayPartner, surePartner } from './likely-partner.ts';
import { isDeath } from './steps.ts';
import { beginTies, type Ties } from './ties.ts';

/** Who is whose spouse at the end of the file, by both rows and by the marriages in it. */
export interface Couples {
  /** Spouse of the marriage that stands, or who died in it. */
  spouseOf(person: string): string | undefined;
  /** The other one of a divorce. */
  partnerOf(divorce: EventEntry): string | undefined;
}

export interface CouplesSource {
  readonly people: ReadonlyMap<string, PersonEntry>;
  /** All that happened, the book's own facts too, in order. */
  readonly events: readonly EventEntry[];
  /** Spouse of somebody whom the book opened as married. */
  readonly openedWith: (person: string) => string | undefined;
  /** What the book says of somebody's marriage just before a day; `undefined` where it knows nobody. */
  readonly maritalBefore: (person: string, date: string) => string | undefined;
  readonly remarks: Remarks;
}

/** A link that only one row tells holds for both; where a row names somebody else, it is asked about. */
export function joinCouples(source: CouplesSource): Couples {
  const { people, remarks } = source;
  const ties = beginTies(source.openedWith);
  const divorces = liveThrough(source, ties);
  const spouses = new Map<string, string>();
  for (const { id, spouse } of people.values()) if (spouse !== undefined) spouses.set(id, spouse);
  for (const { id, marital } of people.values()) {
    const tied = ties.spouseOf(id);
    const isEnded = marital === 'single' || marital === 'divorced';
    if (typeof tied === 'string' && !spouses.has(id) && !isEnded) spouses.set(id, tied);
  }
  for (const person of people.values()) {
    const spouse = person.spouse === undefined ? undefined : people.get(person.spouse);
    if (spouse !== undefined) mirror(spouses, person, spouse, ties, remarks);
  }
  const spouseOf = (person: string) =>
    spouses.get(person) ?? (people.has(person) ? undefined : (ties.spouseOf(person) ?? undefined));
  return { spouseOf, partnerOf: (divorce) => divorces.get(divorce.id) };
}

/** Who outlived a spouse may have married again: then the dead one still names the living. */
function mirror(
  spouses: Map<string, string>,
  person: PersonEntry,
  spouse: PersonEntry,
  ties: Ties,
  remarks: Remarks,
): void {
  const isOther = ties.spouseOf(spouse.id) === null;
  const isSingle = spouse.marital === 'single' || spouse.marital === 'divorced' || isOther;
  if (!spouses.has(spouse.id) && !isSingle) spouses.set(spouse.id, person.id);
  const isOdd = spouses.get(spouse.id) !== person.id && person.status !== 'dead';
  if (isOdd) remarks.ask('persons', person.row, 'spouse_key', 'spouse_differs', nameOrKey(spouse));
}

/** Ties everybody as the events go by. @returns the other one of each divorce */
function liveThrough(source: CouplesSource, ties: Ties): ReadonlyMap<string, string> {
  const { events } = source;
  const partners = new Map<string, string>();
  const named = namedInDivorces(events);
  const household: Household = { ...source, ties, divorced: new Set(named.divorced) };
  for (const event of events) {
    if (event.kind !== 'divorce') {
      tie(ties, event);
      continue;
    }
    const partner = event.spouse ?? named.by(event) ?? ties.partingFrom(event.person, event.date);
    const found = partner ?? (ties.spouseOf(event.person) === undefined ? guess(household, event) : undefined);
    if (found !== undefined) partners.set(event.id, found);
    ties.divorce(event.person, found, event.date);
  }
  return partners;
}

function tie(ties: Ties, event: EventEntry): void {
  const { kind, person, spouse, fields } = event;
  if (kind === 'marriage') ties.marry(person, spouse);
  if (isDeath(event)) ties.die(person);
  if (kind === 'change_info' && fields.field === 'marital') ties.change(person, fields.new === 'married');
}

/** A guess is asked about; where nobody is sure, the other one is asked for and nobody else is counted. */
function guess(household: Household, event: EventEntry): string | undefined {
  const paired = sameDayPartner(household, event);
  if (paired !== undefined) return paired;
  const sure = surePartner(household, event);
  if (sure === undefined) askPartner(household, event);
  else household.remarks.ask('events', event.row, 'spouse_key', 'spouse_guessed', nameOrKey(sure));
  return sure?.id;
}

/** Each of the two may have a row for the same divorce, and only one of them may name the other. */
function namedInDivorces(events: readonly EventEntry[]) {
  const divorces = events.filter(({ kind }) => kind === 'divorce');
  const namers = new Map(
    divorces.flatMap(({ person, spouse, date }) => (spouse === undefined ? [] : [[`${spouse} ${date}`, person]])),
  );
  return {
    divorced: divorces.flatMap(({ person, spouse }) => (spouse === undefined ? [person] : [person, spouse])),
    by: ({ person, date }: EventEntry) => namers.get(`${person} ${date}`),
  };
}
