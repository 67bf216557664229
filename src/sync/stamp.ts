/** A hybrid logical clock reading: milliseconds since 1970 UTC and a counter, e.g. [1795310584005, 1]. Ties are broken by device id. */
export type Stamp = readonly [ms: number, counter: number];

/** Negative when `a` is earlier than `b`. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a[0] - b[0] || a[1] - b[1];
}

interface Written {
  readonly id: string;
  readonly written: Stamp;
}

/** The order in which facts were written; of two at once, the same on every device. */
export function compareWriting(a: Written, b: Written): number {
  return compareStamps(a.written, b.written) || (a.id < b.id ? -1 : 1);
}
