import { definitionOf, momentOf, scopeOf } from '../../domain/book/book.ts';
import { closingState } from '../../domain/book/timeline.ts';
import { dayNumber } from '../../domain/calendar/civil-date.ts';
import type { Scope } from '../../domain/condition.ts';
import type { Value } from '../../domain/value.ts';
import type { Folk } from '../folk.ts';
import { type Happened, happenedTo } from '../forms/happened.ts';
import { type Held, householdKind, personKind, textOf } from '../held.ts';

/**
 * What lists ask of a person's or a household's life, worked out only when asked: 60,000 people are asked whether they
 * are 60, and few of them anything else.
 *
 * - `it`: the record with its values today; `today`, `newYear` (1 January)
 * - `last.KIND.FIELD`: date of the last fact of that kind that names it in that field; `open.KIND`: since when something
 *   that lasts has not ended, e.g. a pregnancy
 * - of a person: `household` and `spouse` with their values, `mother` with the values that never change;
 *   `births.spacing`: fewest days between two deliveries; `lived`: date of the last event in that life; `ended`: date
 *   since when the person left or died; `name` folded
 * - of a household: `living` people, how many of them are `heads` or `residents`; `numbering`: where its number must be
 *   its own
 * - `since`: date of the first birth in the book, from when on births were written down
 * @param since worked out for those who ask
 */
export function lifeScope(folk: Folk, record: Held, today: string, since?: string): Scope {
  if (record.kind === householdKind) return householdScope(folk, record, today);
  const state = closingState(folk.book.timeline(record));
  const named = (id: Value | undefined) => (typeof id === 'string' ? folk.book.get(id) : undefined);
  let happened: Happened | undefined;
  const told = (): Happened => {
    happened ??= happenedTo(folk.book, record);
    return happened;
  };
  return {
    it: scopeOf(record, state),
    today,
    since,
    newYear: `${today.slice(0, 4)}-01-01`,
    name: record.nameKey,
    get last() {
      return told().last;
    },
    get open() {
      return told().open;
    },
    get household() {
      const household = named(state.household);
      return household && scopeOf(household, household.fields);
    },
    get spouse() {
      const spouse = named(state.spouse);
      return spouse && scopeOf(spouse, closingState(folk.book.timeline(spouse)));
    },
    get mother() {
      const mother = named(record.fields.mother);
      return mother && scopeOf(mother, mother.fields);
    },
    get births() {
      return { spacing: spacingOf(folk, record) };
    },
    get lived() {
      return lastEvent(folk, record);
    },
    get ended() {
      return endOf(folk, record);
    },
  };
}

function householdScope(folk: Folk, household: Held, today: string): Scope {
  const living = () => folk.members(household.id).map((person) => closingState(folk.book.timeline(person)));
  const active = () => living().filter(({ status }) => status === 'active');
  return {
    it: scopeOf(household, household.fields),
    today,
    numbering: textOf(household.fields, 'area') || household.place,
    newYear: `${today.slice(0, 4)}-01-01`,
    get last() {
      return happenedTo(folk.book, household).last;
    },
    get living() {
      return active().length;
    },
    get heads() {
      return active().filter(({ relation }) => relation === 'head').length;
    },
    get residents() {
      return active().filter(({ residence }) => residence !== 'temporary').length;
    },
  };
}

/** Twins are one delivery; `undefined` with fewer than two. */
function spacingOf(folk: Folk, mother: Held): number | undefined {
  const births = folk.book
    .factsNaming(mother.id)
    .filter(({ kind, fields }) => kind === 'birth' && fields.mother === mother.id);
  const days = [...new Set(births.map(({ fields }) => textOf(fields, 'date')))]
    .filter((date) => date.length === 10)
    .sort();
  const gaps = days.slice(1).map((day, index) => dayNumber(day) - dayNumber(days[index] ?? day));
  return gaps.length === 0 ? undefined : Math.min(...gaps);
}

/** Kinds that tell of the book, not of a life. */
const paperwork: ReadonlySet<string> = new Set(['alias', 'change_info', 'visit', 'review_add', 'review_remove']);

function lastEvent(folk: Folk, person: Held): string | undefined {
  const dates = folk.book
    .factsNaming(person.id)
    .filter(({ kind, fields }) => !paperwork.has(kind) && (fields.person === person.id || fields.mother === person.id))
    .flatMap((fact) => momentOf(folk.book.catalogue, fact)?.date ?? []);
  return dates.sort().at(-1);
}

function endOf(folk: Folk, person: Held): string | undefined {
  const { steps } = folk.book.timeline(person);
  const closing = steps.at(-1)?.state.status;
  if (closing !== 'dead' && closing !== 'left') return undefined;
  const before = steps.findLastIndex(({ state }) => state.status !== closing);
  return steps[before + 1]?.at.date;
}

/** Kinds of records that lists are about. */
export function listedKinds(folk: Folk): readonly string[] {
  return [personKind, householdKind].filter((kind) => definitionOf(folk.book.catalogue, kind) !== undefined);
}
