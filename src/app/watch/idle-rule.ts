/** What the idle lock looks at; moments in ms since 1970. */
export interface Idleness {
  readonly touchedAt: number;
  /** When the page went out of sight; undefined while it is seen. */
  readonly hiddenSince: number | undefined;
}

const seenLimit = 10 * 60_000;
const hiddenLimit = 3 * 60_000;

/** The book locks after 10 minutes without a touch, after 3 out of sight (phone.md, keys). */
export function mustLock(idleness: Idleness, now: number): boolean {
  if (idleness.hiddenSince !== undefined && now - idleness.hiddenSince >= hiddenLimit) return true;
  return now - idleness.touchedAt >= seenLimit;
}
