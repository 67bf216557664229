export interface Limiter {
  /** 0 when it may pass, else the seconds to wait. */
  take(key: string, now: number): number;
  /** What was taken for nothing, e.g. for a password that was right. */
  giveBack(key: string): void;
}

const maxKeys = 50_000;

/**
 * Token buckets by key, in memory: full at first, refilled evenly.
 * @param burst what may come at once
 * @param perMinute what may come on average
 */
export function makeLimiter(burst: number, perMinute: number): Limiter {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perMs = perMinute / 60_000;
  return {
    take(key, now) {
      const known = buckets.get(key) ?? { tokens: burst, at: now };
      const tokens = Math.min(burst, known.tokens + Math.max(0, now - known.at) * perMs);
      // The longest unused goes first; a full bucket says no more than none.
      buckets.delete(key);
      if (buckets.size >= maxKeys) buckets.delete(buckets.keys().next().value ?? '');
      buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
      return tokens < 1 ? Math.max(1, Math.ceil((1 - tokens) / perMs / 1000)) : 0;
    },
    giveBack(key) {
      const known = buckets.get(key);
      if (known !== undefined) known.tokens = Math.min(burst, known.tokens + 1);
    },
  };
}
