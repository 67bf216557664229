import { setTimeout as sleep } from 'node:timers/promises';
import type { Subject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';

/** ms from the moment the page hears of the key to the rows that it brought, one entry a key. */
export interface Keystrokes {
  /** How long the browser itself took to tell the page. */
  readonly late: readonly number[];
  readonly replaced: readonly number[];
  readonly drawn: readonly number[];
  /** Keys that changed no row, left out. */
  readonly idle: number;
}

const sought = ['nguyen thi', 'hoa', 'tran van', 'lan anh', 'le thi hong', 'pham', 'thao', 'minh duc'];
/** Each answer has come before the next key. */
const pause = 700;

/** Real keys, one at a time, into an empty search box; the first word warms up and is thrown away. */
export async function measureSearch(subject: Subject, tab: Tab, least: number): Promise<Keystrokes> {
  await typeWord(subject, tab, 'thi');
  const found: { late: number; replaced: number; drawn: number }[] = [];
  let idle = 0;
  for (let turn = 0; found.length < least && turn < sought.length * 8; turn += 1) {
    for (const key of await typeWord(subject, tab, sought[turn % sought.length] ?? 'hoa')) {
      const { heard, pressed, replaced, drawn } = key;
      if (replaced === undefined || drawn === undefined) idle += 1;
      else found.push({ late: heard - pressed, replaced: replaced - heard, drawn: drawn - heard });
    }
  }
  const all = (name: 'late' | 'replaced' | 'drawn') => found.map((one) => one[name]);
  return { late: all('late'), replaced: all('replaced'), drawn: all('drawn'), idle };
}

async function typeWord(subject: Subject, tab: Tab, word: string) {
  await clear(tab);
  await subject.quiet();
  await tab.run(() => bench.takeKeys());
  for (const letter of word) {
    await tab.key(letter);
    await sleep(pause);
  }
  return tab.run(() => bench.takeKeys());
}

/** Not timed. */
async function clear(tab: Tab): Promise<void> {
  const place = await tab.run(async () => {
    await bench.goHome();
    bench.type('Tìm hộ, người', '');
    await bench.still(200);
    return bench.middle('input[type=search]', '');
  });
  if (place !== undefined) await tab.tap(place);
}
