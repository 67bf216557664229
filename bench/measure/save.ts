import type { Seen } from '../browser/page-clock.ts';
import type { Subject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';
import { openHouseholds, tapFor } from './household.ts';

/** Brings the household on the screen to where only "Lưu" is left; false when it cannot. */
export type PrepareSave = (tab: Tab) => Promise<boolean>;

/** From the tap on "Lưu" to "Đã lưu trên máy": one birth each, in household after household. */
export async function measureSaves(
  subject: Subject,
  tab: Tab,
  repeats: number,
  prepare: PrepareSave,
): Promise<readonly Seen[]> {
  const found: Seen[] = [];
  let isWarm = false;
  let left = repeats * 6;
  for await (const _ of openHouseholds(subject, tab)) {
    left -= 1;
    if (left < 0 || found.length >= repeats) break;
    if (!(await prepare(tab))) continue;
    await tab.run(() => bench.still(600));
    const save = await tab.run(() => bench.middle('button', 'Lưu'));
    if (save === undefined) continue;
    const seen = await tapFor(subject, tab, save, '[role=status]', 'Đã lưu trên máy');
    if (isWarm) found.push(seen);
    isWarm = true;
    // The sending that follows each save is not in the way of the next one.
    await tab.run(() => bench.still(2_500));
    await subject.quiet();
  }
  return found;
}

/** Not timed. False when nobody in this household can well have given birth: the screen would ask about her age. */
export const fillBirth: PrepareSave = (tab) =>
  tab.run(async () => {
    const go = async (css: string, text: string, next: string, nextText: string): Promise<void> => {
      bench.click(css, text);
      await bench.watch(next, nextText).shown;
      await bench.still(200);
    };
    await go('button', 'Ghi biến động', 'main button.ledger-row', 'Sinh');
    await go('main button.ledger-row', 'Sinh', 'legend', 'Mẹ');
    const [mother] = document.querySelectorAll('.choice');
    const born = Number(/\b(19|20)\d\d\b/.exec(mother?.textContent ?? '')?.[0] ?? 0);
    if (born < 1978 || born > 2007) return false;
    bench.click('.choice', '');
    bench.click('.choice', 'Nữ');
    bench.click('button', 'Hôm nay');
    await bench.still(200);
    await go('button', 'Tiếp tục', 'legend', 'Nơi đẻ');
    bench.type('Con thứ mấy', '2');
    bench.click('.choice', '');
    bench.click('.choice', 'Không');
    await bench.still(400);
    return true;
  });
