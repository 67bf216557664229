import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { type Look, look, onPaper, phoneLooks } from './looking.ts';

/* The officer copies a paper sheet at her office PC, hands on the keyboard, and prints it. */

const WIFE = 'Nguyễn Thị Hoà';
const deskLooks: readonly Look[] = [
  { name: '1280', width: 1280, height: 800, isJudged: true },
  { name: '1280-dark', width: 1280, height: 800, scheme: 'dark', isJudged: true },
];
const story = storyOfOneBrowser('sheet');
let hub: RunningHub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
  page = await browser.desk(hub.address);
  await activate(page, hub.officer);
});

afterAll(() => story.close());

const cell = (column: string, line: number) => page.getByLabel(`${column}, dòng ${line}`, { exact: true });
const lines = () => page.locator('tr[data-line]').count();
const type = (text: string) => page.keyboard.type(text);
const press = (key: string) => page.keyboard.press(key);
/** On a phone the tables of paper are moved by the thumb, and their words stay words. */
const everyLook = [...deskLooks, ...phoneLooks];
const lookAt = (screen: string, looks = deskLooks) => look(page, screen, looks);

/** "297 × 210" of the first page, in mm, and how many pages. */
async function printed(): Promise<{ readonly size: string; readonly pages: number }> {
  const debug = await page.context().newCDPSession(page);
  const { data } = await debug.send('Page.printToPDF', { preferCSSPageSize: true });
  await debug.detach();
  const pdf = Buffer.from(data, 'base64').toString('latin1');
  const [, width = '0', height = '0'] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  const millimetres = (points: string) => Math.round((Number(points) / 72) * 25.4);
  return {
    size: `${millimetres(width)} × ${millimetres(height)}`,
    pages: pdf.match(/\/Type \/Page\b/g)?.length ?? 0,
  };
}

/** Tables that a grid holds on paper: a grid has no room for headings repeated on a next page, what follows is printed over rows. */
async function tablesInGrids(): Promise<number> {
  await page.emulateMedia({ media: 'print' });
  const found = await page.evaluate(() => {
    const isHeld = (element: Element): boolean => {
      if (element.matches('table')) return isHeld(element.parentElement ?? document.body);
      if (/grid|flex/.test(getComputedStyle(element).display)) return true;
      return !element.matches('.page') && element.parentElement !== null && isHeld(element.parentElement);
    };
    return [...document.querySelectorAll('.page table')].filter(isHeld).length;
  });
  await page.emulateMedia({ media: null });
  return found;
}

/** Says yes to what a cell asks, until it stands so. */
async function answerYes(isSo: () => Promise<boolean>): Promise<void> {
  const yes = page.getByRole('button', { name: 'Đúng, ghi như vậy' });
  await expect
    .poll(async () => {
      if (await yes.isVisible()) await yes.click();
      return isSo();
    })
    .toBe(true);
}

