import { makeLimiter } from '../auth/token-bucket.ts';
import type { Site } from './route.ts';

/** server.md: 60 requests a minute and 120 at once for a device; guesses of codes and passwords by the quarter hour. */
export function makeLimits(): Site['limits'] {
  return {
    devices: makeLimiter(120, 60),
    codes: makeLimiter(20, 2),
    logins: makeLimiter(10, 10 / 15),
    refusals: makeLimiter(5, 1 / 10),
  };
}
