import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheets } from '../../src/formats/sheet/read-sheets.ts';
import { type Office, openOffice, sitSignedIn } from './console-in-chromium.ts';

/* The level above's own form in a real browser: of two communes one has handed in its quarter. */

let office: Office;
let page: Page;

beforeAll(async () => {
  office = await openOffice();
  page = await sitSignedIn(office);
});
afterAll(async () => {
  await page.close();
  await office.close();
});

const save = async (name: string): Promise<Buffer> => {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^01-dsh-\d{4}-q[1-4]\.(xlsx|csv)$/);
  return readFile(await download.path());
};

test('a month has no such form, and says which periods have', async () => {
  await page.getByRole('button', { name: 'Tổng hợp các xã' }).click();
  await page.getByText(/^Biểu 01-DSH lập theo quý/).waitFor();
});

test('a quarter: the communes together, each beside, and who is missing', async () => {
  await page.getByRole('button', { name: 'Quý', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Báo cáo 01-DSH, quý [1-4]\/\d{4}$/ }).waitFor();
  await page.getByText('1/2 xã có báo cáo được tính.').waitFor();
  await page.getByText(/trả lại: Phường Hòa Bình\./).waitFor();
  await page.getByText(/^Hạn gửi biểu này: 15\/10\/2026/).waitFor();
  const rows = (await page.getByRole('row').allInnerTexts()).map((row) => row.split('\t').map((cell) => cell.trim()));
  expect(rows).toContainEqual(['1', 'Tổng số hộ', 'người', '40', '40', '—']);
  expect(rows).toContainEqual(['2.0–4 tuổiNữ', '0–4 tuổi, nữ', 'người', '4', '4', '—']);
});

test('a number opens the report of its commune at that row, and back leads to the form', async () => {
  await page.getByRole('button', { name: 'Tổng số hộ, Xã An Bình: 40. Mở báo cáo' }).click();
  await page.getByRole('heading', { name: 'Đối soát' }).waitFor();
  expect(await page.locator('.row-open').textContent()).toContain('Tổng số hộ');
  await page.getByRole('button', { name: 'Về biểu tổng hợp' }).click();
  await page.getByText('1/2 xã có báo cáo được tính.').waitFor();
});

test('a workbook and a CSV file with the same columns, and no column since January', async () => {
  const workbook = await readSheets(new Uint8Array(await save('Lưu tệp Excel')), 'a.xlsx');
  const rows = workbook.ok ? (workbook.value[0]?.rows ?? []) : [];
  const heads = [
    'TT',
    'Tên chỉ tiêu',
    'Đơn vị tính',
    'Cộng các xã (1/2 xã đã nộp)',
    'Xã An Bình',
    'Phường Hòa Bình (chưa có)',
  ];
  expect(rows).toContainEqual(heads);
  expect(rows).toContainEqual(['1', 'Tổng số hộ', 'người', '40', '40', '—']);
  const csv = (await save('Lưu tệp CSV')).toString('utf8').split('\r\n');
  expect(csv).toContain('1,Tổng số hộ,người,40,40,');
  await page.getByText(/^Đã lưu 01-dsh-.*\.csv$/).waitFor();
});
