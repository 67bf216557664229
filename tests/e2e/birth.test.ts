import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dispatchSync } from './between/service-worker.ts';
import { type Browser, openBrowser } from './browsing/browser.ts';
import { freePort, type RunningHub, startHub } from './hub.ts';
import { activate, openHouseholdOf, recordBirth, unlock } from './phone-steps.ts';

/*
 * The whole way of one birth: the collaborator's phone without a network, the service worker while the app is closed
 * and locked, the console of the level above, the officer's phone. Each test goes on where the one before it stopped.
 */

const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-e2e-'));
const CHILD = 'Lê Thị Thảo Vy';
const port = await freePort();
let hub: RunningHub;
let browser: Browser;
let keepAlive: Page;

beforeAll(async () => {
  hub = await startHub(join(scratch, 'hub'), port);
  browser = await openBrowser(join(scratch, 'phone-1'));
  keepAlive = await browser.context.newPage();
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function reopen(): Promise<void> {
  await browser.kill();
  browser = await openBrowser(join(scratch, 'phone-1'));
  keepAlive = await browser.context.newPage();
}

describe('one birth, from the doorstep to the report of the level above', () => {
  test('the collaborator activates her phone and finds Nguyễn Thị Hoà by typing hoa', async () => {
    const page = await browser.phone(hub.address);
    const card = await activate(page, hub.collaborator);
    expect(card).toHaveLength(4);
    await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
    await page.getByRole('heading', { name: /^Hộ số/ }).waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.close();
  });

  test('without a network she opens the book, records the birth, and it is on the phone', async () => {
    await browser.context.setOffline(true);
    const page = await browser.phone(hub.address);
    await unlock(page);
    await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
    await recordBirth(page, { mother: 'Nguyễn Thị Hoà', child: CHILD, sex: 'Nữ', order: 2 });
    await page.getByText(CHILD).first().waitFor();
    await page.getByText('1 mục chờ gửi').waitFor();
  });

  test('the browser is killed; a wrong PIN shows nothing, the right one shows all', async () => {
    // With no hub to reach, nothing can leave while the browser starts and the test looks.
    await hub.stop();
    await reopen();
    const page = await browser.phone(hub.address);
    await unlock(page, '111222');
    await page.getByText('Mã PIN chưa đúng').waitFor();
    expect(await page.getByText('Nguyễn').count()).toBe(0);
    await unlock(page);
    await page.getByText('1 mục chờ gửi').waitFor();
    await openHouseholdOf(page, 'thao vy', CHILD);
    await page.close();
  });

  test('the network returns with the page closed and locked: the service worker sends, the next opening says so', async () => {
    hub = await startHub(join(scratch, 'hub'), port);
    await dispatchSync(browser.context, keepAlive, hub.address);
    await hub.heard('/sync/envelopes');
    const page = await browser.phone(hub.address);
    await unlock(page);
    await page.getByText(/Đã gửi lúc \d\d:\d\d/).waitFor();
    expect(await page.getByText('mục chờ gửi').count()).toBe(0);
    await page.close();
  });

  test('the level above sees births 1, the girl, the population above the form, the case, and a name only on a stated ground', async () => {
    const page = await browser.desk(`${hub.address}/console`);
    await page.getByLabel('Tên đăng nhập').fill(hub.console.user);
    await page.getByLabel('Mật khẩu').fill(hub.console.password);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill('một mật khẩu đủ dài 2026');
    await page.getByLabel(/Nhập lại/).fill('một mật khẩu đủ dài 2026');
    await page.getByRole('button', { name: /Đổi|Lưu|Tiếp tục/ }).click();
    const births = page.getByRole('row', { name: /Tổng số trẻ sinh ra/ });
    await births.waitFor();
    const figures = await births.getByRole('cell').allTextContents();
    expect(figures.join(' ')).toMatch(/\b1\b/);
    await births.getByRole('button').or(births.getByRole('link')).first().click();
    await page.getByRole('row', { name: /Nữ/ }).waitFor();
    expect(await page.getByText(CHILD).count()).toBe(0);
    await page.getByRole('button', { name: 'Xem tên' }).click();
    await page.getByLabel(/Căn cứ|Lý do/).fill('Đối chiếu với giấy chứng sinh tháng này');
    await page
      .getByRole('button', { name: /Xem tên|Xem/ })
      .last()
      .click();
    await page.getByText(CHILD).first().waitFor();
    await page.close();
  });

  test('on the officer’s phone the child is there after a sync, and the same figure', async () => {
    const second = await openBrowser(join(scratch, 'phone-2'));
    try {
      const page = await second.phone(hub.address);
      await activate(page, hub.officer);
      await openHouseholdOf(page, 'thao vy', CHILD);
      await page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name: 'Báo cáo' }).click();
      await page.getByRole('row', { name: /Tổng số trẻ sinh ra/ }).waitFor();
      const row = await page.getByRole('row', { name: /Tổng số trẻ sinh ra/ }).textContent();
      expect(row).toMatch(/1/);
      expect(page.url()).not.toMatch(/hoa|vy/i);
    } finally {
      await second.close();
    }
  });

  test('a second save leaves by itself when the connection really changes, the page closed', async () => {
    const before = hub.count('/sync/envelopes');
    const page = await browser.phone(hub.address);
    await unlock(page);
    await browser.context.setOffline(true);
    await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
    await recordBirth(page, { mother: 'Nguyễn Thị Hoà', child: 'Lê Văn Út', sex: 'Nam', order: 3 });
    await page.getByText('1 mục chờ gửi').waitFor();
    await page.close();
    await browser.context.setOffline(false);
    await hub.heard('/sync/envelopes', before + 1);
    const later = await browser.phone(hub.address);
    await unlock(later);
    await later.getByText(/Đã gửi lúc/).waitFor();
    await later.close();
  });
});
