import type { Pace } from '../../../formats/interchange/in-stretches.ts';

/** The worker's own pace: what came in meanwhile is answered first. */
export const workerPace: Pace = {
  now: () => performance.now(),
  breath: () => new Promise((resolve) => setTimeout(resolve)),
};
