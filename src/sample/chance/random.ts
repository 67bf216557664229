/** A seeded source of chance: the same seed draws the same commune on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  unit(): number;
  /** Whole number from `first` to `last`, both included. */
  between(first: number, last: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  weighted<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item;
  shuffle<Item>(items: readonly Item[]): Item[];
}

/** sfc32, public domain generator of PractRand: 128 bits of state, passes its tests. */
function sfc32(seed: number): () => number {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed >>> 0, 1];
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 16; warm++) next();
  return next;
}

export function makeRandom(seed: number): Random {
  const unit = sfc32(seed);
  const between = (first: number, last: number) => first + Math.floor(unit() * (last - first + 1));
  const at = <Item>(items: readonly Item[], index: number): Item => {
    const item = items[index];
    if (item === undefined) throw new RangeError('nothing to draw from');
    return item;
  };
  return {
    unit,
    between,
    chance: (probability) => unit() < probability,
    pick: (items) => at(items, Math.floor(unit() * items.length)),
    weighted(items) {
      let rest = unit() * items.reduce((sum, [, weight]) => sum + weight, 0);
      const found = items.find(([, weight]) => {
        rest -= weight;
        return rest < 0;
      });
      return (found ?? at(items, items.length - 1))[0];
    },
    shuffle(items) {
      const mixed = [...items];
      for (let last = mixed.length - 1; last > 0; last--) {
        const other = between(0, last);
        [mixed[last], mixed[other]] = [at(mixed, other), at(mixed, last)];
      }
      return mixed;
    },
  };
}
