import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtParts } from '../../../bench/bundle.ts';
import { isForOffice } from '../../../sw/later-parts.ts';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, unlock } from '../phone-steps.ts';
import { look, phoneLooks } from '../screens/looking.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { inventedFiles, inventedList, largeWorkbook } from './invented-files.ts';

/* A register of 3,000 households comes to an officer's computer as four files, and goes again by one undo. */

const story = storyOfOneBrowser('import');
const households = 3_000;
const looks = [...phoneLooks, { name: '1280', width: 1280, height: 800, isJudged: true }];
let hub: RunningHub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
  page = await browser.desk(hub.address);
  await activate(page, hub.officer);
});

afterAll(() => story.close());

async function openTransfer(title: string): Promise<void> {
  await page.getByRole('link', { name: 'Thêm', exact: true }).click();
  await page.getByRole('link', { name: 'Nhập, xuất sổ' }).click();
  await page.getByRole('link', { name: new RegExp(`^${title}`) }).click();
}

const openImport = () => openTransfer('Nhập sổ từ tệp');

test('every page about files reads well on a phone and on a desk', async () => {
  await page.getByRole('link', { name: 'Thêm', exact: true }).click();
  await page.getByRole('link', { name: 'Nhập, xuất sổ' }).click();
  for (const [name, title] of [
    ['import', 'Nhập sổ từ tệp'],
    ['compare', 'So sánh danh sách'],
    ['export', 'Xuất sổ'],
    ['extract', 'Trích danh sách'],
  ] as const) {
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { name: title, exact: true }).waitFor();
    await look(page, `transfer-${name}`, looks);
    await page.goBack();
  }
});

test('an officer’s parts were fetched meanwhile: from here on without a network', async () => {
  const kept = () =>
    page.evaluate(async () => (await (await caches.open('later')).keys()).map(({ url }) => new URL(url).pathname));
  const office = builtParts().flatMap(({ path }) => (isForOffice(path) ? [`/${path}`] : []));
  expect(office.length).toBeGreaterThan(3);
  await expect.poll(kept, { timeout: 20_000 }).toEqual(expect.arrayContaining(office));
  await page.context().setOffline(true);
  await page.goto(`${hub.address}/`);
  await unlock(page);
});

test('a list for others that lacks something says what, on top, and leads there', async () => {
  await openTransfer('Trích danh sách');
  const make = page.getByRole('button', { name: 'Lập danh sách' });
  await make.click();
  const summary = page.getByRole('alert');
  await summary.getByRole('link', { name: 'Chọn mục đích.' }).waitFor();
  expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
  await look(page, 'transfer-extract-missing', looks);
  await page.getByRole('radio', { name: 'Mục đích khác' }).check();
  await make.click();
  await summary.getByRole('link', { name: 'Nhập số văn bản.' }).click();
  expect(await page.getByLabel('Số văn bản').evaluate((box) => box === document.activeElement)).toBe(true);
});

test('a broken file is told by row, and nothing came of it', async () => {
  await openImport();
  const cut = Buffer.concat([Buffer.from('person_key,household_key,full_name\nP1,H1,'), Buffer.from([0xc3])]);
  await page.getByLabel('Chọn tệp').setInputFiles({ name: 'persons.csv', mimeType: 'text/csv', buffer: cut });
  await page.getByRole('alert').getByText('persons.csv, dòng 2: chữ không phải UTF-8').waitFor();
});

test('a list with words that nobody knows is read step by step', async () => {
  await page.getByLabel('Chọn tệp').setInputFiles(inventedList());
  await page.getByRole('heading', { name: 'Đọc danh sách' }).waitFor();
  await look(page, 'wizard-columns', looks);
  await page.getByLabel('Thôn của danh sách').selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('heading', { name: 'Những chữ chưa hiểu' }).waitFor();
  await look(page, 'wizard-words', looks);
  await page.getByLabel('Tình trạng hôn nhân: Ly thân').selectOption({ label: 'Có vợ/chồng' });
  await page.getByRole('button', { name: 'Xem trước' }).click();
  await page.getByRole('heading', { name: 'Xem trước khi nhập' }).waitFor();
  await page.getByRole('radio', { name: 'Chọn theo lý do' }).check();
  await look(page, 'import-by-reason', looks);
});

test('a short list is taken, and taken back before anybody could see it go', async () => {
  await page.getByRole('radio', { name: 'Nhập cả, ghi như trong tệp' }).check();
  await page.getByRole('button', { name: 'Nhập vào sổ' }).click();
  await page.getByRole('heading', { name: 'Nhập sổ từ tệp' }).waitFor();
  await page.getByText(/^Đã lưu trên máy/).waitFor();
  await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).click();
  await page.getByText('Đã hoàn tác lần nhập.').waitFor();
  await page.getByText(/đã được hoàn tác/).waitFor();
  expect(await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Chọn tệp khác' }).click();
});

