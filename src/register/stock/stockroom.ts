import { readMovement } from '../../domain/stock/read-movement.ts';
import type { Passing } from '../../domain/stock/transit.ts';
import { type Held, type HeldBook, textOf } from '../held.ts';

/** A line of a card as the book holds it. */
export interface StoreMove extends Passing {
  readonly held: Held;
}

/** All movements of the book's stores, kept up record by record: a fact that was sent back moves nothing. */
export interface Stockroom {
  movements(): Iterable<StoreMove>;
  touch(ids: Iterable<string>): void;
  /** Pages came in: whatever was read before rests on less than the book. */
  forget(): void;
}

const movementKind = 'stock_movement';

/** @param book as figures see it */
export function createStockroom(book: HeldBook): Stockroom {
  let known: Map<string, StoreMove> | undefined;
  const read = (): Map<string, StoreMove> => {
    const moves = new Map<string, StoreMove>();
    for (const held of book.all(movementKind)) keep(moves, held.id, held);
    return moves;
  };
  return {
    movements() {
      known ??= read();
      return known.values();
    },
    touch(ids) {
      if (known === undefined) return;
      for (const id of ids) {
        const held = book.find(movementKind, id);
        keep(known, id, held !== undefined && book.isCounted(held) ? held : undefined);
      }
    },
    forget() {
      known = undefined;
    },
  };
}

function keep(moves: Map<string, StoreMove>, id: string, held: Held | undefined): void {
  const move = held && moveOf(held);
  if (move === undefined) moves.delete(id);
  else moves.set(id, move);
}

function moveOf(held: Held): StoreMove | undefined {
  const { id, fields, written } = held;
  const move = readMovement(id, fields, written);
  return move && { ...move, held, counterpart: textOf(fields, 'counterpart'), confirms: textOf(fields, 'confirms') };
}
