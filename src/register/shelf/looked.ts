import type { Held } from '../held.ts';

/** Records that were made lately, by their numbers; one gives way when another of its slot comes. */
export interface Looked {
  get(row: number): Held | undefined;
  set(row: number, held: Held): void;
}

/** Some 1 MB at most; ten times as many made no report quicker. A power of two. */
const slots = 4_096;

export function createLooked(): Looked {
  const rows = new Int32Array(slots).fill(-1);
  const made: (Held | undefined)[] = Array.from({ length: slots });
  return {
    get(row) {
      const slot = row & (slots - 1);
      return rows[slot] === row ? made[slot] : undefined;
    },
    set(row, held) {
      const slot = row & (slots - 1);
      rows[slot] = row;
      made[slot] = held;
    },
  };
}
