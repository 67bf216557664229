/** A hybrid logical clock reading: milliseconds since 1970 UTC and a counter, e.g. [1795310584005, 1]. Ties are broken by device id. */
export type Stamp = readonly [ms: number, counter: number];

/** Negative when `a` is earlier than `b`. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a[0] - b[0] || a[1] - b[1];
}
