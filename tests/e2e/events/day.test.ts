import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf, recordBirth, unlock } from '../phone-steps.ts';
import { look, phoneLooks } from '../screens/looking.ts';
import { startStoryHub } from '../story-hub.ts';
import { beginEvent, chooseFirst, goHome, looksUp, openHouseholdNumber, press, savedAtHousehold } from './steps.ts';

/*
 * A collaborator's day without a network: five households, four kinds of events, a form interrupted by a call and taken
 * up again after the phone died, and in the evening a look at what was written. Each test goes on where the one before
 * it stopped.
 */

const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-day-'));
const CHILD = 'Trần Bảo An';
const NEWCOMER = 'Phùng Thị Kim Oanh';
let hub: RunningHub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  hub = await startStoryHub(scratch);
  browser = await openBrowser(join(scratch, 'phone'));
  page = await browser.phone(hub.address);
  await activate(page, hub.collaborator);
  // The book comes with the first sync; after that nothing is needed.
  await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
  await goHome(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await browser.context.setOffline(true);
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

describe('a day on foot, without a network', () => {
  test('the first household: a birth', async () => {
    await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
    await recordBirth(page, { mother: 'Nguyễn Thị Hoà', child: CHILD, sex: 'Nam', order: 2 });
    await page.getByText(CHILD).first().waitFor();
    await goHome(page);
  });

  test('the second: the head died; the facts are said once more, and a new head is asked for', async () => {
    await openHouseholdNumber(page, 22);
    await page.getByRole('button', { name: 'Ghi biến động' }).click();
    await page.getByRole('heading', { name: 'Ghi biến động gì?' }).waitFor();
    await look(page, 'choose-event', phoneLooks);
    await press(page, 'Chết');
    await chooseFirst(page);
    await press(page, 'Hôm nay');
    await press(page, 'Tiếp tục');
    await page.getByRole('heading', { name: 'Xem lại trước khi ghi' }).waitFor();
    await page.getByText('Người chết', { exact: true }).waitFor();
    await look(page, 'repeat', phoneLooks);
    await press(page, 'Ghi đã mất');
    await page.getByText(/Đã lưu trên máy\. Chọn chủ hộ mới/).waitFor();
    expect(new URL(page.url()).pathname).toMatch(/\/head$/);
    await press(page, 'Hoàn tác');
    await page.getByRole('heading', { level: 1, name: 'Hộ số 22' }).waitFor();
    await page.getByText('Đã hoàn tác').waitFor();
    expect(await page.getByText('đã mất').count()).toBe(0);
    await goHome(page);
  });

  test('the third: somebody left the commune for good', async () => {
    await openHouseholdNumber(page, 24);
    await beginEvent(page, 'Chuyển đi khỏi xã');
    // The first row ticks the whole household.
    await page.getByRole('checkbox').nth(2).check();
    await press(page, 'Hôm qua');
    await page.getByLabel('Nơi đến').fill('Xã Hòa Sơn');
    await press(page, 'Tiếp tục');
    await page.getByRole('heading', { name: 'Xem lại trước khi ghi' }).waitFor();
    await page.locator('.page-action').getByRole('button').click();
    await savedAtHousehold(page);
    await page.getByText('đã chuyển đi').first().waitFor();
    await goHome(page);
  });

  test('the fourth: a newcomer is being written down when the telephone rings and the battery falls out', async () => {
    await openHouseholdNumber(page, 25);
    await beginEvent(page, 'Chuyển đến từ xã khác');
    await press(page, 'Hôm nay');
    await page.getByRole('radio', { name: 'Không', exact: true }).check();
    await press(page, 'Tiếp tục');
    await page.getByLabel('Họ và tên').fill(NEWCOMER);
    await page.getByRole('radio', { name: 'Nữ', exact: true }).check();
    await press(page, 'Ngày âm lịch');
    await page.getByLabel('Ngày âm').fill('10');
    await page.getByLabel('Tháng âm').fill('3');
    await page.locator('[id$=lunar-year]').fill('1966');
    await page.getByText('Dương lịch: 31/03/1966').waitFor();
    await page.getByText('60 tuổi').waitFor();
    await look(page, 'told-date', phoneLooks);
    // Kept soon after each answer, on the disk before the phone dies.
    await looksUp(page);
    await browser.kill();
  });

  test('she takes it up again from the home screen, with the date as it was told', async () => {
    browser = await openBrowser(join(scratch, 'phone'));
    await browser.context.setOffline(true);
    page = await browser.phone(hub.address);
    await unlock(page);
    await page.getByRole('link', { name: /^Chuyển đến từ xã khác – hộ 25/ }).click();
    await page.getByText('Ghi theo lời kể: 10/3/1966 (Bính Ngọ) âm lịch').waitFor();
    expect(await page.getByLabel('Họ và tên').inputValue()).toBe(NEWCOMER);
    await press(page, 'Tiếp tục');
    await page.getByRole('group', { name: 'Quan hệ' }).getByRole('radio').nth(6).check();
    await page
      .getByRole('group', { name: /cư trú/ })
      .getByRole('radio')
      .first()
      .check();
    await press(page, 'Lưu');
    await savedAtHousehold(page);
    await page.getByText(NEWCOMER).first().waitFor();
    await goHome(page);
  });

  test('the fifth: somebody is away for work', async () => {
    await openHouseholdNumber(page, 30);
    await beginEvent(page, 'Tạm vắng');
    await chooseFirst(page);
    await press(page, 'Hôm nay');
    await press(page, 'Lưu');
    await savedAtHousehold(page);
    await page.getByText('tạm vắng').first().waitFor();
    await goHome(page);
  });
});

describe('the evening: what I wrote today', () => {
  test('each act stands there; what was undone is marked', async () => {
    await page.getByRole('link', { name: 'Thêm', exact: true }).click();
    await page.getByRole('link', { name: 'Hôm nay tôi đã ghi' }).click();
    await page.getByText('4 lần ghi').waitFor();
    await page.getByText('Đã rút lại').waitFor();
    await look(page, 'today', phoneLooks);
    const takenBack = page.getByRole('listitem').filter({ hasText: 'Đã rút lại' });
    await takenBack.getByRole('button').first().click();
    await takenBack.getByRole('button', { name: 'Mở hộ này' }).waitFor();
    expect(await page.getByText('Đã rút lại').count()).toBe(1);
    await takenBack.getByRole('button').first().click();
  });

  test('“Sửa” opens the form with its answers; gone back from, everything is as it was', async () => {
    await page.getByRole('button', { name: /^Sinh/ }).click();
    await press(page, 'Sửa');
    await page.getByLabel(/^Họ và tên con/).fill('Ghi nhầm');
    await press(page, 'Quay lại');
    await page.getByText('4 lần ghi').waitFor();
    await page.getByRole('button', { name: new RegExp(`^Sinh.*${CHILD}`) }).waitFor();
  });

  test('a misspelt name is mended: taken back and written again from the same answers, at once', async () => {
    await page.getByRole('button', { name: /^Sinh/ }).click();
    await press(page, 'Sửa');
    const name = page.getByLabel(/^Họ và tên con/);
    await expect.poll(() => name.inputValue()).toBe(CHILD);
    await name.fill(`${CHILD} Khang`);
    await press(page, 'Tiếp tục');
    await press(page, 'Lưu');
    await page.getByText(`${CHILD} Khang`).first().waitFor();
    expect(await page.getByText(CHILD, { exact: true }).count()).toBe(0);
  });

  test('one is taken back without a reason, for the day is not over', async () => {
    await page.getByRole('link', { name: 'Thêm', exact: true }).click();
    await page.getByRole('link', { name: 'Hôm nay tôi đã ghi' }).click();
    await page.getByRole('button', { name: /^Tạm vắng/ }).click();
    await press(page, 'Rút lại');
    await page.getByText('3 lần ghi').waitFor();
    expect(page.url()).not.toMatch(/oanh|an/i);
  });
});
