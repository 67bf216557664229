import { setTimeout as sleep } from 'node:timers/promises';
import { startChromium } from '../../tests/e2e/browsing/chromium.ts';
import { connectDevtools } from './devtools.ts';
import { makeStandIn, type StandIn } from './stand-in.ts';
import { openTab, type Tab } from './tab.ts';

/** The browser that is measured, and how to leave it alone until it has nothing left to do. */
export interface Subject {
  readonly isLimited: boolean;
  readonly quiet: () => Promise<void>;
  readonly open: () => Promise<Tab>;
  readonly end: () => Promise<void>;
}

/** A browser that has just started is still busy with itself. */
const settling = 5_000;

/** @param patience ms after which what runs in one of its pages is given up */
export async function openSubject(profile: string, patience?: number): Promise<Subject> {
  const standIn = makeStandIn();
  const chromium = await startChromium(profile, standIn?.folder);
  const devtools = await connectDevtools(chromium.devtools);
  await sleep(settling);
  return {
    isLimited: standIn !== undefined,
    quiet: standIn === undefined ? () => sleep(800) : () => untilIdle(standIn),
    open: () => openTab(devtools, patience),
    async end() {
      devtools.close();
      await chromium.stop('SIGTERM');
      await standIn?.end();
    },
  };
}

/** Half a second without a period cut short; a browser that never rests is measured as it is. */
async function untilIdle(standIn: StandIn): Promise<void> {
  let calm = 0;
  let last = standIn.throttled();
  for (let looks = 0; looks < 200 && calm < 5; looks += 1) {
    await sleep(100);
    const now = standIn.throttled();
    calm = now === last ? calm + 1 : 0;
    last = now;
  }
}
