/** A small random source of the oracle's own: the same seed, the same commune. */
export interface Chance {
  /** Whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  /** True in so many of a hundred cases. */
  percent(of: number): boolean;
  pick<One>(some: readonly One[]): One;
  /** One key, each as likely as its weight. */
  weigh<Key extends string>(weights: { readonly [key in Key]: number }): Key;
}

export function makeChance(seed: number): Chance {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0;
  // xorshift32: no more is needed to shuffle a village.
  const draw = (): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4_294_967_296;
  };
  const between = (from: number, to: number) => from + Math.floor(draw() * (to - from + 1));
  return {
    between,
    percent: (of) => draw() * 100 < of,
    pick: (some) => some[between(0, some.length - 1)] as (typeof some)[number],
    weigh: (weights) => {
      const entries = Object.entries(weights) as [keyof typeof weights & string, number][];
      let left = draw() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [key, weight] of entries) {
        left -= weight;
        if (left <= 0) return key;
      }
      return entries[0]?.[0] as keyof typeof weights & string;
    },
  };
}

/* Days as text "yyyy-mm-dd", by JavaScript's own calendar. */

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}
