import { sourcesElsewhere } from '../../catalogue/stock/lists.ts';
import { productFacts } from '../../catalogue/stock/norms.ts';
import { methodProducts } from '../../catalogue/stock/product.ts';
import { dateAfter } from '../../domain/calendar/civil-date.ts';
import { isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';

/** A cycle of pills, by which a month's need is told. */
const daysOfMonth = 28;

/**
 * Until when what she was given lasts, of the method that she uses: then she is due for more, or for the next injection.
 * Unknown of what we do not supply, or no longer by what was told last, and of what is not used up.
 */
export function suppliedUntil({ book }: Folk, person: Held, method: string): string | undefined {
  const products = methodProducts.find(([key]) => key === method)?.[1] ?? [];
  const given = book
    .factsNaming(person.id)
    .filter(({ kind, fields }) =>
      kind === 'supply'
        ? products.includes(textOf(fields, 'product'))
        : kind === 'method_start' && fields.method === method && sourcesElsewhere.includes(fields.source),
    );
  const ends = given.flatMap(({ kind, fields }): readonly { readonly date: string; readonly until?: string }[] => {
    const [date, quantity] = [textOf(fields, 'date'), Number(fields.quantity)];
    const perMonth = productFacts.find(({ product }) => product === fields.product)?.perMonth ?? 0;
    if (kind === 'method_start') return [{ date }];
    return perMonth === 0 || !isPartialDate(date)
      ? []
      : [{ date, until: dateAfter(date, 0, Math.round((quantity / perMonth) * daysOfMonth)) }];
  });
  // What she was given last says it: nobody knows what is left of the time before.
  return ends.sort((a, b) => (a.date < b.date ? -1 : 1)).at(-1)?.until;
}
