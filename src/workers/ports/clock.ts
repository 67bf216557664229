import type { HubClock } from '../../seal/hub-request.ts';
import type { Lease } from '../../sync/verdict.ts';
import { requestTolerance } from '../../sync/wire/device-request.ts';

/** What a phone knows of its own clock. */
export interface PhoneClock extends HubClock {
  /** By the phone's clock: when it was last compared with the hub's. */
  metAt?: number;
  /** By the phone's clock: when it closes, if it does not hear of the hub before. */
  closesAt?: number | undefined;
}

/** By a phone's clock that is so far ahead; `undefined`: never. */
export function closingOf({ until }: Pick<Lease, 'until'>, ahead: number): number | undefined {
  return until === null ? undefined : until + ahead;
}

const hour = 3_600_000;
const day = 24 * hour;

/**
 * How far the clock is ahead, ms, as long as nobody can have put it right since: a clock that was ahead goes back when it
 * is mended, one that was behind leaps by what it was behind. Past that a wrong correction would do more harm than a wrong
 * clock. `undefined`: not known, or not any more.
 */
export function knownAhead({ ahead, metAt }: PhoneClock, now: number): number | undefined {
  if (ahead === undefined || metAt === undefined) return undefined;
  const away = Math.abs(ahead);
  const gone = now - metAt;
  return gone > -requestTolerance && gone < (away > 6 * hour ? away : day) ? ahead : undefined;
}

/** The right time by a wrong clock. Less than a hub lets pass is no matter to anybody's dates. */
export function rightTime(clock: PhoneClock, now: number): number {
  const ahead = knownAhead(clock, now) ?? 0;
  return Math.abs(ahead) > requestTolerance ? now - ahead : now;
}
