import { setTimeout as sleep } from 'node:timers/promises';
import type { Seen } from '../browser/page-clock.ts';
import type { Subject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';

const sought = ['hoa', 'lan', 'minh', 'huong', 'tuan', 'thao', 'hai', 'mai', 'ngoc', 'hung', 'linh', 'duc'];
const mostRowsOfOne = 6;
/** The page is not asked while it works. */
const patience = 500;

/** Opens household after household from what a search found, by a real tap on the row; for ever. */
export async function* openHouseholds(subject: Subject, tab: Tab): AsyncGenerator<Seen> {
  for (let turn = 0; ; turn += 1) {
    const name = sought[turn % sought.length] ?? 'hoa';
    const place = Math.floor(turn / sought.length) % mostRowsOfOne;
    const middle = await find(tab, name, place);
    if (middle !== undefined) yield await tapFor(subject, tab, middle, 'h1', 'Hộ số');
  }
}

/** Not timed: back to the search, and where this row stands on the screen. */
function find(tab: Tab, name: string, place: number): Promise<readonly [number, number] | undefined> {
  return tab.run(
    async (wanted, row) => {
      const rows = 'main a[href^="/household/"]';
      await bench.goHome();
      bench.type('Tìm hộ, người', wanted);
      await bench.watch(rows, '').shown;
      await bench.still(400);
      return bench.middle(rows, '', row);
    },
    name,
    place,
  );
}

/** A real tap, and what it brings. */
export async function tapFor(
  subject: Subject,
  tab: Tab,
  at: readonly [number, number],
  css: string,
  text: string,
): Promise<Seen> {
  await tab.run((wanted, words) => bench.await(wanted, words), css, text);
  await subject.quiet();
  await tab.tap(at);
  await sleep(patience);
  return tab.run(() => bench.seen());
}

export async function measureHouseholds(subject: Subject, tab: Tab, repeats: number): Promise<readonly Seen[]> {
  const found: Seen[] = [];
  let isWarm = false;
  for await (const seen of openHouseholds(subject, tab)) {
    // The first one fetches the screen's own script.
    if (isWarm) found.push(seen);
    isWarm = true;
    if (found.length >= repeats) break;
  }
  return found;
}
