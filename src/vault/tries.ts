/* How often a PIN may be tried. Hands are slowed down and stopped; a laboratory with the flash image is not. */

export interface TryRecord {
  readonly failed: number;
  /** ms since 1970, by the phone's clock. */
  readonly notBefore: number;
}

export const allowedTries = 10;
export const noTries: TryRecord = { failed: 0, notBefore: 0 };

/** Seconds to wait after the 1st, 2nd, 3rd … failed try. After the 10th the slot is gone. */
const waits = [0, 0, 5, 10, 30, 60, 120, 300, 900] as const;

function waitAfter(failed: number): number {
  return failed === 0 ? 0 : (waits[Math.min(failed, waits.length) - 1] ?? 0) * 1000;
}

/** The earliest moment of the next try. A clock set back never makes anybody wait longer than this count's wait. */
export function nextTryAt(tries: TryRecord, now: number): number {
  return Math.min(tries.notBefore, now + waitAfter(tries.failed));
}

export function isSpent(tries: TryRecord): boolean {
  return tries.failed >= allowedTries;
}

/** A try counts as failed before it is judged, so that ending the app in the middle gains nothing. */
export function startTry(tries: TryRecord, now: number): TryRecord {
  const failed = tries.failed + 1;
  return { failed, notBefore: now + waitAfter(failed) };
}

export function triesLeft(tries: TryRecord): number {
  return Math.max(0, allowedTries - tries.failed);
}
