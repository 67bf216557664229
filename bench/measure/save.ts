import type { Page } from 'playwright-core';
import type { Subject } from '../browser/subject.ts';
import { openHouseholds, type Shown, tap } from './household.ts';

/** From the tap on "Lưu" to "Đã lưu trên máy", ms: one birth each, in household after household. */
export async function measureSaves(
  subject: Subject,
  page: Page,
  repeats: number,
  prepare: (page: Page) => Promise<boolean>,
): Promise<readonly Shown[]> {
  const found: Shown[] = [];
  let isWarm = false;
  let left = repeats * 6;
  for await (const _ of openHouseholds(subject, page)) {
    left -= 1;
    if (left < 0 || found.length >= repeats) break;
    if (!(await prepare(page))) continue;
    await page.evaluate(() => bench.still(600));
    await subject.quiet();
    const save = await page.evaluate(() => bench.middle('button', 'Lưu'));
    if (save === undefined) continue;
    const shown = await tap(page, save, '[role=status]', 'Đã lưu trên máy');
    if (isWarm) found.push(shown);
    isWarm = true;
    // The sending that follows each save is not in the way of the next one.
    await page.evaluate(() => bench.still(2_500));
    await subject.quiet();
  }
  return found;
}

/** Not timed. False when nobody in this household can well have given birth: the screen would ask about her age. */
export function fillBirth(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
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
}