describe('a sheet of the book', () => {
  test('stands as on paper, with a code that opens the household and no name in it', async () => {
    await openHouseholdOf(page, 'hoa', WIFE);
    await page.getByRole('link', { name: 'Trang sổ A0' }).click();
    await page.getByRole('heading', { name: 'Mục I. Thông tin cơ bản' }).waitFor();
    await page.getByRole('img', { name: 'Mã để mở hộ này trong sổ' }).waitFor();
    const headers = await page.locator('.sheet-table').first().getByRole('columnheader').allTextContents();
    expect(headers).toEqual([
      'TT',
      'Mã đối tượng (Số thẻ BHYT)',
      'Họ và tên',
      'Quan hệ với chủ hộ',
      'Giới tính',
      'Ngày sinh',
      'Dân tộc',
      'Trình độ học vấn',
      'Tình trạng hôn nhân',
      'Tình trạng cư trú',
    ]);
    await lookAt('sheet');
  });

  test('a line that is left is saved; Enter goes down, the arrows go up and down', async () => {
    await cell('Họ và tên', 2).fill('Nguyễn Thị Hòa');
    await press('Enter');
    await page.getByText('Đã lưu trên máy').waitFor();
    expect(await cell('Họ và tên', 3).evaluate((element) => element === document.activeElement)).toBe(true);
    await press('ArrowUp');
    expect(await cell('Họ và tên', 2).evaluate((element) => element === document.activeElement)).toBe(true);
    // A mended line is no change of anybody's life: Mục III does not tell of it.
    expect(await page.locator('.sheet-part').last().getByText('Thay đổi thông tin cơ bản').count()).toBe(0);
  });

  test('a new line adds a person, typed with Tab alone; what is wrong says so and stays', async () => {
    const before = await lines();
    await cell('Họ và tên', before).fill('Trần Quốc Thịnh');
    await press('Tab');
    await type('3');
    await press('Tab');
    await type('nam');
    await press('Tab');
    await type('31/2/2024');
    await press('Enter');
    await page.getByText(/Dòng này chưa lưu: Ngày sinh: không có ngày này trong lịch/).waitFor();
    await lookAt('sheet-wrong');
    // Left as it is, it waits at home, and is gone on with.
    await page.getByRole('button', { name: 'Quay lại' }).click();
    await page.getByRole('link', { name: 'Hôm nay', exact: true }).click();
    await page.getByRole('link', { name: /^Sổ A0 – hộ/ }).click();
    await expect.poll(() => cell('Họ và tên', before).inputValue()).toBe('Trần Quốc Thịnh');
    expect(await cell('Ngày sinh', before).inputValue()).toBe('31/2/2024');
    const age = page.locator(`tr[data-line="${before}"] .sheet-age`);
    expect(await age.textContent()).toBe('');
    // The age stands beside the date as it is typed, and moves nothing.
    const height = async () => (await page.locator(`tr[data-line="${before}"]`).boundingBox())?.height;
    const still = await height();
    await cell('Ngày sinh', before).fill('5/3/1984');
    await expect.poll(() => age.textContent()).toMatch(/^4\d tuổi$/);
    await cell('Ngày sinh', before).fill('5/3/2024');
    await expect.poll(() => age.textContent()).toMatch(/^\d+ (tuổi|tháng tuổi)$/);
    expect(await height()).toBe(still);
    await press('Tab');
    await type('kinh');
    await press('Tab');
    await press('Tab');
    await type('chua');
    await press('Tab');
    await type('dang');
    await press('Enter');
    await expect.poll(lines).toBe(before + 1);
    // The next person is typed at once.
    await expect
      .poll(() => cell('Họ và tên', before + 1).evaluate((element) => element === document.activeElement))
      .toBe(true);
    expect(await cell('Ngày sinh', before).inputValue()).toBe('05/03/2024');
    expect(await cell('Giới tính', before).inputValue()).toBe('Nam');
  });

  test('card numbers stand behind their own door too; one that is typed is saved with its line', async () => {
    expect(await page.getByLabel('Mã đối tượng (Số thẻ BHYT), dòng 1').count()).toBe(0);
    await page.getByRole('button', { name: 'Mở cột mã đối tượng (lần xem được ghi lại)' }).click();
    const card = page.getByLabel('Mã đối tượng (Số thẻ BHYT), dòng 1');
    await card.fill('GD4010123456789');
    await press('Enter');
    await page.getByText('Đã lưu trên máy').first().waitFor();
    await page.getByRole('button', { name: 'Che cột mã đối tượng' }).click();
    expect(await card.count()).toBe(0);
  });

  test('Mục II opens behind its own door, is typed month by month, and is never on paper', async () => {
    const grid = page.getByRole('table', { name: /Nguyễn Thị Hòa/ });
    expect(await grid.count()).toBe(0);
    await page.getByRole('button', { name: /^Mở Mục II của Nguyễn Thị Hòa/ }).click();
    await grid.waitFor();
    expect(await grid.getByRole('row').count()).toBe(6);
    const month = (number: number) => grid.getByLabel(`Tháng ${number} năm 2026`);
    await month(2).fill('9');
    await press('Tab');
    await page.getByText(/^Nhập một mã: 1 Vòng/).waitFor();
    await month(2).fill('4');
    await press('Tab');
    await answerYes(async () => (await month(3).inputValue()) === '4');
    await month(5).fill('');
    await press('Tab');
    await answerYes(async () => (await month(5).inputValue()) === '' && (await month(6).inputValue()) === '');
    await lookAt('sheet-grid');
    await page.emulateMedia({ media: 'print' });
    expect(await grid.isVisible()).toBe(false);
    expect(await page.locator('.sheet-age').first().isVisible()).toBe(false);
    expect(await page.getByRole('heading', { name: 'Mục I. Thông tin cơ bản' }).isVisible()).toBe(true);
    await page.emulateMedia({ media: null });
    expect((await printed()).size).toBe('297 × 210');
  });
});

