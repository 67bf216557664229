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

/** Sent, in the order of sending. What comes in twice leaves nothing on its way, and is no debt: `takenTwice` tells of it. */
export function inTransit<Moved extends Passing>(movements: readonly Moved[]): readonly InTransit<Moved>[] {
  return passages(movements).flatMap(({ sent, taken }) => {
    const left = sent.quantity - quantityOf(taken);
    return left > 0 ? [{ sent, left }] : [];
  });
}

/** Goods that both ends took in: two phones without a network, each in good faith. One of the two cards says too much. */
export interface TakenTwice<Moved extends Passing = Passing> {
  readonly sent: Moved;
  readonly over: number;
  /** What took it in, in the order of the movements. */
  readonly taken: readonly Moved[];
}

export function takenTwice<Moved extends Passing>(movements: readonly Moved[]): readonly TakenTwice<Moved>[] {
  return passages(movements).flatMap(({ sent, taken }) => {
    const over = quantityOf(taken) - sent.quantity;
    return over > 0 ? [{ sent, over, taken }] : [];
  });
}

/** Each sending between two stores, and what took it in. */
function passages<Moved extends Passing>(movements: readonly Moved[]) {
  const taken = new Map<string, Moved[]>();
  for (const move of movements) {
    if (move.confirms === '') continue;
    const known = taken.get(move.confirms);
    if (known === undefined) taken.set(move.confirms, [move]);
    else known.push(move);
  }
  return movements
    .filter(({ type, counterpart }) => counterpart !== '' && (type === 'issue' || type === 'return_out'))
    .map((sent) => ({ sent, taken: taken.get(sent.id) ?? [] }));
}

function quantityOf(movements: readonly Movement[]): number {
  return movements.reduce((sum, { quantity }) => sum + quantity, 0);
}
