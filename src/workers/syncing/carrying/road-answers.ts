import type { RoadApi } from '../../api/road-api.ts';
import type { RoadBench } from './carrying.ts';

/** Loaded when somebody comes with a file, or wants one. */
export function roadAnswers(bench: () => Promise<RoadBench>): RoadApi {
  const open = async () => (await import('./carrying.ts')).createCarrying(await bench());
  return {
    waitingFile: async () => (await open()).waitingFile(),
    openRoadFile: async (file) => (await open()).openRoadFile(file),
    carried: async () => (await open()).carried(),
    verdictFile: async (most) => (await open()).verdictFile(most),
  };
}
