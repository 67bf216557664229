/** What the idle lock looks at; moments in ms since 1970. */
export interface Idleness {
  readonly touchedAt: number;
  /** When the page went out of sight; undefined while it is seen. */
  readonly hiddenSince: number | undefined;
}

const seenLimit = 10 * 60_000;
const hiddenLimit = 3 * 60_000;
/** A clock that is put right by so much was not set back. */
const slack = 60_000;

/** The book locks after 10 minutes without a touch, after 3 out of sight (phone.md, keys), and when the clock is set back. */
export function mustLock({ touchedAt, hiddenSince }: Idleness, now: number): boolean {
  return isOver(touchedAt, seenLimit, now) || (hiddenSince !== undefined && isOver(hiddenSince, hiddenLimit, now));
}

/** Nobody knows how long a time was whose beginning is still to come. */
function isOver(since: number, limit: number, now: number): boolean {
  return since - now > slack || now - since >= limit;
}