describe('on paper', () => {
  test('the cover of the book and its areas, the village’s households, and a blank slip of eleven tables', async () => {
    await page.goto(hub.address);
    await page.getByLabel('Mã PIN', { exact: true }).fill('290417');
    await page.getByRole('button', { name: 'Mở khóa' }).click();
    await page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name: 'Sổ A0' }).click();
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByRole('link', { name: 'In bìa sổ, bảng kê địa bàn' }).click();
    await page.getByRole('heading', { level: 1, name: 'Sổ A0 · Sổ ghi chép ban đầu về dân số' }).waitFor();
    await page.getByRole('img', { name: 'Mã để mở sổ của thôn này' }).waitFor();
    const told = await page.getByRole('definition').allTextContents();
    expect(told.slice(0, 3)).toEqual(['Tỉnh Mẫu', 'Xã Suối Mẫu', 'Thôn Đồng Bưởi']);
    expect(told[4]).toMatch(/^Thôn Đồng Bưởi\. Từ hộ số 1 đến hộ số \d+$/);
    const areas = page.getByRole('table').first().getByRole('row').nth(1);
    expect(await areas.textContent()).toMatch(/^1Thôn Đồng Bưởi\d+ hộ, từ hộ số 1–\d+/);
    await lookAt('cover', everyLook);
    expect((await printed()).size).toBe('210 × 297');
    // The cover, and a page for each area.
    expect(await onPaper(page, 'cover')).toBe(1 + (await page.getByRole('table').count()));
    await page.getByRole('button', { name: 'Quay lại' }).click();
    await page.getByRole('link', { name: 'In danh sách hộ' }).click();
    await page.getByRole('heading', { level: 1, name: /^Danh sách hộ/ }).waitFor();
    await lookAt('village-print', everyLook);
    const list = await printed();
    expect(list.size).toBe('210 × 297');
    expect(list.pages).toBeGreaterThan(1);
    await page.getByRole('button', { name: 'Quay lại' }).click();
    await page.getByRole('link', { name: 'In phiếu P0 trống' }).click();
    await page.getByRole('heading', { name: '11. Người cao tuổi khám sức khỏe' }).waitFor();
    await lookAt('blank-slip', everyLook);
    expect((await printed()).size).toBe('297 × 210');
    expect(await tablesInGrids()).toBe(0);
  });

  test('the month’s visits, with nothing of why', async () => {
    await page.getByRole('button', { name: 'Quay lại' }).click();
    await page.getByRole('link', { name: 'In danh sách thăm hộ' }).click();
    await page.getByRole('heading', { level: 1, name: /^Danh sách thăm hộ tháng/ }).waitFor();
    await page.getByRole('row').nth(1).waitFor();
    const text = (await page.getByRole('table').textContent()) ?? '';
    for (const reason of ['thai', 'sàng lọc', 'tránh', 'khám']) expect(text.toLowerCase()).not.toContain(reason);
    await lookAt('visit-list', everyLook);
    expect(await tablesInGrids()).toBe(0);
    expect((await printed()).size).toBe('210 × 297');
    // Planned for at a meeting: a month to come is another list.
    const ahead = page.getByRole('radio').last();
    const month = ((await page.getByRole('group').locator('label').last().textContent()) ?? '').toLowerCase();
    await ahead.check();
    await page.getByRole('heading', { level: 1, name: `Danh sách thăm hộ ${month}` }).waitFor();
    await page.getByRole('row').nth(1).waitFor();
  });

  test('the month’s slip filled in, once it was asked for', async () => {
    await page.getByRole('button', { name: 'Quay lại' }).click();
    await page.getByRole('link', { name: 'Lập phiếu P0 tháng' }).click();
    const months = page.getByLabel('Tháng báo cáo');
    await months.waitFor();
    expect(await page.getByRole('table').count()).toBe(0);
    await months.selectOption({ index: 3 });
    await page.getByRole('button', { name: 'Lập phiếu từ sổ (lần xem được ghi lại)' }).click();
    await page.getByRole('heading', { name: '11. Người cao tuổi khám sức khỏe' }).waitFor();
    expect(await page.getByRole('table').count()).toBe(11);
    await lookAt('filled-slip', everyLook);
    expect((await printed()).size).toBe('297 × 210');
  });
});
