import { type BookRecord, momentOf } from '../../../domain/book/book.ts';
import { type LifeSource, lifeOf } from '../../../domain/book/life.ts';
import {
  closingState,
  compareMoments,
  dayState,
  type Moment,
  stateBefore,
  type Timeline,
} from '../../../domain/book/timeline.ts';
import type { Fields, Value } from '../../../domain/value.ts';
import type { EventEntry } from '../read/events.ts';
import { type Standing, standingFields } from './standing.ts';
import { isComing, isGoing } from './steps.ts';

/*
 * A book opens somebody once. What a later file brings is laid on top; only where its events or its end cannot follow
 * from that opening, the opening is what the file leads back to, and a person is asked.
 */

/** Somebody with all that happens to them, as the engine plays it. */
export interface Playing {
  /** All facts: the book's, and what the file's events become. */
  readonly source: LifeSource;
  readonly record: BookRecord;
  /** Events about this person that the file brings, beside the facts that they become. */
  readonly news: readonly { readonly event: EventEntry; readonly fact: BookRecord }[];
  /** How persons.csv says they stand; at the close of `until`, or after all that is known. */
  readonly told: Partial<Standing>;
  readonly until: string | undefined;
}

type Contradiction = keyof Standing;

/** Which opening holds: the book's, or that which the file leads back to, with the fields that change then. */
export function decideOpening(
  playing: Omit<Playing, 'record'>,
  book: BookRecord,
  opened: Fields,
  led: Fields,
): { readonly opening: Fields; readonly changed: readonly Contradiction[] } {
  const against = contradictions({ ...playing, record: withOpening(book, opened) });
  if (against.length === 0) return { opening: opened, changed: [] };
  const changing = opened.status === led.status ? new Set(against) : new Set(standingFields);
  const changed = [...changing].filter((field) => (opened[field] ?? null) !== (led[field] ?? null));
  const opening = without({ ...opened, ...pick(led, changed) }, changed, led);
  const still = contradictions({ ...playing, record: withOpening(book, opening) });
  // What does not help is no reason to rewrite what the book says.
  return still.length < against.length ? { opening, changed } : { opening: opened, changed: [] };
}

/** Fields in which the end, or what an event says of the time before it, does not follow; one entry for each. */
function contradictions(playing: Playing): readonly Contradiction[] {
  const { source, record, news, told } = playing;
  const life = lifeOf(source, record);
  const end = endOf(life, playing.until);
  const atEnd = standingFields.filter((field) => told[field] !== undefined && told[field] !== (end[field] ?? ''));
  const before = news.flatMap(({ event, fact }) => {
    const moment = momentOf(source.catalogue, fact);
    const isSaid = moment !== undefined && !isToldBefore(playing, fact, moment);
    return isSaid ? against(event, record, stateBefore(life, moment)) : [];
  });
  return [...atEnd, ...before];
}

/** Each of a couple may have a row for one wedding or divorce: the second finds it done. */
function isToldBefore({ source, record }: Playing, fact: BookRecord, moment: Moment): boolean {
  if (fact.kind !== 'marriage' && fact.kind !== 'divorce') return false;
  return source.factsNaming(record.id).some((other) => {
    if (other.kind !== fact.kind || other.id === fact.id) return false;
    const at = momentOf(source.catalogue, other);
    return at?.date === moment.date && compareMoments(at, moment) < 0;
  });
}

/** Values at the close of a day, or after all that is known. */
export function endOf(life: Timeline, until: string | undefined): Fields {
  return until === undefined ? closingState(life) : dayState(life, until);
}

/** What an event says, or means, of the time just before it. */
function against(event: EventEntry, record: BookRecord, before: Fields): readonly Contradiction[] {
  const { fromMarital, fromResidence, person } = event;
  if (person !== record.id) return againstOther(event, record, before);
  const said: readonly (readonly [Contradiction, Value | undefined])[] = [
    ['marital', fromMarital ?? oldOf(event, 'marital')],
    ['residence', fromResidence ?? oldOf(event, 'residence')],
    ['household', isComing(event) || event.kind === 'death' ? undefined : event.household],
  ];
  const differing = said.flatMap(([field, value]) => (value === undefined || value === before[field] ? [] : [field]));
  return [...differing, ...againstPresence(event, before), ...againstMarriage(event, before)];
}

/** The other one of a couple: nobody marries whom they are married to already. */
function againstOther({ kind, person }: EventEntry, _: BookRecord, before: Fields): readonly Contradiction[] {
  if (kind === 'marriage' && before.marital === 'married' && (before.spouse ?? person) === person) return ['marital'];
  return kind === 'divorce' && before.marital !== undefined && before.marital !== 'married' ? ['marital'] : [];
}

function againstPresence(event: EventEntry, before: Fields): readonly Contradiction[] {
  const isHere = before.status === 'active';
  if (isComing(event)) {
    const settles = before.residence === 'temporary' && event.kind !== 'birth';
    return isHere && event.fromResidence === undefined && !settles ? ['status'] : [];
  }
  if (isGoing(event)) return isHere ? [] : ['status'];
  const arrives = event.kind === 'move_internal' && before.household === event.toHousehold;
  return arrives ? ['household'] : [];
}

function againstMarriage({ kind, spouse }: EventEntry, before: Fields): readonly Contradiction[] {
  const isMarried = before.marital === 'married';
  if (kind === 'marriage') return isMarried && (before.spouse ?? spouse) === spouse ? ['marital', 'spouse'] : [];
  return kind === 'divorce' && !isMarried && before.marital !== undefined ? ['marital', 'spouse'] : [];
}

function oldOf({ kind, fields }: EventEntry, field: string): Value | undefined {
  return kind === 'change_info' && fields.field === field ? fields.old : undefined;
}

function withOpening(record: BookRecord, opening: Fields): BookRecord {
  const rest = without(record.fields, standingFields, {});
  return { ...record, fields: { ...rest, ...opening } };
}

function pick(values: Fields, fields: readonly string[]): Fields {
  return Object.fromEntries(fields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
}

/** Without those of these fields that `kept` does not hold. */
function without(values: Fields, fields: readonly string[], kept: Fields): Fields {
  return Object.fromEntries(
    Object.entries(values).filter(([field]) => !fields.includes(field) || kept[field] !== undefined),
  );
}
