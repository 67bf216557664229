import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { Subject } from '../browser/subject.ts';

/** ms from the key to the last change that it made, one entry a key. */
export interface Keystrokes {
  readonly replaced: readonly number[];
  readonly drawn: readonly number[];
  /** Keys that changed no row, left out. */
  readonly idle: number;
}

const sought = ['nguyen thi', 'hoa', 'tran van', 'lan anh', 'le thi hong', 'pham', 'thao', 'minh duc'];
/** One letter a second at most: each answer has come before the next key. */
const pause = 700;

/** Real keys, one at a time, into an empty search box; the first word warms up and is thrown away. */
export async function measureSearch(subject: Subject, page: Page, least: number): Promise<Keystrokes> {
  await typeWord(subject, page, 'thi');
  const found: { replaced: number; drawn: number }[] = [];
  let idle = 0;
  for (let turn = 0; found.length < least && turn < sought.length * 8; turn += 1) {
    for (const { pressed, replaced, drawn } of await typeWord(subject, page, sought[turn % sought.length] ?? 'hoa')) {
      if (replaced === undefined || drawn === undefined) idle += 1;
      else found.push({ replaced: replaced - pressed, drawn: drawn - pressed });
    }
  }
  return { replaced: found.map(({ replaced }) => replaced), drawn: found.map(({ drawn }) => drawn), idle };
}

async function typeWord(subject: Subject, page: Page, word: string) {
  await clearSearch(page);
  await subject.quiet();
  await page.evaluate(() => bench.takeKeys());
  for (const letter of word) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await sleep(pause);
  }
  return page.evaluate(() => bench.takeKeys());
}

/** Not timed. */
export async function clearSearch(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await bench.watch('label', 'Tìm hộ, người').shown;
    bench.type('Tìm hộ, người', '');
    await bench.still(200);
  });
  const place = await page.evaluate(() => bench.middle('input[type=search]', ''));
  if (place !== undefined) await page.mouse.click(...place);
}
