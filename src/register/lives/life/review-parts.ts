import { definitionOf, momentOf } from '../../../domain/book/book.ts';
import { stateBefore } from '../../../domain/book/timeline.ts';
import { completedYears } from '../../../domain/calendar/age.ts';
import { dayNumber } from '../../../domain/calendar/civil-date.ts';
import { completeDate, isPartialDate } from '../../../domain/calendar/partial-date.ts';
import type { Scope } from '../../../domain/condition.ts';
import { effectsOf } from '../../../domain/effect.ts';
import { cardKey } from '../../../domain/search-key.ts';
import type { Value } from '../../../domain/value.ts';
import { deliveriesOf, nearDelivery } from '../../forms/deliveries.ts';
import { livedSpan } from '../../forms/happened.ts';
import { textOf } from '../../held.ts';
import { holdsNumber, numberingArea } from '../../numbering.ts';
import { nameKeyOf } from '../../search/name-keys.ts';
import { type Life, named, type Parts } from '../life-scope.ts';

/**
 * What Rà soát alone asks of a person's or a household's life, loaded along with it:
 *
 * - of a person: `name` folded; `card`, the same in either of its lengths; `mother` with her values
 * - `births.spacing`: fewest days between two deliveries
 * - `lived.first`, `lived.last`: dates of the events of that life
 * - `idle.KIND`: date of a fact of that kind that changed nothing of what it is there to change, e.g. a stop of what was
 *   not in use
 * - `wedding`: `day` of the earliest one that is written down, and the `age` in completed years on it
 * - of a household: `numbering`: where its number must be its own, while it holds it
 */
export const reviewParts: Parts = new Map<string, (life: Life) => Value | Scope | undefined>([
  ['name', ({ record }) => nameKeyOf(record)],
  ['card', ({ record }) => cardKey(textOf(record.fields, 'insuranceNo'))],
  ['mother', ({ folk, record }) => named(folk, record.fields.mother)],
  ['births', (life) => ({ spacing: spacingOf(life) })],
  ['lived', ({ folk, record }) => livedSpan(folk.book, record)],
  ['idle', idleOf],
  ['wedding', weddingOf],
  [
    'numbering',
    ({ folk, record }) => (holdsNumber(folk, record) ? numberingArea(record.fields, record.place) : undefined),
  ],
]);

/** Each whole day is measured back to the delivery before it; `undefined` with fewer than two. */
function spacingOf({ folk, record: mother }: Life): number | undefined {
  const days = deliveriesOf(folk.book, mother);
  const gaps = days.flatMap((day) => {
    const { before } = day.length === 10 ? nearDelivery(days, day) : {};
    return before === undefined ? [] : dayNumber(day) - dayNumber(completeDate(before));
  });
  return gaps.length === 0 ? undefined : Math.min(...gaps);
}

function weddingOf({ folk, record: person }: Life): Scope {
  const weddings = folk.book.factsNaming(person.id).filter(({ kind }) => kind === 'marriage');
  const [day] = weddings.flatMap((fact) => momentOf(folk.book.catalogue, fact)?.date ?? []).sort();
  const birthDate = textOf(person.fields, 'birthDate');
  if (day === undefined || !isPartialDate(birthDate)) return {};
  return { day, age: completedYears(birthDate, day) ?? undefined };
}

/** Facts whose effects on this person are all bound to something that did not hold. */
function idleOf({ folk, record: person }: Life): Scope {
  const { book } = folk;
  const timeline = book.timeline(person);
  const found: { [kind: string]: string } = {};
  for (const fact of book.factsNaming(person.id)) {
    const at = momentOf(book.catalogue, fact);
    const effects = definitionOf(book.catalogue, fact.kind)?.effects ?? [];
    const own = effects.filter(({ holding, target }) => holding === undefined && fact.fields[target] === person.id);
    if (at === undefined || own.length === 0 || own.some(({ when }) => when === undefined)) continue;
    const before = stateBefore(timeline, at);
    if (!effectsOf(own, fact.fields).some(({ works }) => works(before))) found[fact.kind] = at.date;
  }
  return found;
}
