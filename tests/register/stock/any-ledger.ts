import fc from 'fast-check';
import { signs } from '../../../src/domain/stock/movement.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { tell } from '../tale.ts';

/* Whatever three phones write into four stores over four months. */

/** The station of a commune that was joined to this one. */
export const point = 'd9.1';
export const opened = tell('stock_point', point, { name: 'Trạm cũ', since: '2026-07-01' }, { place: 'u-c' });
export const months = ['2026-08', '2026-09', '2026-10', '2026-11'];

export const day = fc.tuple(fc.constantFrom(...months), fc.integer({ min: 1, max: 22 }));
export const line = fc.record({
  day,
  store: fc.constantFrom('u-c', 'u-v1', 'u-v2', point),
  type: fc.constantFrom(...Object.keys(signs)),
  product: fc.constantFrom('BCS', 'VUTT'),
  channel: fc.constantFrom('free', 'social'),
  // One lot is written in two ways.
  lot: fc.constantFrom('A1', 'a-1', 'B2', ''),
  expiry: fc.constantFrom('2026-09', '2027-01', '2027-01-31', ''),
  quantity: fc.integer({ min: 1, max: 400 }),
  isLess: fc.boolean(),
  phone: fc.integer({ min: 1, max: 3 }),
  isVoid: fc.boolean(),
  isSentBack: fc.boolean(),
});

export type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;

export function dateOf([month, number]: readonly [string, number]): string {
  return `${month}-${String(number).padStart(2, '0')}`;
}

export function told(lines: readonly Line[]): readonly StandingState[] {
  const moves = lines.map((one, index) => {
    const { phone, isVoid, isSentBack, isLess, quantity, day, ...fields } = one;
    const signed = one.type === 'adjust' && isLess ? -quantity : quantity;
    const date = dateOf(day);
    // A phone's clock may stand far from the others': late, early, all at once.
    const stamp = [1_000 + ((index * 7) % 5), phone] as const;
    const written = { ...fields, date, quantity: signed };
    const standing = isSentBack && isVoid ? 'mending' : 'confirmed';
    return tell('stock_movement', `d${phone}.${index}`, written, {
      stamp,
      standing,
      place: one.store === point ? 'u-c' : one.store,
      isVoid: isVoid && !isSentBack,
    });
  });
  return [...moves, opened];
}

/** Mixes an order by a seed. */
export function mix(id: string, seed: number): number {
  let hash = seed % 65_521;
  for (const letter of id) hash = (hash * 31 + letter.charCodeAt(0)) % 65_521;
  return hash;
}
