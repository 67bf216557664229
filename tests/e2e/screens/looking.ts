import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { complaints } from './axe.ts';

/** A way a screen is looked at. `text`: the browser's own letter size, 16 px if not said. */
export interface Look {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly text?: number;
  readonly scheme?: 'dark';
  /** Looked at with axe too; the narrow ones are only measured. */
  readonly isJudged: boolean;
}

/** The cheap phone by day and by night, and the narrowest window that must do (WCAG 1.4.10), also at 200 % text. */
export const phoneLooks: readonly Look[] = [
  { name: '360', width: 360, height: 640, isJudged: true },
  { name: '360-dark', width: 360, height: 640, scheme: 'dark', isJudged: true },
  { name: '320', width: 320, height: 640, isJudged: false },
  { name: '320-large', width: 320, height: 640, text: 32, isJudged: false },
];

/** What reaches over the right edge: somebody would scroll sideways to read it. */
async function overflows(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const edge = document.documentElement.clientWidth;
    const isHidden = (element: Element) => element.closest('.seen-by-ear') !== null;
    // A table of a paper's ten columns is moved by the thumb; the page is not.
    const isInTable = (element: Element) => element.parentElement?.closest('.sheet-part') != null;
    return [...document.body.querySelectorAll('*')]
      .filter((element) => element.getBoundingClientRect().right > edge + 1)
      .filter((element) => !isHidden(element) && !isInTable(element))
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} ${element.textContent?.slice(0, 40)}`);
  });
}

/** The main button, where the bar at the bottom stands over a part of it. */
async function covered(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('.bar-bottom')?.getBoundingClientRect();
    const isUnder = (button: DOMRect) => bar !== undefined && button.bottom > bar.top + 1 && button.top < bar.bottom;
    return [...document.querySelectorAll('.page-action .button-main')]
      .filter((button) => isUnder(button.getBoundingClientRect()))
      .map((button) => button.textContent ?? '');
  });
}

/** Looks at the present screen in every way; axe says nothing, nothing overflows or is covered. Pictures go to $SHOTS. */
export async function look(page: Page, screen: string, looks: readonly Look[]): Promise<void> {
  // While it is being read it has none.
  await page.locator('h1').first().waitFor({ state: 'attached' });
  const before = page.viewportSize();
  const debug = await page.context().newCDPSession(page);
  for (const { name, width, height, text = 16, scheme = 'light', isJudged } of looks) {
    await page.setViewportSize({ width, height });
    await debug.send('Page.setFontSizes', { fontSizes: { standard: text } });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await picture(page, `${screen}-${name}`);
    expect([screen, name, await overflows(page)]).toEqual([screen, name, []]);
    expect([screen, name, await covered(page)]).toEqual([screen, name, []]);
    if (isJudged) expect([screen, name, await complaints(page, scheme)]).toEqual([screen, name, []]);
  }
  await debug.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
  await debug.detach();
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** Prints the page as a file, which goes to $SHOTS. @returns how many sheets of paper it takes */
export async function onPaper(page: Page, name: string): Promise<number> {
  // A bar that is drawn anew while the pages are made leaves empty ones before them; a person's print holds the page still.
  await page.locator('.bar-top[aria-busy="true"]').waitFor({ state: 'detached' });
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const folder = process.env.SHOTS;
  if (folder !== undefined) writeFileSync(join(folder, `${name}.pdf`), bytes);
  return bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0;
}
