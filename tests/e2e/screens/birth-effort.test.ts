import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';

/* How much a birth asks of one thumb in the sun, and of somebody who has a keyboard and no mouse. */

const MOTHER = 'Nguyễn Thị Hoà';
const story = storyOfOneBrowser('effort');
let hub: RunningHub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
  page = await browser.phone(hub.address);
  await activate(page, hub.collaborator);
});

afterAll(() => story.close());

/** Enter in a field of the next page, quicker than any hand. */
async function pressAsSoonAsItIsThere(on: Page, label: string): Promise<void> {
  await on.evaluate((name) => {
    const field = () =>
      [...document.querySelectorAll('label')].find((one) => one.textContent?.startsWith(name))?.control;
    const watch = new MutationObserver(() => {
      const control = field();
      if (!control) return;
      watch.disconnect();
      setTimeout(() => control.closest('form')?.requestSubmit());
    });
    watch.observe(document.body, { childList: true, subtree: true });
  }, label);
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const radio = (name: string) => page.getByRole('radio', { name, exact: true });

describe('a birth from the household page', () => {
  test('takes at most 12 taps and 2 typed fields, every tap a target of 48 px', async () => {
    const spent = { taps: 0, typed: 0 };
    const tap = async (target: Locator, row = target) => {
      await target.waitFor();
      const box = await row.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(48);
      await target.click();
      spent.taps += 1;
    };
    const tapRow = (choice: Locator) => tap(choice, choice.locator('xpath=ancestor::label'));
    const type = async (label: string, text: string) => {
      await tap(page.getByLabel(label));
      await page.keyboard.type(text);
      spent.typed += 1;
    };
    await openHouseholdOf(page, 'hoa', MOTHER);
    await tap(button('Ghi biến động'));
    await tap(button('Sinh'));
    await tapRow(page.getByRole('radio', { name: MOTHER }));
    await type('Họ và tên con', 'Lê Thị Thảo Vy');
    await tapRow(radio('Nữ'));
    await tap(button('Hôm nay'));
    await tap(button('Tiếp tục'));
    await type('Con thứ mấy', '2');
    await tapRow(page.getByRole('group', { name: 'Nơi' }).getByRole('radio').first());
    await tapRow(radio('Không'));
    await tap(button('Lưu'));
    await page.getByText('Lê Thị Thảo Vy').first().waitFor();
    expect(spent).toEqual({ taps: 11, typed: 2 });
    // A second birth of one mother within a day would be asked about.
    await button('Hoàn tác').click();
    await page.getByText('Đã hoàn tác').waitFor();
  });

  test('begins one draft and goes one page, however often she taps', async () => {
    const pages = () => page.evaluate<number>('navigation.entries().length');
    await page.getByRole('link', { name: 'Hôm nay' }).click();
    const before = await pages();
    await page.getByLabel('Tìm hộ, người').fill('hoa');
    await page.getByRole('link', { name: MOTHER }).first().dblclick();
    await button('Ghi biến động').dblclick();
    await button('Sinh').dblclick();
    await page.getByLabel('Họ và tên con').waitFor();
    expect((await pages()) - before).toBe(3);
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0);
  });

  test('can be found, recorded and undone by keyboard alone', async () => {
    const focused = page.locator(':focus');
    const until = async (target: Locator) => {
      for (let step = 0; step < 40; step++) {
        if (await target.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`not reached by Tab: ${target}`);
    };
    const press = async (target: Locator, key = 'Enter') => {
      await target.waitFor();
      await until(target);
      const ring = await focused.evaluate((element) => {
        const shown = element.closest('label') ?? element;
        return getComputedStyle(shown).outlineStyle;
      });
      expect([`${target}`, ring]).toEqual([`${target}`, 'solid']);
      await page.keyboard.press(key);
    };
    await button('Quay lại').click();
    await press(page.getByRole('link', { name: 'Hôm nay' }));
    await page.getByLabel('Tìm hộ, người').waitFor();
    expect(await focused.getAttribute('id')).toBe('search');
    await page.keyboard.type('hoa');
    await press(page.getByRole('link', { name: MOTHER }).first());
    await press(button('Ghi biến động'));
    await press(button('Sinh'));
    await press(page.getByRole('radio', { name: MOTHER }), 'Space');
    await until(page.getByLabel('Họ và tên con'));
    await page.keyboard.type('Lê Văn Phúc');
    await press(radio('Nam'), 'Space');
    await press(button('Hôm nay'));
    await pressAsSoonAsItIsThere(page, 'Con thứ mấy');
    await press(button('Tiếp tục'));
    // Enter presses the main button, also in the moment in which its page is drawn; its faults lead to their fields.
    await press(page.getByRole('link', { name: 'Nhập con thứ mấy của mẹ' }));
    expect(await page.getByLabel('Con thứ mấy').evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.type('2');
    await press(page.getByRole('group', { name: 'Nơi' }).getByRole('radio').first(), 'Space');
    // The second of two: one step with the arrow.
    await until(radio('Có'));
    await page.keyboard.press('ArrowDown');
    await press(button('Lưu'));
    await page.getByText('Lê Văn Phúc').first().waitFor();
    await page.keyboard.press('Shift+Tab');
    await press(button('Hoàn tác'));
    await page.getByText('Đã hoàn tác').waitFor();
    expect(await page.getByText('Lê Văn Phúc').count()).toBe(0);
  });
});
