import { PIN } from '../../tests/e2e/phone-steps.ts';
import type { Subject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';
import { openReport } from './report.ts';

/** ms; the first from the navigation, the others from the Enter behind the PIN, as the page hears it. */
export interface Opening {
  readonly lockScreen: number;
  readonly searchField: number;
  /** A search typed at once is answered with rows. */
  readonly searchUsable: number;
  /** A household tapped at once behind that is drawn: it waits until every page is open. */
  readonly everything: number;
  /** A quarter's report, the first thing that is counted; NaN where there is none. */
  readonly report: number;
}

export interface Opened {
  readonly tab: Tab;
  readonly opening: Opening;
}

/** As on a phone: the tab is new, the service worker asleep, the files in its cache. */
export async function openApp(subject: Subject, address: string, reportPath?: string): Promise<Opened> {
  const tab = await subject.open();
  await tab.stopServiceWorkers();
  await subject.quiet();
  await tab.go(address);
  const lockScreen = await tab.run(() => bench.lockScreen.drawn);
  await subject.quiet();
  const unlocked = await unlock(subject, tab);
  const report = reportPath === undefined ? Number.NaN : await openReport(subject, tab, reportPath);
  return { tab, opening: { lockScreen, ...unlocked, report } };
}

async function unlock(subject: Subject, tab: Tab): Promise<Omit<Opening, 'lockScreen' | 'report'>> {
  for (const digit of PIN) await tab.key(digit);
  const opened = tab.run(async () => {
    const searchField = await bench.watch('label', 'Tìm hộ, người').drawn;
    bench.type('Tìm hộ, người', 'hoa');
    const searchUsable = await bench.watch('main a[href^="/household/"]', '').drawn;
    bench.click('main a[href^="/household/"]', '');
    const everything = await bench.watch('h1', 'Hộ số').drawn;
    return [searchField, searchUsable, everything, bench.heard()] as const;
  });
  await subject.quiet();
  await tab.key('Enter');
  const [searchField, searchUsable, everything, heard] = await opened;
  return {
    searchField: searchField - heard,
    searchUsable: searchUsable - heard,
    everything: everything - searchUsable,
  };
}