test('four files are judged, taken with progress, found in the book, and taken back', async () => {
  await page.getByLabel('Chọn tệp').setInputFiles([...inventedFiles(households)]);
  await page.getByRole('heading', { name: 'Xem trước khi nhập' }).waitFor();
  await page.getByText('Từ chối: ngày "31/02/2026" không có trong lịch').waitFor();
  await look(page, 'import-preview', looks);
  await page.getByRole('radio', { name: 'Nhập cả, ghi như trong tệp' }).check();
  await page.getByRole('button', { name: 'Nhập vào sổ' }).click();
  await page.getByText('Đang ghi vào sổ').waitFor();
  await look(page, 'import-writing', looks.slice(0, 1));
  // Left and found again: the undo is not offered while it writes.
  await page.getByRole('link', { name: 'Hôm nay', exact: true }).click();
  await openImport();
  const undo = page.getByRole('button', { name: 'Hoàn tác lần nhập' });
  // A quick machine has written all by then.
  await page.getByRole('progressbar').or(undo).first().waitFor();
  const areBothThere = await page.evaluate(() => {
    const buttons = [...document.querySelectorAll('button')];
    const isWriting = document.querySelector('progress, [role=progressbar]') !== null;
    return isWriting && buttons.some(({ textContent }) => textContent.includes('Hoàn tác lần nhập'));
  });
  expect(areBothThere).toBe(false);
  await undo.waitFor({ timeout: 120_000 });

  await page.getByRole('link', { name: 'Hôm nay', exact: true }).click();
  await page.getByLabel('Tìm hộ, người').fill('thu nghiem 2999');
  await page
    .getByRole('link', { name: /Thử Nghiệm 2999/ })
    .first()
    .waitFor();

  // As one workbook, larger than what is unpacked in a moment, it goes out and is read again.
  await page.getByRole('link', { name: 'Thêm', exact: true }).click();
  await page.getByRole('link', { name: 'Nhập, xuất sổ' }).click();
  await page.getByRole('link', { name: 'Xuất sổ' }).click();
  await page.getByLabel('Tôi chịu trách nhiệm giữ tệp này').check();
  await page.getByRole('button', { name: 'Lưu một tệp XLSX' }).click();
  await page.getByText('Đã lưu: so-a0.xlsx').waitFor({ timeout: 60_000 });
  await openImport();
  await page.getByLabel('Chọn tệp').setInputFiles(await largeWorkbook());
  await page.getByRole('heading', { name: 'Đọc danh sách' }).waitFor();
  await page.getByRole('button', { name: 'Quay lại' }).click();

  await undo.click();
  await page.getByText(/đã được hoàn tác/).waitFor({ timeout: 120_000 });
  await page.getByRole('link', { name: 'Hôm nay', exact: true }).click();
  await page.getByLabel('Tìm hộ, người').fill('thu nghiem 2999');
  await page
    .getByText(/Không tìm thấy/)
    .first()
    .waitFor();
});

test('closed while it writes, it is told as not whole; the same files bring the rest', async () => {
  await openImport();
  const files = [...inventedFiles(households)];
  const take = async (): Promise<void> => {
    await page.getByLabel('Chọn tệp').setInputFiles(files);
    await page.getByRole('heading', { name: 'Xem trước khi nhập' }).waitFor({ timeout: 60_000 });
  };
  const confirm = async (): Promise<void> => {
    await page.getByRole('radio', { name: 'Nhập cả, ghi như trong tệp' }).check();
    await page.getByRole('button', { name: 'Nhập vào sổ' }).click();
  };
  await take();
  await confirm();
  await page.waitForFunction(() => {
    const bar = document.querySelector('progress');
    const isWriting = document.querySelector('label[for=progress]')?.textContent === 'Đang ghi vào sổ';
    return isWriting && bar !== null && bar.value > 0 && bar.value < bar.max;
  });
  await page.goto(`${hub.address}/`);
  await unlock(page);
  await openImport();
  await page.getByText(/chưa đủ, mới có [\d.]+\/[\d.]+ mục/).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Hoàn tác lần nhập' }).waitFor();
  await look(page, 'import-cut-off', looks);

  await take();
  await page.getByText('nhập tiếp phần còn thiếu').waitFor();
  await confirm();
  await page.getByText(/^Đã lưu trên máy/).waitFor({ timeout: 120_000 });
  await page.getByText(/^Lần nhập gần nhất/).waitFor();
  expect(await page.getByText(/chưa đủ/).count()).toBe(0);
});
