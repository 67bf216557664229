import type { Seen } from '../browser/page-clock.ts';
import type { Subject } from '../browser/subject.ts';
import type { Tab } from '../browser/tab.ts';
import { openHouseholds, tapFor } from './household.ts';

/** Brings the household on the screen to where only "Lưu" is left; false when it cannot. */
export type PrepareSave = (tab: Tab) => Promise<boolean>;

/** From the tap on "Lưu" to "Đã lưu trên máy": one birth each, in household after household. `behind`: after each. */
export async function measureSaves(
  subject: Subject,
  tab: Tab,
  repeats: number,
  prepare: PrepareSave,
  behind: () => Promise<void>,
): Promise<readonly Seen[]> {
  const found: Seen[] = [];
  let isWarm = false;
  let left = repeats * 12;
  for await (const _ of openHouseholds(subject, tab)) {
    left -= 1;
    if (left < 0 || found.length >= repeats) break;
    if (!(await prepare(tab))) continue;
    await tab.run(() => bench.still(600));
    const save = await tab.run(() => bench.middle('button', 'Lưu'));
    if (save === undefined) continue;
    const seen = await tapFor(subject, tab, save, '[role=status]', 'Đã lưu trên máy');
    const isAsked = Number.isNaN(seen.drawn);
    // A question about which of her children it is: this one took two taps.
    if (isAsked) await tab.run(async () => void bench.click('button', 'Đúng, ghi như vậy'));
    if (isWarm && !isAsked) found.push(seen);
    isWarm = true;
    // The sending that follows each save is not in the way of the next one.
    await tab.run(() => bench.still(2_500));
    await subject.quiet();
    await behind();
  }
  return found;
}

/** Not timed. False where the screen would ask about a mother's age. */
export const fillBirth: PrepareSave = (tab) =>
  tab.run(async () => {
    const press = async (css: string, text: string): Promise<void> => {
      bench.click(css, text);
      // The next answer builds on what the screen has made of this one.
      await bench.still(150);
    };
    const siblings = document.querySelector('main')?.textContent.match(/Con trai|Con gái/g)?.length ?? 0;
    await press('button', 'Ghi biến động');
    await bench.watch('main button.ledger-row', 'Sinh').shown;
    await press('main button.ledger-row', 'Sinh');
    await bench.watch('legend', 'Mẹ').shown;
    const [mother] = document.querySelectorAll('.choice');
    const born = Number(/\b(19|20)\d\d\b/.exec(mother?.textContent ?? '')?.[0] ?? 0);
    if (born < 1978 || born > 2007) return false;
    await press('.choice', '');
    await press('.choice', 'Nữ');
    await press('button', 'Hôm nay');
    await press('button', 'Tiếp tục');
    // A mother who gave birth a short while ago is asked about.
    if (document.querySelector('.box-ask') !== null) await press('button', 'Đúng, ghi như vậy');
    await bench.watch('legend', 'Nơi đẻ').shown;
    bench.type('Con thứ mấy', String(siblings + 1));
    await bench.still(150);
    await press('.choice', '');
    await press('.choice', 'Không');
    return true;
  });
