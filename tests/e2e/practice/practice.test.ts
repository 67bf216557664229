import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf, recordBirth, unlock } from '../phone-steps.ts';
import { look, phoneLooks } from '../screens/looking.ts';
import { storyOfOneBrowser } from '../story-hub.ts';

/* A new collaborator has no code yet, and practises; later, with a book of her own, she practises once more. */

const story = storyOfOneBrowser('practice');
let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
});

afterAll(() => story.close());

/** What the page asks of the hub's doors; the app's own files are none. */
function hearSending(page: Page): readonly string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (/\/(sync|api)\//.test(request.url())) sent.push(request.url());
  });
  return sent;
}

const practiseBirth = (page: Page) =>
  recordBirth(page, { mother: 'Nguyễn Thị Hoà', child: 'Bé Tập', sex: 'Nữ', order: 2 });

describe('practice', () => {
  test('without a code: a birth is recorded among invented people, the guide shows it done, and nothing is sent', async () => {
    const page = await browser.phone(hub.address);
    const sent = hearSending(page);
    await page.getByRole('button', { name: 'Tập dùng trước' }).click();
    await page.getByLabel('Tìm hộ, người').waitFor();
    await page.getByText('không gửi đi đâu').waitFor();
    await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
    await practiseBirth(page);
    await page.getByText('Bé Tập').first().waitFor();
    await page.getByRole('link', { name: 'Hôm nay', exact: true }).click();
    await page.getByRole('link', { name: 'Hướng dẫn ngày đầu' }).click();
    await page.getByText('2 / 4 việc đã làm').waitFor();
    await look(page, 'practice-guide', phoneLooks);
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Ra khỏi phần tập' }).first().click();
    await page.getByLabel('Mã kích hoạt').waitFor();
    await page.close();
  });

  test('beside a real book: practice leaves nothing in it, and coming back the book is locked', async () => {
    const page = await browser.phone(hub.address);
    await activate(page, hub.officer);
    await page.getByRole('link', { name: 'Thêm', exact: true }).click();
    await page.getByRole('button', { name: /^Tập dùng/ }).click();
    await page.getByText('không gửi đi đâu').waitFor();
    const sent = hearSending(page);
    await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
    await practiseBirth(page);
    expect(sent).toEqual([]);
    await page.getByRole('button', { name: 'Ra khỏi phần tập' }).first().click();
    await unlock(page);
    await page.getByLabel('Tìm hộ, người').fill('Bé Tập');
    await page.getByText('Không tìm thấy').waitFor();
    await page.getByText('Không có mục chờ gửi').waitFor();
    await page.close();
  });

  test('an address of files, keys or villages, gone to in practice, says that it is not there, and leads home', async () => {
    const page = await browser.phone(`${hub.address}/practice`);
    await page.getByLabel('Tìm hộ, người').waitFor();
    for (const address of [
      '/transfer/export',
      '/transfer/import',
      '/transfer',
      '/more/device',
      '/more/by-loop',
      '/units',
    ]) {
      await page.evaluate((there) => {
        history.pushState(null, '', there);
        dispatchEvent(new PopStateEvent('popstate'));
      }, address);
      await page.getByRole('heading', { name: 'Phần tập không có mục này' }).waitFor();
      await page.getByRole('link', { name: 'Hôm nay', exact: true }).first().click();
      await page.getByLabel('Tìm hộ, người').waitFor();
    }
    await page.close();
  });

  test('what was practised is gone with the page', async () => {
    const page = await browser.phone(`${hub.address}/practice`);
    await page.getByLabel('Tìm hộ, người').fill('Bé Tập');
    await page.getByText('Không tìm thấy').waitFor();
  });
});
