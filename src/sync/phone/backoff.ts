const first = 5_000;
const longest = 15 * 60_000;

/**
 * How long to wait before trying again, ms: doubling from 5 s to 15 min, spread over its upper half so that a commune's
 * phones do not all come back at the moment the mast does.
 * @param failures in a row, 1 or more
 * @param random in [0, 1)
 */
export function retryDelay(failures: number, random: number): number {
  const ceiling = Math.min(longest, first * 2 ** (Math.max(1, failures) - 1));
  return Math.round(ceiling * (0.5 + random / 2));
}
