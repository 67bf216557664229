import type { CDPSession, Page } from 'playwright-core';
import { PIN } from '../../tests/e2e/phone-steps.ts';
import type { Subject } from '../browser/subject.ts';

/** ms; the first from the navigation, the others from the Enter behind the PIN. */
export interface Opening {
  readonly lockScreen: number;
  readonly searchField: number;
  /** A search typed at once is answered with rows. */
  readonly searchUsable: number;
  /** A household tapped at once behind that is drawn: it waits until every page is open. */
  readonly everything: number;
}

export interface Opened {
  readonly page: Page;
  readonly opening: Opening;
}

/** As on a phone: the tab is new, the service worker asleep, the files in its cache. */
export async function openApp(subject: Subject, address: string): Promise<Opened> {
  const page = await subject.blank();
  const cdp = await subject.browser.context.newCDPSession(page);
  await stopServiceWorkers(cdp);
  await subject.quiet();
  await page.goto(address, { waitUntil: 'commit' });
  const lockScreen = await page.evaluate(() => bench.lockScreen.drawn);
  await subject.quiet();
  return { page, opening: { lockScreen, ...(await unlock(subject, page)) } };
}

async function stopServiceWorkers(cdp: CDPSession): Promise<void> {
  await cdp.send('ServiceWorker.enable');
  await cdp.send('ServiceWorker.stopAllWorkers');
  await cdp.detach();
}

async function unlock(subject: Subject, page: Page): Promise<Omit<Opening, 'lockScreen'>> {
  for (const digit of PIN) await page.keyboard.press(digit, { delay: 60 });
  await subject.quiet();
  const opening = page.evaluate(async () => {
    const searchField = await bench.watch('label', 'Tìm hộ, người').drawn;
    bench.type('Tìm hộ, người', 'hoa');
    const searchUsable = await bench.watch('main a[href^="/household/"]', '').drawn;
    bench.click('main a[href^="/household/"]', '');
    const everything = await bench.watch('h1', 'Hộ số').drawn;
    return [searchField, searchUsable, everything, bench.pressed()] as const;
  });
  await page.keyboard.press('Enter');
  const [searchField, searchUsable, everything, pressed] = await opening;
  return {
    searchField: searchField - pressed,
    searchUsable: searchUsable - pressed,
    everything: everything - searchUsable,
  };
}
