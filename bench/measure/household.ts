import type { Page } from 'playwright-core';
import type { Subject } from '../browser/subject.ts';

const rows = 'main a[href^="/household/"]';
const sought = ['hoa', 'lan', 'minh', 'huong', 'tuan', 'thao', 'hai', 'mai', 'ngoc', 'hung', 'linh', 'duc'];
const mostRowsOfOne = 6;

export interface Shown {
  readonly shown: number;
  readonly drawn: number;
}

/** Opens household after household from what a search found, by a real tap on the row. ms from the tap; for ever. */
export async function* openHouseholds(subject: Subject, page: Page): AsyncGenerator<Shown> {
  for (let turn = 0; ; turn += 1) {
    const name = sought[turn % sought.length] ?? 'hoa';
    const place = Math.floor(turn / sought.length) % mostRowsOfOne;
    await find(page, name);
    const middle = await page.evaluate(([css, at]) => bench.middle(css, '', at), [rows, place] as const);
    if (middle === undefined) continue;
    await subject.quiet();
    yield await tap(page, middle, 'h1', 'Hộ số');
  }
}

/** Not timed: back to the search with these rows on the screen. */
async function find(page: Page, name: string): Promise<void> {
  await page.evaluate(
    async ([wanted, css]) => {
      while (bench.count('input[type=search]') === 0) {
        history.back();
        await bench.still(300);
      }
      bench.type('Tìm hộ, người', wanted);
      await bench.watch(css, '').shown;
      await bench.still(400);
    },
    [name, rows] as const,
  );
}

/** A real tap, and what it brings. */
export async function tap(page: Page, at: readonly [number, number], css: string, text: string): Promise<Shown> {
  const watched = page.evaluate(
    async ([wanted, words]) => {
      const { shown, drawn } = bench.watch(wanted, words);
      return [await shown, await drawn, bench.pressed()] as const;
    },
    [css, text] as const,
  );
  await page.mouse.click(...at);
  const [shown, drawn, pressed] = await watched;
  return { shown: shown - pressed, drawn: drawn - pressed };
}

export async function measureHouseholds(subject: Subject, page: Page, repeats: number): Promise<readonly Shown[]> {
  const found: Shown[] = [];
  let isWarm = false;
  for await (const shown of openHouseholds(subject, page)) {
    // The first one fetches the screen's own script.
    if (isWarm) found.push(shown);
    isWarm = true;
    if (found.length >= repeats) break;
  }
  return found;
}
