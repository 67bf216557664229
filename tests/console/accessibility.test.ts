import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DESK, PHONE } from '../e2e/browsing/browser.ts';
import { complaints } from '../e2e/screens/axe.ts';
import { type Office, openOffice, signIn, sitSignedIn } from './console-in-chromium.ts';
import { account } from './invented-hub.ts';

/** The narrowest window in which no sentence may be scrolled sideways (WCAG 1.4.10). */
const SMALLEST = { width: 320, height: 640 };

let office: Office;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

/** Wider than the window means that somebody scrolls sideways to read a sentence. */
async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

async function lookFromAllSides(page: Page, screen: string): Promise<void> {
  for (const size of [DESK, PHONE, SMALLEST]) {
    await page.setViewportSize(size);
    const schemes = size === SMALLEST ? [] : (['light', 'dark'] as const);
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect([screen, size.width, colorScheme, await complaints(page, colorScheme)]).toEqual([
        screen,
        size.width,
        colorScheme,
        [],
      ]);
    }
    expect([screen, size.width, await overflow(page)]).toEqual([screen, size.width, 0]);
  }
  await page.setViewportSize(DESK);
}

test('the door and the first password', async () => {
  office.hub.useFirstPassword();
  const page = await office.sit();
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await lookFromAllSides(page, 'door with errors');
  await signIn(page, account.first);
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await lookFromAllSides(page, 'first password with errors');
  await page.close();
});

test('the communes together', async () => {
  const page = await sitSignedIn(office);
  await page.getByRole('button', { name: 'Quý', exact: true }).click();
  await page.getByRole('button', { name: 'Tổng hợp các xã' }).click();
  await page.getByRole('button', { name: 'Hiện số liệu ngoài mẫu' }).click();
  await lookFromAllSides(page, 'communes together');
  await page.close();
});

test('a quarter with all that is not on the form', async () => {
  const page = await sitSignedIn(office);
  await page.getByRole('button', { name: 'Quý', exact: true }).click();
  await page.getByRole('button', { name: 'Hiện số liệu ngoài mẫu' }).click();
  await lookFromAllSides(page, 'quarter');
  await page.getByRole('button', { name: /^Tỷ lệ sử dụng/ }).click();
  await lookFromAllSides(page, 'parts of a share');
  await page.close();
});

test('on a phone the words of a row have more room than its two numbers', async () => {
  const page = await sitSignedIn(office);
  await page.setViewportSize(PHONE);
  const shares = await page.evaluate(() =>
    [...document.querySelectorAll('.report-table tbody th')].map(
      (words) => words.clientWidth / (words.parentElement?.clientWidth ?? 0),
    ),
  );
  expect(shares.length).toBeGreaterThan(0);
  expect(Math.min(...shares)).toBeGreaterThan(0.5);
  await page.close();
});

test('the report, a list, the question for a ground, names, a failure, English', async () => {
  const page = await sitSignedIn(office);
  await lookFromAllSides(page, 'report');
  await page.getByRole('button', { name: /^Số trẻ sinh ra sống: 1/ }).click();
  await page.getByRole('button', { name: 'Xem tên' }).click();
  await page.getByRole('button', { name: 'Xem tên' }).click();
  await lookFromAllSides(page, 'ground');
  await page.getByLabel('Lý do xem tên').fill('đối chiếu giấy chứng sinh');
  await page.getByRole('button', { name: 'Xem tên' }).click();
  await page.getByRole('cell', { name: 'Trần Thị Mai' }).waitFor();
  await lookFromAllSides(page, 'names');
  office.hub.answerNextReport(503, '');
  await page.getByRole('button', { name: 'Tải lại' }).click();
  await page.getByText(/Máy chủ đang bận/).waitFor();
  await lookFromAllSides(page, 'failure');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('columnheader', { name: 'In the month' }).waitFor();
  await lookFromAllSides(page, 'report in English');
  await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  await page.close();
});
