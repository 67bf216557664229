import { setTimeout as sleep } from 'node:timers/promises';
import { openSubject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';
import { openApp } from '../measure/start.ts';
import { type Line, type Passed, sumTraffic, type Traffic } from './line.ts';
import { hubPaths, longPatience, pressSend } from './send-now.ts';
import { countWaiting, type Waiting } from './waiting.ts';

/** What waited goes up. ms: from the press on "Gửi ngay" (unlocked), or from the first request (locked), until all is answered. */
export interface Sending extends Traffic, Waiting {
  readonly ms: number;
}

const uploads = '/sync/envelopes';

/** So long without an upload, and what waits is looked at. */
const restMs = 10_000;

/** The book is open and everything in memory when the network comes back, and the person presses "Gửi ngay". */
export async function sendUnlocked(profile: string, line: Line, waiting: Waiting): Promise<Sending> {
  line.cut();
  const subject = await openSubject(profile, longPatience);
  try {
    const { tab } = await openApp(subject, line.address);
    await subject.quiet();
    line.mend();
    line.take(hubPaths);
    const { sentMs } = await pressSend(tab);
    return { ...waiting, ...sumTraffic(line.take(uploads)), ms: sentMs };
  } finally {
    await subject.end();
  }
}

/** The page stands at its lock screen, the network comes back, and the system wakes the service worker. */
export async function sendLocked(profile: string, line: Line, waiting: Waiting): Promise<Sending> {
  line.cut();
  const subject = await openSubject(profile, longPatience);
  try {
    const tab = await subject.open();
    await tab.go(line.address);
    await tab.run(() => bench.lockScreen.drawn.then(() => undefined));
    await subject.quiet();
    line.mend();
    line.take(hubPaths);
    await tab.run(wakeServiceWorker);
    const passed = await uploadsUntilEmpty(tab, line);
    const [begun, ended] = [Math.min(...passed.map((one) => one.begun)), Math.max(...passed.map((one) => one.ended))];
    return { ...waiting, ...sumTraffic(passed), ms: ended - begun };
  } finally {
    await subject.end();
  }
}

/** The page is not asked while the service worker works: it would slow what is measured. */
async function uploadsUntilEmpty(tab: Tab, line: Line): Promise<readonly Passed[]> {
  const passed: Passed[] = [];
  for (const end = performance.now() + longPatience; performance.now() < end; await sleep(restMs)) {
    const fresh = line.take(uploads);
    passed.push(...fresh);
    if (fresh.length === 0 && (await tab.run(countWaiting)).ops === 0) return passed;
  }
  throw new Error(`the service worker did not send all in ${longPatience / 1_000} s`);
}

/** As the app asks behind each save; a browser that is online answers at once. Not in TypeScript's library. */
async function wakeServiceWorker(): Promise<void> {
  const registration: ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } } =
    await navigator.serviceWorker.ready;
  await registration.sync?.register('outbox-0');
}
