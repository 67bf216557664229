import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { openHouseholdOf, recordBirth } from '../phone-steps.ts';
import { look, phoneLooks } from '../screens/looking.ts';
import { storyOfOneBrowser } from '../story-hub.ts';

/* Whatever somebody types or pastes as a name stands there as text: nothing runs, nothing breaks the page. */

const story = storyOfOneBrowser('hostile');
let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
});

afterAll(() => story.close());

const zalgo = [...'Nguyễn'].map((letter) => letter + '\u0335\u0322\u0321\u034f\u0301\u0302\u0303'.repeat(2)).join('');

const names: readonly (readonly [told: string, typed: string])[] = [
  ['markup', `<img src=x onerror="document.body.remove()"><script>document.body.remove()</script>`],
  ['a right-to-left mark', 'Nguyễn \u202eaoH ịhT\u2066 Hoà'],
  ['marks piled upon letters', zalgo],
  ['one word of 120 letters', 'W'.repeat(120)],
  ['letters and accents apart', 'Lê Thị Hoà'.normalize('NFD')],
  ['half a pair', 'Lê Thị \ud83d Hoà'],
];

describe('hostile text', () => {
  test.each(names)('%s', async (_, typed) => {
    const page = await browser.phone(`${hub.address}/practice`);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('dialog', (dialog) => faults.push(dialog.message()));
    await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
    await recordBirth(page, { mother: 'Nguyễn Thị Hoà', child: typed, sex: 'Nữ', order: 2 });
    // Saved is said before the household stands there again.
    await page.getByRole('button', { name: 'Ghi biến động' }).waitFor();
    await look(page, 'hostile-household', phoneLooks);
    const shown = await page.locator('main a[href^="/person/"]').allTextContents();
    // Nothing in it turns the row round, or the note beside it.
    const kept = typed
      .toWellFormed()
      .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
      .normalize('NFC')
      .trim();
    expect(shown.some((text) => text.includes(kept))).toBe(true);
    expect(await page.locator('main img, main script').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  test('a name of 10,000 letters is asked to be shorter, and stays as typed', async () => {
    const page = await browser.phone(`${hub.address}/practice`);
    await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
    await page.getByRole('button', { name: 'Ghi biến động' }).click();
    await page
      .getByRole('link', { name: 'Sinh', exact: true })
      .or(page.getByRole('button', { name: 'Sinh', exact: true }))
      .click();
    const name = page.getByLabel('Họ và tên con');
    await name.fill('a'.repeat(10_000));
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('alert').waitFor();
    expect(await name.inputValue()).toHaveLength(10_000);
    await look(page, 'hostile-form', phoneLooks);
    await page.close();
  });
});
