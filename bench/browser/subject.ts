import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type Browser, openBrowser, PHONE } from '../../tests/e2e/browser.ts';
import { installPageClock } from './page-clock.ts';
import { makeStandIn, type StandIn } from './stand-in.ts';

/** The browser that is measured, and how to leave it alone until it has nothing left to do. */
export interface Subject {
  readonly browser: Browser;
  readonly isLimited: boolean;
  readonly quiet: () => Promise<void>;
  /** A blank page of a phone's size that will carry the clock. */
  readonly blank: () => Promise<Page>;
  readonly end: () => Promise<void>;
}

/** A browser that has just started is still busy with itself. */
const settling = 5_000;

export async function openSubject(profile: string): Promise<Subject> {
  const standIn = makeStandIn();
  const browser = await openBrowser(profile, standIn?.folder);
  await sleep(settling);
  const quiet = standIn === undefined ? () => sleep(800) : () => untilIdle(standIn);
  await quiet();
  return {
    browser,
    isLimited: standIn !== undefined,
    quiet,
    async blank() {
      const page = await browser.context.newPage();
      await page.setViewportSize(PHONE);
      await page.addInitScript(installPageClock);
      return page;
    },
    async end() {
      await browser.close();
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
