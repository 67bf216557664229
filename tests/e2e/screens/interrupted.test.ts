import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import { goHome, press } from '../events/steps.ts';
import { activate, openHouseholdOf, unlock } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';

/*
 * A call in the middle of a split, of a merge, and of a visit: the phone locks, and what was answered stands there again.
 * What is asked too early, or thought over, leads on from where it was pressed.
 */

const WIFE = 'Nguyễn Thị Hoà';
const nothingToDo = 'Hôm nay không có việc nào';

const story = storyOfOneBrowser('interrupted');
let browser: Browser;
let page: Page;

beforeAll(async () => {
  const opened = await story.open();
  browser = opened.browser;
  page = await browser.phone();
  await page.addInitScript((none) => {
    const heard = new MutationObserver(() => {
      if (document.body?.textContent?.includes(none)) document.documentElement.dataset.told = none;
    });
    heard.observe(document, { childList: true, subtree: true, characterData: true });
  }, nothingToDo);
  await page.goto(opened.hub.address);
  await activate(page, opened.hub.officer);
});
afterAll(() => story.close());

const draft = (name: RegExp) => page.getByRole('region').or(page.locator('section')).getByRole('link', { name });

/** Away from the form, the phone locked, and her return to it. */
async function lockAndReturn(): Promise<void> {
  await page.goBack();
  await goHome(page);
  await page.reload();
  await unlock(page);
  await page.getByLabel('Tìm hộ, người').waitFor();
}

test('while the book comes down, nobody is told that there is nothing to do', async () => {
  await page
    .getByRole('button', { name: /^Thăm .* – hộ \d+/ })
    .first()
    .waitFor();
  expect(await page.locator('html').getAttribute('data-told')).toBeNull();
});

test('a split that was cut off is a draft on the home screen, with who goes, where and who heads them', async () => {
  await openHouseholdOf(page, 'nguyen thi hoa', WIFE);
  await page.getByText('Việc với cả hộ').click();
  await page.getByRole('link', { name: 'Tách hộ' }).click();
  await page.getByRole('checkbox', { name: new RegExp(`^${WIFE}`) }).check();
  await page.getByRole('button', { name: 'Hôm nay', exact: true }).click();
  // Pressed too early it asks for the head, and the link leads to a row that can be chosen.
  await press(page, 'Lưu');
  await page.getByRole('alert').getByRole('link', { name: 'Chọn chủ hộ', exact: true }).click();
  const head = page.getByRole('group', { name: 'Chủ hộ mới' }).getByRole('radio').first();
  expect(await head.evaluate((row) => row === document.activeElement)).toBe(true);
  await head.check();
  await page.getByLabel('Địa chỉ hộ mới').fill('Xóm Đầm');
  await lockAndReturn();
  await draft(/^Tách hộ/)
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Tách hộ' }).waitFor();
  expect(await page.getByRole('checkbox', { name: new RegExp(`^${WIFE}`) }).isChecked()).toBe(true);
  expect(await page.getByLabel('Địa chỉ hộ mới').inputValue()).toBe('Xóm Đầm');
  expect(await page.getByRole('group', { name: 'Chủ hộ mới' }).getByRole('radio').first().isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Hôm nay', exact: true }).click();
  await press(page, 'Lưu');
  await page.getByText(/Đã lưu trên máy\. Đã tách hộ/).waitFor();
  // One goes on at the new household; the old one is a tap away.
  await page.getByText('Xóm Đầm').waitFor();
  expect(await page.getByRole('link', { name: WIFE }).count()).toBeGreaterThan(0);
  await page.getByRole('status').getByRole('link', { name: 'Xem hộ cũ' }).click();
  await page.getByText('Xóm Đầm').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Ghi biến động' }).waitFor();
  await goHome(page);
  expect(await draft(/^Tách hộ/).count()).toBe(0);
});

test('a merge that was cut off shows the household that was chosen', async () => {
  await openHouseholdOf(page, 'tran van quyet', 'Trần Văn Quyết');
  await page.getByText('Việc với cả hộ', { exact: true }).click();
  await page.getByRole('link', { name: 'Nhập hộ' }).click();
  const chosen = page.getByRole('radio', { name: /^Hộ 24 – /, checked: true });
  await page.getByLabel('Tìm và chọn hộ').fill('24');
  await page
    .getByRole('radio', { name: /^Hộ 24 – / })
    .first()
    .check();
  await page.getByRole('group', { name: 'Chủ hộ', exact: true }).waitFor();
  await lockAndReturn();
  await draft(/^Nhập hộ/)
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Nhập hộ' }).waitFor();
  await chosen.waitFor();
  // It stays in sight while another one is sought.
  await page.getByLabel('Tìm và chọn hộ').fill('nguyen thi hoa');
  const households = page.getByRole('group', { name: 'Nhập vào hộ' }).getByRole('radio');
  await expect.poll(() => households.count()).toBeGreaterThan(1);
  expect(await chosen.count()).toBe(1);
  await page.goBack();
  await goHome(page);
});

test('a visit in the middle of which the phone locked goes on where it was', async () => {
  await openHouseholdOf(page, 'tran van quyet', 'Trần Văn Quyết');
  await page.getByRole('main').getByRole('link', { name: 'Thăm hộ', exact: true }).click();
  await page.getByRole('radio', { name: 'Gọi điện' }).check();
  await page.getByRole('checkbox', { name: 'Cập nhật sổ hộ' }).check();
  await lockAndReturn();
  await draft(/^Thăm hộ – hộ/)
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Thăm hộ' }).waitFor();
  expect(await page.getByRole('radio', { name: 'Gọi điện' }).isChecked()).toBe(true);
  expect(await page.getByRole('checkbox', { name: 'Cập nhật sổ hộ' }).isChecked()).toBe(true);
  await press(page, 'Lưu');
  await page.getByText('Hình thức: Gọi điện').waitFor();
});

test('what is asked behind "Rút lại" takes the focus, and a second thought gives it back', async () => {
  await goHome(page);
  await openHouseholdOf(page, 'nguyen thi hoa', WIFE);
  const wrong = page.getByRole('button', { name: /^Rút lại: Chuyển trong xã/ }).first();
  await wrong.click();
  const asked = page.getByRole('alert').filter({ hasText: 'Rút lại: Chuyển trong xã' });
  await expect.poll(() => asked.evaluate((box) => box === document.activeElement)).toBe(true);
  await asked.getByRole('button', { name: 'Giữ nguyên' }).click();
  await expect.poll(() => wrong.evaluate((one) => one === document.activeElement)).toBe(true);
});
