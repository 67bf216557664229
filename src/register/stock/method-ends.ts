import { methodLasts } from '../../catalogue/stock/norms.ts';
import { methodProducts } from '../../catalogue/stock/product.ts';
import { dateAfter } from '../../domain/calendar/civil-date.ts';
import { isPartialDate } from '../../domain/calendar/partial-date.ts';
import type { Folk } from '../folk.ts';
import { type Held, textOf } from '../held.ts';

/**
 * When the method that she uses ends by itself, wherever she has it from: so long after its last act, which is its start,
 * a renewal told as the same method again, or what she was given of it. Unknown of what lasts as long as it is taken.
 */
export function methodEnds({ book }: Folk, person: Held, method: string): string | undefined {
  const lasting = methodLasts.filter((one) => one.method === method);
  if (lasting.length === 0) return undefined;
  const products = methodProducts.find(([key]) => key === method)?.[1] ?? [];
  const acts = book.factsNaming(person.id).filter(({ kind, fields }) => {
    if (kind === 'supply') return products.includes(textOf(fields, 'product')) && fields.use !== 'beside';
    return kind === 'method_start' && fields.method === method;
  });
  const ends = acts.flatMap(({ fields }) => {
    const [date, product] = [textOf(fields, 'date'), textOf(fields, 'product')];
    const own = lasting.find((one) => one.product === product) ?? lasting.find((one) => one.product === undefined);
    return own === undefined || date.length !== 10 || !isPartialDate(date) ? [] : [{ date, own, product }];
  });
  // Her own start and what she was given for it are told of one day: what was used says how long it lasts.
  const last = ends.sort((a, b) =>
    a.date === b.date ? a.product.length - b.product.length : a.date < b.date ? -1 : 1,
  );
  const latest = last.at(-1);
  return latest && dateAfter(latest.date, latest.own.months, 0);
}
