import { definitionOf, momentOf } from '../../../domain/book/book.ts';
import { dateAfter } from '../../../domain/calendar/civil-date.ts';
import type { Folk } from '../../folk.ts';
import type { Held } from '../../held.ts';

/** Who looks, and on which civil day. */
export interface Onlooker {
  readonly role: string | undefined;
  readonly today: string;
}

/** Whether a fact is out of this role's sight by now. */
export function hasFaded({ book }: Folk, fact: Held, { role, today }: Onlooker): boolean {
  const fades = definitionOf(book.catalogue, fact.kind)?.fades;
  if (fades === undefined || role === undefined || !fades.roles.includes(role)) return false;
  const date = momentOf(book.catalogue, fact)?.date;
  const { months, days } = fades.after;
  return date !== undefined && dateAfter(`${date.slice(0, 7)}-01`, months, days) <= today;
}
