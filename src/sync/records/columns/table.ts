import type { Numbers } from '../page-columns.ts';

/** Things that repeat, each with a number in the order they came. */
export interface Table<Thing> {
  readonly things: readonly Thing[];
  /** Gives one where it has none. */
  numberOf(thing: Thing): number;
  /** `undefined`: it never came. */
  known(thing: Thing): number | undefined;
  /** What the numbers of another table's things are here. */
  numberAll(table: readonly Thing[]): Numbers;
}

/** @param keyOf the same for things that are the same */
export function createTable<Thing>(keyOf: (thing: Thing) => unknown = (thing) => thing): Table<Thing> {
  const numbers = new Map<unknown, number>();
  const things: Thing[] = [];
  const numberOf = (thing: Thing): number => {
    const key = keyOf(thing);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, things.length);
    return things.push(thing) - 1;
  };
  return {
    things,
    numberOf,
    known: (thing) => numbers.get(keyOf(thing)),
    numberAll: (table) => Uint32Array.from(table, numberOf),
  };
}
