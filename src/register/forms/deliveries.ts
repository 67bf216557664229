import { completeDate, isPartialDate } from '../../domain/calendar/partial-date.ts';
import { type Held, type HeldBook, textOf } from '../held.ts';

/**
 * When children of this mother were born, in order, twins once: by the birth that was written down, and of a child that
 * came otherwise, e.g. with the paper book, by its own line, as far as that is known.
 */
export function deliveriesOf({ factsNaming, statesNaming, closing }: HeldBook, mother: Held): readonly string[] {
  const isHers = ({ fields }: Held) => fields.mother === mother.id;
  const births = factsNaming(mother.id).filter((fact) => fact.kind === 'birth' && isHers(fact));
  const told = new Set(births.map(({ fields }) => fields.child));
  // Whose birth was taken back, or is being told anew, has no life.
  const others = statesNaming(mother.id).filter(
    (child) => isHers(child) && !told.has(child.id) && (closing(child).status ?? null) !== null,
  );
  const days = [
    ...births.map(({ fields }) => textOf(fields, 'date')),
    ...others.map(({ fields }) => textOf(fields, 'birthDate')),
  ];
  return [...new Set(days)].filter(isPartialDate).sort();
}

/**
 * Of these deliveries the nearest to a day: before it, on it, after it. One known by its year or month counts from the first
 * day, so only backwards; one that may be this very delivery is no other.
 */
export function nearDelivery(days: readonly string[], day: string) {
  const others = days.filter((other) => !day.startsWith(other));
  return {
    before: others.findLast((other) => completeDate(other) < day),
    on: days.find((other) => other === day),
    after: others.find((other) => other.length === 10 && other > day),
  };
}
