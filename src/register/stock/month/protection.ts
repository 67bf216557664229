import { cypActs, cypFactors, protectionOf } from '../../../catalogue/stock/cyp.ts';
import { sourcesElsewhere } from '../../../catalogue/stock/lists.ts';
import { methodProducts } from '../../../catalogue/stock/product.ts';
import { isGiven } from '../../../domain/stock/movement.ts';
import type { Folk } from '../../folk.ts';
import { textOf } from '../../held.ts';
import type { ProtectionLine } from '../answers.ts';
import { nameOfStore } from '../point.ts';
import { standingFacts } from '../stock-book.ts';

/** What was given, or done, at a place. */
interface Protected {
  readonly method: string;
  readonly place: string;
  readonly isAct: boolean;
  readonly years: number;
}

/** Sterilisation takes no goods: it is always an act, whatever was said of its source. */
const withoutGoods = cypActs.map(({ of }) => of).filter((key) => !methodProducts.some(([method]) => method === key));

/**
 * Couple-years of protection of a month by method and place: goods that clients were given, at the store that gave them;
 * and, of all stores together (`''`), methods begun from sources elsewhere, in the village where they were written down. Nothing
 * counts twice: what our stores gave is no act.
 */
export function protectionIn(folk: Folk, store: string, month: string): readonly ProtectionLine[] {
  const found = [...givenIn(folk, store, month), ...(store === '' ? actsIn(folk, month) : [])];
  const lines = new Map<string, ProtectionLine>();
  for (const { method, place, isAct, years } of found) {
    const key = [method, place, isAct].join(' ');
    const known = lines.get(key)?.years ?? 0;
    lines.set(key, { method, placeName: nameOfStore(folk, place), isAct, years: known + years });
  }
  return [...lines.keys()].sort().flatMap((key) => lines.get(key) ?? []);
}

function givenIn({ stock }: Folk, store: string, month: string): readonly Protected[] {
  return [...stock.movements()].flatMap((move): readonly Protected[] => {
    if (!isGiven(move) || move.date.slice(0, 7) !== month || (store !== '' && move.store !== store)) return [];
    const years = protectionOf(cypFactors, move.product, move.quantity);
    // The emergency pill is no method of the book: it stands under its own name.
    const method = methodProducts.find(([, products]) => products.includes(move.product))?.[0] ?? move.product;
    return years === null ? [] : [{ method, place: move.store, isAct: false, years }];
  });
}

function actsIn(folk: Folk, month: string): readonly Protected[] {
  return standingFacts(folk, 'method_start').flatMap(({ fields, place }): readonly Protected[] => {
    const method = textOf(fields, 'method');
    const isElsewhere = sourcesElsewhere.includes(fields.source) || withoutGoods.includes(method);
    const years = isElsewhere ? protectionOf(cypActs, method, 1) : null;
    return years === null || !textOf(fields, 'date').startsWith(month) ? [] : [{ method, place, isAct: true, years }];
  });
}
