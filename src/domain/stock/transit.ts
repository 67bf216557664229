import type { Movement } from './movement.ts';

/** A movement between two stores. */
export interface Passing extends Movement {
  /** The other store; `''` where it is none of this book. */
  readonly counterpart: string;
  /** Id of the movement that sent what this one takes in. */
  readonly confirms: string;
}

/** What was sent to a store of this book and is not taken in yet, wholly or in part. */
export interface InTransit<Moved extends Passing = Passing> {
  readonly sent: Moved;
  readonly left: number;
}

/** Sent, in the order of sending. What comes in twice leaves nothing on its way, and is no debt. */
export function inTransit<Moved extends Passing>(movements: readonly Moved[]): readonly InTransit<Moved>[] {
  const taken = new Map<string, number>();
  for (const { confirms, quantity } of movements)
    if (confirms !== '') taken.set(confirms, (taken.get(confirms) ?? 0) + quantity);
  return movements
    .filter(({ type, counterpart }) => counterpart !== '' && (type === 'issue' || type === 'return_out'))
    .map((sent) => ({ sent, left: sent.quantity - (taken.get(sent.id) ?? 0) }))
    .filter(({ left }) => left > 0);
}
