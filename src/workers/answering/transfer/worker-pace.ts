import type { Pace } from '../../../formats/interchange/in-stretches.ts';
import { breath } from '../../ports/breath.ts';

/** The worker's own pace. */
export const workerPace: Pace = {
  now: () => performance.now(),
  breath,
};
