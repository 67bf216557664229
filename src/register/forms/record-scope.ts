import { definitionOf, momentOf, scopeOf } from '../../domain/book/book.ts';
import { dayState, type Timeline } from '../../domain/book/timeline.ts';
import { completeDate, isPartialDate } from '../../domain/calendar/partial-date.ts';
import { lazily, type Scope } from '../../domain/condition.ts';
import type { Fields, Value } from '../../domain/value.ts';
import type { Folk } from '../folk.ts';
import { type Held, householdKind, textOf } from '../held.ts';
import { deliveriesOf, nearDelivery } from './deliveries.ts';
import { happenedTo, livedSpan, ongoing } from './happened.ts';

/**
 * A record on a day, with what came about in its life (`happened.ts`); the rest is worked out when a rule asks for it:
 *
 * - `since.FIELD`: since when a dated value has stood as it does on that day; unknown where it stood from the start
 * - `ongoing.KIND`: ids of what goes on then, of a kind of which several may go on at once
 * - `now`: its values after all that is known; `lived.first`, `lived.last`: dates of the events of its life
 * - `near.KIND.FIELD`: the facts of a kind that name it in that field nearest to the day, `before`, `on` and `after` it,
 *   each with its values
 * - of a person: `partner`, the spouse, or who stands beside the head as spouse while the book names nobody; `moves`, to
 *   which households and when it moved within the book since; `children.known`, how many stand in the book who were born
 *   before the day, and `children.next`, one more; `children.first`, when the eldest was born whose mother or father it
 *   is; `deliveries.before`, `.on`, `.after`: when she gave birth nearest to it
 * - of a household: `members`, how many living ones it has by relation; `unpaired.head`, `unpaired.spouse`: who is
 *   married, as the head or beside the head, with nobody named
 */
export function recordScope(folk: Folk, record: Held, day: string): Scope {
  const timeline = folk.book.timeline(record);
  const state = dayState(timeline, day);
  const asked: Asked = { folk, record, day, timeline, state };
  return {
    ...scopeOf(record, state),
    ...happenedTo(folk.book, record, day),
    [lazily]: (name) => parts.get(name)?.(asked),
  };
}

interface Asked {
  readonly folk: Folk;
  readonly record: Held;
  readonly day: string;
  readonly timeline: Timeline;
  readonly state: Fields;
}

const parts = new Map<string, (asked: Asked) => Value | Scope | undefined>([
  ['now', ({ folk, record }) => scopeOf(record, folk.book.closing(record))],
  ['lived', ({ folk, record }) => livedSpan(folk.book, record)],
  ['near', (asked) => byName((kind) => byName((field) => nearest(asked, kind, field)))],
  ['moves', movesSince],
  ['children', childrenBefore],
  ['deliveries', ({ folk, record, day }) => nearDelivery(deliveriesOf(folk.book, record), day)],
  ['ongoing', ({ folk, record, day }) => byName((kind) => ongoing(folk.book, record, kind, day).map(({ id }) => id))],
  ['since', sinceWhen],
  ['partner', partnerOf],
  ['members', ({ folk, record }) => relationsIn(folk, record.id)],
  ['unpaired', ({ folk, record, day }) => unpairedIn(folk, record.id, day)],
]);

/** Civil date of the fact that brought the value of each dated field, where it has stood since. */
function sinceWhen({ folk, record, day, timeline, state }: Asked): Scope {
  const steps = timeline.steps.filter(({ at }) => at.date <= day);
  const dated = definitionOf(folk.book.catalogue, record.kind)?.fields.filter(({ isDated }) => isDated) ?? [];
  return Object.fromEntries(
    dated.map(({ key }) => {
      const isSame = (values: Fields) => (values[key] ?? null) === (state[key] ?? null);
      const before = steps.findLastIndex((step) => !isSame(step.state));
      const isFromStart = before < 0 && isSame(timeline.opening);
      return [key, isFromStart ? undefined : steps[before + 1]?.at.date];
    }),
  );
}

/** A scope whose members are worked out by their names. */
function byName(find: (name: string) => Value | Scope): Scope {
  return { [lazily]: find };
}

