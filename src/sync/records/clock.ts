import { compareStamps, type Stamp } from '../stamp.ts';

/** A stamp further ahead than this never moves another clock: one phone set to 2031 must not drag the commune along. */
const tolerance = 5 * 60_000;

/** Next reading of a hybrid logical clock: never at or before the last, whatever the wall clock does. */
export function tick(last: Stamp, now: number): Stamp {
  return now > last[0] ? [now, 0] : [last[0], last[1] + 1];
}

/** The clock after seeing another's stamp, so that what is written next stands after what was read. */
export function witness(last: Stamp, seen: Stamp, now: number): Stamp {
  if (seen[0] > now + tolerance) return last;
  return laterStamp(last, seen);
}

export function laterStamp(a: Stamp, b: Stamp): Stamp {
  return compareStamps(a, b) >= 0 ? a : b;
}

/**
 * The stamp that both sides merge by: min(at, receipt), then strictly after the device's previous op.
 * @param receivedAt hub's clock at receipt, ms since 1970
 * @param previous effective stamp of the device's op before this one, [0, 0] for the first
 */
export function effectiveStamp(at: Stamp, receivedAt: number, previous: Stamp): Stamp {
  const received: Stamp = at[0] > receivedAt ? [receivedAt, 0] : at;
  return compareStamps(received, previous) > 0 ? received : [previous[0], previous[1] + 1];
}
