import type { LotLedger } from './ledger.ts';
import { isGiven, type Movement, signedQuantity } from './movement.ts';

/** A lot's month: closing = opening + received + returned_in − issued − returned_out − dispensed − sold − lost + adjusted. */
export interface LotMonth extends Readonly<Record<(typeof columns)[number], number>> {}

/** The columns of a month, in the paper's order. */
const columns = [
  'opening',
  'received',
  'returned_in',
  'issued',
  'returned_out',
  'dispensed',
  'sold',
  'lost',
  'adjusted',
  'closing',
] as const;

/** @param month "2026-06" */
export function monthOfLot({ moves }: Pick<LotLedger, 'moves'>, month: string): LotMonth {
  const within = moves.filter(({ date }) => date.slice(0, 7) === month);
  const before = moves.filter(({ date }) => date.slice(0, 7) < month);
  const sum = (type: Movement['type']) =>
    within.reduce((all, move) => (move.type === type ? all + move.quantity : all), 0);
  const opening = before.reduce((all, move) => all + signedQuantity(move), 0) + sum('opening');
  const [received, returnedIn, issued, returnedOut] = [
    sum('receipt'),
    sum('return_in'),
    sum('issue'),
    sum('return_out'),
  ];
  const [dispensed, sold, lost, adjusted] = [sum('dispense'), sum('sale'), sum('loss'), sum('adjust')];
  return {
    opening,
    received,
    returned_in: returnedIn,
    issued,
    returned_out: returnedOut,
    dispensed,
    sold,
    lost,
    adjusted,
    closing: opening + received + returnedIn - issued - returnedOut - dispensed - sold - lost + adjusted,
  };
}

/** Several lots, products or stores together. */
export function addMonths(months: readonly LotMonth[]): LotMonth {
  const sum = { ...monthOfLot({ moves: [] }, '') };
  for (const month of months) for (const column of columns) sum[column] += month[column];
  return sum;
}

/** Quantity given to clients in a month. */
export function givenIn(moves: Iterable<Movement>, month: string): number {
  let sum = 0;
  for (const move of moves) if (isGiven(move) && move.date.slice(0, 7) === month) sum += move.quantity;
  return sum;
}