function nearest({ folk, record, day }: Asked, kind: string, field: string): Scope {
  const { book } = folk;
  const dated = book.factsNaming(record.id).flatMap((fact) => {
    const date =
      fact.kind === kind && fact.fields[field] === record.id ? momentOf(book.catalogue, fact)?.date : undefined;
    return date === undefined ? [] : [{ date, fact }];
  });
  const inOrder = dated.sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  const told = (found: (typeof dated)[number] | undefined) => found && scopeOf(found.fact, found.fact.fields);
  return {
    before: told(inOrder.findLast(({ date }) => date < day)),
    on: told(inOrder.find(({ date }) => date === day)),
    after: told(inOrder.find(({ date }) => date > day)),
  };
}

/** What takes a record to another household within the book. */
const moving = 'move_internal';

function movesSince({ folk, day, timeline }: Asked): Scope {
  const moves = timeline.steps.flatMap(({ at, state }, index) => {
    const before = (timeline.steps[index - 1]?.state ?? timeline.opening).household;
    const household = folk.book.get(textOf(state, 'household'));
    const isMove = at.date > day && state.household !== before && folk.book.get(at.op)?.kind === moving;
    return isMove && household !== undefined
      ? [{ date: at.date, toHousehold: scopeOf(household, household.fields) }]
      : [];
  });
  return Object.fromEntries(moves.map((move, index) => [String(index), move]));
}

function childrenBefore({ folk, record, day }: Asked): Scope {
  let known = 0;
  let first: string | undefined;
  for (const child of folk.book.statesNaming(record.id)) {
    const { mother, father } = child.fields;
    const born = textOf(child.fields, 'birthDate');
    // Whose birth is being told anew has no life yet.
    if (!isPartialDate(born) || (folk.book.closing(child).status ?? null) === null) continue;
    if (mother === record.id && completeDate(born) < day) known += 1;
    if ((mother === record.id || father === record.id) && !(first !== undefined && first < born)) first = born;
  }
  return { known, next: known + 1, first };
}

/** The spouse; while the book names nobody, who of the household must be meant. */
function partnerOf({ folk, record, day, state }: Asked): Value | undefined {
  const spouse = textOf(state, 'spouse');
  if (spouse !== '' || state.marital !== 'married') return spouse;
  const { head, spouse: beside } = unpairedOf(folk, textOf(state, 'household'), day);
  if (record.id === head?.id) return beside?.id;
  return record.id === beside?.id ? head?.id : undefined;
}

interface Unpaired {
  readonly head: Held | undefined;
  readonly spouse: Held | undefined;
}

function unpairedIn(folk: Folk, household: string, day: string): Scope {
  const { head, spouse } = unpairedOf(folk, household, day);
  return {
    head: head === undefined ? undefined : recordScope(folk, head, day),
    spouse: spouse === undefined ? undefined : recordScope(folk, spouse, day),
  };
}

/** Two heads, or two beside the head, are no answer. */
function unpairedOf(folk: Folk, household: string, day: string): Unpaired {
  const unnamed = folk.members(household).filter((person) => {
    const { status, marital, spouse } = dayState(folk.book.timeline(person), day);
    return status === 'active' && marital === 'married' && (spouse ?? '') === '';
  });
  const only = (relation: string): Held | undefined => {
    const found = unnamed.filter(({ fields }) => fields.relation === relation);
    return found.length === 1 ? found[0] : undefined;
  };
  return { head: only('head'), spouse: only('spouse') };
}

function relationsIn(folk: Folk, household: string): Scope {
  const members: { [relation: string]: number } = {};
  for (const person of folk.members(household)) {
    if (folk.book.closing(person).status !== 'active') continue;
    const relation = textOf(person.fields, 'relation');
    members[relation] = (members[relation] ?? 0) + 1;
  }
  return members;
}

/** Where a form is asked: `where` (unit id), and the household where it is asked at one, with its `head`. */
export function placeScope(folk: Folk, where: string, day: string): Scope {
  const household = folk.book.get(where);
  if (household?.kind !== householdKind) return { where };
  return { where: household.place, household: { ...recordScope(folk, household, day), head: headOf(folk, where) } };
}

/** Whoever is the head now, by her own line. */
function headOf(folk: Folk, household: string): Scope | undefined {
  const head = folk
    .members(household)
    .find((person) => textOf(person.fields, 'relation') === 'head' && folk.book.closing(person).status === 'active');
  return head && scopeOf(head, folk.book.closing(head));
}
