import { civilDate, daysInMonth } from '../calendar/civil-date.ts';
import { foldText } from '../search-key.ts';

/** What a movement does to a store; `adjust` carries its own sign, all others a positive quantity. */
export const signs = {
  opening: 1,
  receipt: 1,
  return_in: 1,
  issue: -1,
  dispense: -1,
  sale: -1,
  return_out: -1,
  loss: -1,
  adjust: 1,
} as const;

export type MovementType = keyof typeof signs;

/** Which row of goods: of one store, one product, through one channel. */
export interface Shelf {
  readonly store: string;
  readonly product: string;
  readonly channel: string;
}

/** Goods that came into a store or left it, in whole base units. */
export interface Movement extends Shelf {
  readonly id: string;
  readonly type: MovementType;
  /** Civil date, and the stamp by which movements of one day stand in order. */
  readonly date: string;
  readonly stamp: readonly [number, number];
  /** As it was written; `''` where the pack told none. */
  readonly lot: string;
  /** "yyyy-mm-dd", "yyyy-mm" (then the last day of that month), "yyyy", or `''`. */
  readonly expiry: string;
  readonly quantity: number;
}

export function isMovementType(text: string): text is MovementType {
  return Object.hasOwn(signs, text);
}

export function signedQuantity({ type, quantity }: Pick<Movement, 'type' | 'quantity'>): number {
  return signs[type] * quantity;
}

/** Given to a client, free or sold: what use is reckoned from. */
export function isGiven({ type }: Pick<Movement, 'type'>): boolean {
  return type === 'dispense' || type === 'sale';
}

/** One key for a number written in several ways: "ab 12-3", "AB123" and "Ab.123" are one lot. */
export function lotKey(lot: string): string {
  return foldText(lot).replace(/[^a-z0-9]/g, '');
}

/** What nobody told an expiry of stands behind all others. */
const never = '9999-12-31';

/** The last civil day on which a lot may be given. */
export function goodUntil(expiry: string): string {
  const [year, month] = [Number(expiry.slice(0, 4)), Number(expiry.slice(5, 7) || '12')];
  if (expiry.length === 10) return expiry;
  return expiry === '' ? never : civilDate(year, month, daysInMonth(year, month));
}
