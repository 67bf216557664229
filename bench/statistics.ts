/** Middle and tail of repeated measurements, in the unit they came in. */
export interface Spread {
  readonly median: number;
  readonly p95: number;
  readonly runs: number;
}

/** @param sorted ascending */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const round = (value: number) => Math.round(value * 10) / 10;
  return { median: round(percentile(sorted, 0.5)), p95: round(percentile(sorted, 0.95)), runs: sorted.length };
}
