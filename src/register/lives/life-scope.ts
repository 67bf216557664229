import { definitionOf, momentOf, scopeOf } from '../../domain/book/book.ts';
import { completedYears } from '../../domain/calendar/age.ts';
import { dateOfDay, dayNumber } from '../../domain/calendar/civil-date.ts';
import { isPartialDate } from '../../domain/calendar/partial-date.ts';
import { lazily, operandValue, type Scope } from '../../domain/condition.ts';
import type { Fields, Value } from '../../domain/value.ts';
import type { Folk } from '../folk.ts';
import { type Happened, happenedTo } from '../forms/happened.ts';
import { type Held, householdKind, personKind, textOf } from '../held.ts';
import { methodEnds } from '../stock/method-ends.ts';
import { suppliedUntil } from '../stock/supplied-until.ts';
import { endedFor, endedOn } from './life/ended.ts';

/**
 * What lists ask of a person's or a household's life, worked out only when asked: 60,000 people are asked whether they
 * are 60, and few of them anything else.
 *
 * - `it`: its values today, `id`; `today`, `newYear` (1 January)
 * - `last.KIND.FIELD`: date of the last fact of that kind that names it in that field; `open.KIND`: since when something
 *   that lasts has not ended, e.g. a pregnancy
 * - of a person: `age`; `household`, `spouse` with their values; `ended`: date since when the person left or died,
 *   `endedFor`: the reason for which a check of the book took them off
 * - `away.since`: since when the person is away, by its own date or by the fact that says so; `away.asked`: since then, or since it
 *   was last confirmed
 *   `pregnancy.dueByWeek`: forty weeks after the beginning of the open one, where a week is known
 *   `supply.until`: until when what she was given of her method lasts
 *   `method.ends`: when an injection, an implant, a device in use ends by itself
 * - of a household: `lastFact`; `living` people, how many of them are `heads`
 * - `since`: date of the first birth in the book, from when on births were written down
 * @param more parts that one list alone asks for
 */
export function lifeScope(folk: Folk, record: Held, day: Day, more?: Parts): Scope {
  const parts = record.kind === householdKind ? householdParts : personParts;
  const state = folk.book.closing(record);
  const life: Life = { folk, record, state, today: day.today };
  return {
    it: state,
    id: record.id,
    today: day.today,
    since: day.since,
    newYear: day.newYear,
    [lazily]: (name) => (parts.get(name) ?? more?.get(name))?.(life),
  };
}

/** What is the same for every life on a day: made once, and shared by whatever is kept of it. */
export interface Day {
  readonly today: string;
  readonly newYear: string;
  readonly since: string | undefined;
}

/** @param since worked out for those who ask */
export function dayOf(today: string, since?: string): Day {
  return { today, since, newYear: `${today.slice(0, 4)}-01-01` };
}

export interface Life {
  readonly folk: Folk;
  readonly record: Held;
  readonly state: Fields;
  readonly today: string;
  happened?: Happened;
  age?: number | undefined;
}

/** What is worked out by name. */
export type Parts = ReadonlyMap<string, (life: Life) => Value | Scope | undefined>;

const personParts: Parts = new Map<string, (life: Life) => Value | Scope | undefined>([
  ['age', ageOf],
  ['last', (life) => happenedIn(life).last],
  ['open', (life) => happenedIn(life).open],
  ['household', ({ folk, state }) => named(folk, state.household)],
  ['spouse', ({ folk, state }) => named(folk, state.spouse)],
  ['away', awayOf],
  ['pregnancy', (life) => ({ dueByWeek: dueByWeek(life) })],
  ['supply', ({ folk, record, state }) => ({ until: suppliedUntil(folk, record, textOf(state, 'method')) })],
  ['method', ({ folk, record, state }) => ({ ends: methodEnds(folk, record, textOf(state, 'method')) })],
  ['ended', ({ folk, record }) => endedOn(folk.book.timeline(record))],
  ['endedFor', ({ folk, record }) => endedFor(folk.book, record)],
]);

const householdParts: Parts = new Map<string, (life: Life) => Value | Scope | undefined>([
  ['last', (life) => happenedIn(life).last],
  ['lastFact', (life) => happenedIn(life).lastFact],
  ['living', (life) => activeIn(life).length],
  ['heads', (life) => activeIn(life).filter(({ relation }) => relation === 'head').length],
]);

function happenedIn(life: Life): Happened {
  life.happened ??= happenedTo(life.folk.book, life.record);
  return life.happened;
}

function ageOf(life: Life): number | undefined {
  if (!('age' in life)) {
    const birthDate = textOf(life.record.fields, 'birthDate');
    life.age = isPartialDate(birthDate) ? (completedYears(birthDate, life.today) ?? undefined) : undefined;
  }
  return life.age;
}

/** The record of that id as it stands today. */
export function named(folk: Folk, id: Value | undefined): Scope | undefined {
  const record = typeof id === 'string' ? folk.book.get(id) : undefined;
  return record && scopeOf(record, folk.book.closing(record));
}

function activeIn({ folk, record }: Life): readonly Fields[] {
  return folk
    .everMembers(record.id)
    .map(folk.book.closing)
    .filter(({ household, status }) => household === record.id && status === 'active');
}

/**
 * The day forty weeks after the beginning of the open pregnancy, by the earliest fact of it that tells the week: the sooner
 * a week was measured, the surer it is.
 */
function dueByWeek(life: Life): string | undefined {
  const since = operandValue({ path: 'pregnancy' }, happenedIn(life).open);
  const told = life.folk.book
    .factsNaming(life.record.id)
    .filter(({ kind, fields }) => weekKinds.has(kind) && typeof fields.week === 'number')
    .flatMap((fact) => {
      const date = momentOf(life.folk.book.catalogue, fact)?.date;
      const isOfThis = date !== undefined && typeof since === 'string' && date >= since;
      return isOfThis ? [{ date, week: Number(fact.fields.week) }] : [];
    });
  const [first] = told.sort((a, b) => (a.date < b.date ? -1 : 1));
  return first && dateOfDay(dayNumber(first.date) + (40 - first.week) * 7);
}

const weekKinds: ReadonlySet<string> = new Set(['pregnancy', 'prenatal_screen']);

/** A register that came in from a file knows who is away, and seldom since when. */
function awayOf(life: Life): Scope {
  const { folk, record: person, state } = life;
  const since = textOf(state, 'awaySince') || awayByFact(folk, person);
  const { last } = happenedIn(life);
  const confirmed = operandValue({ path: 'confirmation.away' }, last);
  const asked = typeof confirmed === 'string' && confirmed > since ? confirmed : since;
  return { since, asked };
}

/** Date of the fact since which the person is away; `''` where the opening values say so. */
function awayByFact(folk: Folk, person: Held): string {
  const { steps } = folk.book.timeline(person);
  const before = steps.findLastIndex(({ state }) => state.residence !== 'usual_absent');
  return (steps[before + 1] ?? steps[0])?.at.date ?? '';
}

/** Kinds of records that lists are about. */
export function listedKinds(folk: Folk): readonly string[] {
  return [personKind, householdKind].filter((kind) => definitionOf(folk.book.catalogue, kind) !== undefined);
}
