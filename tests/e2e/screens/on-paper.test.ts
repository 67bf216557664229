import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { look, phoneLooks } from './looking.ts';

/* An office runs paper and book side by side: the month of last year, typed beside what the book counts of it. */

const story = storyOfOneBrowser('paper');
let hub: RunningHub;
let browser: Browser;
let officer: Page;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
  officer = await browser.phone(hub.address);
  await activate(officer, hub.officer);
}, 120_000);

afterAll(() => story.close());

const looks = [...phoneLooks, { name: '1280', width: 1280, height: 800, isJudged: true }] as const;
const births = (): ReturnType<Page['getByLabel']> => officer.getByRole('textbox', { name: /^4\. Tổng số trẻ sinh/ });
const ours = (): ReturnType<Page['getByRole']> => officer.getByRole('link', { name: /^4\. Tổng số trẻ sinh/ });

test('from the comparison to last year: a number that differs says by how much, and opens our list', async () => {
  await officer.getByRole('link', { name: 'Báo cáo' }).first().click();
  await officer.getByRole('link', { name: 'So sánh' }).click();
  await officer.getByRole('link', { name: 'Nhập số cùng kỳ' }).click();
  await officer.getByRole('heading', { level: 1, name: /^Số trên giấy · Tháng/ }).waitFor();
  const counted = Number(/\d+$/.exec((await ours().textContent()) ?? '')?.[0]);
  await births().fill(String(counted + 2));
  await officer.getByText('1 dòng khác số của máy.').waitFor();
  expect(await ours().textContent()).toMatch(new RegExp(`Số của máy: ${counted} · giấy khác \\+2$`));
  await look(officer, 'on-paper', looks);
  await officer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await officer.getByText('Đã lưu số nhập tay').first().waitFor();
  await ours().click();
  await officer.getByText(counted === 0 ? /^Không có trường hợp/ : `${counted} trường hợp`).waitFor();
  await officer.getByRole('button', { name: 'Quay lại' }).click();
  await births().waitFor();
  expect(await births().inputValue()).toBe(String(counted + 2));
});

test('a file laid out like the form fills the fields, and is not saved before somebody says so', async () => {
  const rows = ['TT,Tên chỉ tiêu,Đơn vị tính,Xã,Lũy kế từ đầu năm', '4,Tổng số trẻ sinh sinh ra sống,người,77,80'];
  const file = { name: 'thang.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\r\n')}\r\n`) };
  await officer.getByLabel('Nhập từ tệp Excel, CSV').setInputFiles(file);
  await officer.getByText('Đã đọc 1 dòng. Xem lại rồi bấm Lưu.').waitFor();
  expect(await births().inputValue()).toBe('77');
});
