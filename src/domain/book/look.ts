import { dayBefore } from '../calendar/civil-date.ts';
import type { Days } from '../calendar/period.ts';
import type { Scope } from '../condition.ts';
import type { Case } from '../figure/indicator.ts';
import type { Fields } from '../value.ts';
import { type Book, type BookRecord, factScope, holderOf, isOwnPlace, momentOf } from './book.ts';
import { placeOn } from './boundaries.ts';
import { closingState, dayState, type Moment, type Timeline } from './timeline.ts';

/**
 * One record as many counts look at it: what they have in common (its life, the moment of a fact, the values when a day
 * closes) is worked out once, when the first of them asks.
 */
export interface Look {
  readonly book: Book;
  readonly record: BookRecord;
  /** When a fact happened; `undefined` for a state, or where the date is unknown. */
  moment(): Moment | undefined;
  /** Scope of a fact's conditions: see `factScope`. */
  factScope(at: Moment, seen: 'after' | 'dayBefore'): Scope;
  /** The record when that day closes, by the boundaries of `boundaryDay`. */
  closing(day: string, boundaryDay: string): Closing;
}

/** A record when some day closes. */
export interface Closing {
  readonly day: string;
  readonly boundaryDay: string;
  /** `it` and `day`. */
  readonly scope: Scope;
  /** The same and `holder`, whom it lives with. */
  holderScope(): Scope;
  /** The record as a case of that day: one and the same for all stocks that it counts in. */
  asCase(): Case;
}

export function lookAt(book: Book, record: BookRecord): Look {
  let timeline: Timeline | undefined;
  let moment: Moment | null | undefined;
  const scopes: { after?: Scope; dayBefore?: Scope } = {};
  const closings: Closing[] = [];
  const whereabouts = whereaboutsOf(book, record);
  return {
    book,
    record,
    moment() {
      if (moment === undefined) moment = momentOf(book.catalogue, record) ?? null;
      return moment ?? undefined;
    },
    factScope(at, seen) {
      const known = scopes[seen] ?? factScope(book, record, at, seen);
      scopes[seen] = known;
      return known;
    },
    closing(day, boundaryDay) {
      for (const known of closings) if (known.day === day && known.boundaryDay === boundaryDay) return known;
      timeline ??= book.timeline(record);
      const found = closeDay(book, record, dayState(timeline, day), { day, boundaryDay, whereabouts });
      closings.push(found);
      return found;
    },
  };
}

function closeDay(
  book: Book,
  record: BookRecord,
  state: Fields,
  { day, boundaryDay, whereabouts }: Pick<Closing, 'day' | 'boundaryDay'> & { readonly whereabouts: WhereaboutsOf },
): Closing {
  const scope = { it: state, day };
  let held: Scope | undefined;
  let asCase: Case | undefined;
  return {
    day,
    boundaryDay,
    scope,
    holderScope() {
      held ??= { ...scope, holder: holderOf(book, record, state)?.fields };
      return held;
    },
    asCase() {
      asCase ??= { record: record.id, date: day, ...whereabouts(state, boundaryDay) };
      return asCase;
    },
  };
}

type WhereaboutsOf = (state: Fields, day: string) => Whereabouts;

/** Most of a commune live on a quarter's last day as on its first: where is found once. */
function whereaboutsOf(book: Book, record: BookRecord): WhereaboutsOf {
  let last: { readonly state: Fields; readonly day: string; readonly found: Whereabouts } | undefined;
  return (state, day) => {
    if (last?.state !== state || last.day !== day) last = { state, day, found: whereabouts(book, record, state, day) };
    return last.found;
  };
}

export type Whereabouts = Pick<Case, 'subject' | 'place' | 'holder'>;

/** A person belongs to the village of the household that holds them, by the boundaries of a day. */
export function whereabouts(book: Book, subject: BookRecord, state: Fields, day: string): Whereabouts {
  const holder = holderOf(book, subject, state);
  const place = placeOn(book.catalogue, holder ?? standsWith(book, subject) ?? subject, day);
  if (isOwnPlace(book, place) && isOwnPlace(book, subject.place)) return heldAt(subject, place, holder);
  const isOurs = book.bounds?.tells(book, subject, state, holder && { holder, place });
  if (isOurs === true) return heldAt(subject, place, holder);
  if (isOurs === false) return { subject: subject.id, place: isOwnPlace(book, place) ? subject.place : place };
  // Else the one counts them to which today's household belonged by the boundaries of that day.
  const today = placeOn(book.catalogue, presentHolder(book, subject) ?? subject, day);
  const isBoth = isOwnPlace(book, place) && isOwnPlace(book, today);
  return isBoth ? heldAt(subject, place, holder) : { subject: subject.id, place: today };
}

function heldAt(subject: BookRecord, place: string, holder: BookRecord | undefined): Whereabouts {
  return holder === undefined ? { subject: subject.id, place } : { subject: subject.id, place, holder: holder.id };
}

function presentHolder(book: Book, subject: BookRecord): BookRecord | undefined {
  return holderOf(book, subject, closingState(book.timeline(subject)));
}

/**
 * Who holds them now, for a day on which who held them is not in this book: where that one stood by the boundaries of the
 * day, so a village that came from another commune is not this one's before it came.
 */
function standsWith(book: Book, subject: BookRecord): BookRecord | undefined {
  const holder = presentHolder(book, subject);
  return holder?.place === subject.place ? holder : undefined;
}

const daysBefore = new Map<string, string>();

/** The day at whose close a stock is taken: the last of the period, or the one before its first. */
export function stockDay(days: Days, at: 'start' | 'end' | undefined): string {
  if (at !== 'start') return days.last;
  const known = daysBefore.get(days.first) ?? dayBefore(days.first);
  daysBefore.set(days.first, known);
  return known;
}
