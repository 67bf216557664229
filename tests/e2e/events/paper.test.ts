import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf, unlock } from '../phone-steps.ts';
import { type Look, look, phoneLooks } from '../screens/looking.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { inventedMother } from './invented-mother.ts';
import { goHome, looksUp, press, pressSlowly } from './steps.ts';

/*
 * The officer types in a collaborator's paper P0 at the office PC, by keyboard alone, and records a check-up day for a
 * list. Each test goes on where the one before it stopped.
 */

const desk: readonly Look[] = [{ name: '1280', width: 1280, height: 800, isJudged: true }, ...phoneLooks];
const story = storyOfOneBrowser('paper');
let hub: RunningHub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
  page = await browser.desk(hub.address);
  await activate(page, hub.officer);
  await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
  await goHome(page);
});

afterAll(() => story.close());

/** Types the cells of a row, Enter after each. */
async function typeRow(...cells: readonly string[]): Promise<void> {
  for (const cell of cells) {
    await page.keyboard.type(cell);
    await page.keyboard.press('Enter');
  }
}

const line = (place: number) => page.getByRole('group', { name: `Dòng ${place}`, exact: true });
const firstCell = (place: number) => line(place).getByLabel('Hộ số');

/** The cursor stands in the first cell of the blank row of a table that is opened. */
async function inFirstCell(place = 1): Promise<void> {
  await expect.poll(() => firstCell(place).evaluate((cell) => cell === document.activeElement)).toBe(true);
}

/** Faster than the page draws: every cell of the row is blank and the row is left within one turn of the browser. */
async function clearInOneBreath(place: number): Promise<void> {
  await line(place).evaluate((row) => {
    for (const cell of row.querySelectorAll('input')) {
      cell.focus();
      cell.value = '';
      cell.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
    document.querySelector<HTMLElement>('h1')?.focus();
  });
}

function isFocused(button: string): Promise<boolean> {
  return page.getByRole('button', { name: button }).evaluate((one) => one === document.activeElement);
}

async function openTable(number: number, blank = 1): Promise<void> {
  await press(page, `Sang bảng ${number}`);
  await page.getByRole('heading', { level: 2, name: new RegExp(`^Bảng ${number}\\.`) }).waitFor();
  await inFirstCell(blank);
}

describe('a paper P0, typed in', () => {
  test('which village and which month', async () => {
    await page.getByRole('link', { name: 'Thêm', exact: true }).click();
    await page.getByRole('link', { name: 'Nhập phiếu P0 giấy' }).click();
    await press(page, 'Bắt đầu nhập');
    await page.getByText('Còn 2 chỗ cần sửa').waitFor();
    await look(page, 'paper-start', desk);
    await page.getByRole('group', { name: 'Thôn' }).getByRole('radio').first().check();
    await page.getByRole('group', { name: 'Phiếu của tháng' }).getByRole('radio').nth(1).check();
    await press(page, 'Bắt đầu nhập');
    await page.getByRole('heading', { level: 2, name: 'Bảng 1. Trẻ sinh ra' }).waitFor();
  });

  test('table 1: a few letters find the mother, a number the code, a day the date of the sheet’s month', async () => {
    await inFirstCell();
    await page.keyboard.type('12');
    await line(1)
      .getByText(/Nguyễn Thị Hoà/)
      .waitFor();
    await page.keyboard.press('Enter');
    // No ethnic group typed: the mother's.
    await typeRow('hoa', 'Trần Bảo Ngọc', 'nữ', '5', '2', '1', '0', '');
    expect(await line(1).getByLabel('Mẹ', { exact: true }).inputValue()).toBe('Nguyễn Thị Hoà');
    expect(await line(1).getByLabel('Giới tính của con').first().inputValue()).toBe('Nữ');
    expect(await line(1).getByLabel('Ngày sinh').inputValue()).toMatch(/^05\/\d\d\/\d{4}$/);
  });

  test('a row that cannot be says why, by its cell; nothing of the table is saved until it is mended', async () => {
    await page.keyboard.type('9999');
    await page.keyboard.press('Enter');
    await line(2).getByLabel('Mẹ', { exact: true }).fill('ai đó');
    await press(page, 'Lưu bảng này');
    await page
      .getByRole('alert')
      .getByText(/Không có hộ số này/)
      .waitFor();
    await look(page, 'paper-error', desk);
    expect(await page.getByText('Đã lưu trên máy').count()).toBe(0);
    await clearInOneBreath(2);
    await firstCell(2).focus();
    // Enter in the blank row at the end leads to the button.
    await page.keyboard.press('Enter');
    await expect.poll(() => isFocused('Lưu bảng này')).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Đã lưu trên máy: 1 dòng').waitFor();
    await look(page, 'paper-saved', desk);
  });

  test('twins typed as two rows: once the first is in the book the second is asked about, and then saved', async () => {
    const mother = inventedMother();
    for (const [place, name] of [
      [2, 'Bé Một'],
      [3, 'Bé Hai'],
    ] as const) {
      await firstCell(place).focus();
      await typeRow(mother.household, mother.name, name, 'nam', '7', mother.order, '1', '0', '');
    }
    await press(page, 'Lưu bảng này');
    await page.getByText('Đã lưu trên máy: 1 dòng').waitFor();
    await press(page, 'Đúng, ghi như vậy');
    await line(3).getByText('Dòng đã lưu').waitFor();
  });

  test('put down half way and taken up again: what was typed is there', async () => {
    await openTable(2);
    await typeRow('12', 'ngoc');
    await expect.poll(() => line(1).getByLabel('Trẻ được sàng lọc').inputValue()).toBe('Trần Bảo Ngọc');
    await looksUp(page);
    await page.goto(`${hub.address}/`);
    await unlock(page);
    await page.getByRole('link', { name: /^Nhập phiếu P0 giấy/ }).click();
    await openTable(2, 2);
    expect(await firstCell(1).inputValue()).toBe('12');
    expect(await line(1).getByLabel('Trẻ được sàng lọc').inputValue()).toBe('Trần Bảo Ngọc');
  });

  test('table 6 holds several events: the row says which, and asks what that one asks', async () => {
    await page.getByText('Mười một bảng của phiếu').click();
    await page.getByRole('link', { name: /^6\. / }).click();
    await page.getByRole('heading', { level: 2, name: /^Bảng 6/ }).waitFor();
    await inFirstCell();
    await typeRow('12', '3', 'quyet', '10');
    await line(1).getByLabel('Trình độ học vấn').fill('dai hoc');
    await firstCell(2).focus();
    await expect.poll(() => line(1).getByLabel('Trình độ học vấn').inputValue()).toBe('Đại học');
    await look(page, 'paper-several', desk);
    await press(page, 'Lưu bảng này');
    await page.getByText('Đã lưu trên máy: 1 dòng').waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 2, name: /^Bảng 2/ }).waitFor();
  });

  test('the newborn of table 1 is screened in table 2; no line that was typed is lost without a word', async () => {
    await line(1).getByLabel('Ngày sàng lọc').focus();
    await typeRow('7');
    await line(1).getByLabel('Suy giáp').fill('1');
    await press(page, 'Lưu bảng này');
    await page.getByText('Đã lưu trên máy: 1 dòng').waitFor();
    await openTable(3);
    await typeRow('12');
    await line(1)
      .getByText(/Nguyễn Thị Hoà/)
      .waitFor();
    await pressSlowly(page, 'Xong phiếu này', 300);
    await firstCell(1).focus();
    await line(1)
      .getByText(/Nguyễn Thị Hoà/)
      .waitFor();
    expect(await page.getByRole('heading', { name: 'Còn 1 dòng chưa lưu' }).count()).toBe(0);
    await pressSlowly(page, 'Xong phiếu này', 2);
    await page.getByRole('heading', { name: 'Còn 1 dòng chưa lưu' }).waitFor();
    await look(page, 'paper-unsaved', desk);
    await press(page, 'Xem bảng 3');
    expect(await firstCell(1).inputValue()).toBe('12');
    await firstCell(1).fill('');
  });

  test('the sheet is done and leaves no draft', async () => {
    await press(page, 'Xong phiếu này');
    await page.getByText('Đã xong phiếu P0').waitFor();
    expect(await page.getByRole('link', { name: /^Nhập phiếu P0 giấy/ }).count()).toBe(0);
  });
});

describe('a check-up day, told of a list', () => {
  test('the common answers once, then who, with the count always in sight', async () => {
    await page.getByRole('link', { name: 'Thêm', exact: true }).click();
    await page.getByRole('link', { name: 'Ghi theo danh sách' }).click();
    await page.getByRole('radio').first().check();
    await look(page, 'many-choose', desk);
    await press(page, 'Khám sức khỏe người cao tuổi');
    await press(page, 'Tiếp tục');
    await page.getByText('Còn 1 chỗ cần sửa').waitFor();
    await press(page, 'Hôm nay');
    await look(page, 'many-common', desk);
    await press(page, 'Tiếp tục');
    await page.getByText(/^0 \/ \d+ đã chọn$/).waitFor();
    await press(page, 'Lưu');
    await page.getByText('Chọn ít nhất một người').waitFor();
    for (const place of [0, 1, 2]) await page.getByRole('checkbox').nth(place).check();
    await page.getByText(/^3 \/ \d+ đã chọn$/).waitFor();
    await look(page, 'many-who', desk);
  });

  test('saved at once, undone at once', async () => {
    await press(page, 'Lưu cho 3 người');
    await page.getByText('Đã lưu trên máy: 3 người').waitFor();
    await press(page, 'Hoàn tác');
    await page.getByText('Đã hoàn tác').waitFor();
  });

  test('what belongs to no household: a new one, a loss without a name', async () => {
    await page.getByRole('link', { name: 'Thêm', exact: true }).click();
    await page.getByRole('link', { name: /^Lập hộ mới/ }).click();
    await page.getByRole('radio').first().check();
    await look(page, 'at-village', desk);
    await press(page, 'Lập hộ mới');
    await press(page, 'Tiếp tục');
    await page
      .getByText(/cần sửa|Xin xem lại/)
      .first()
      .waitFor();
    await look(page, 'household-new', desk);
    await page.getByLabel('Hộ số').fill('901');
    await page.getByRole('radio', { name: 'Hộ gia đình' }).check();
    await press(page, 'Tiếp tục');
    await press(page, 'Lưu');
    await page.getByRole('heading', { level: 1, name: 'Hộ số 901' }).waitFor();
    await page.getByText(/Đã lưu trên máy/).waitFor();
    await goHome(page);
  });

  test('a loss without a name: counted, and called so that a neighbour reads nothing', async () => {
    await page.getByRole('link', { name: 'Thêm', exact: true }).click();
    await page.getByRole('link', { name: /^Lập hộ mới/ }).click();
    await page.getByRole('radio').first().check();
    await press(page, 'Sảy thai (không nêu tên)');
    await press(page, 'Hôm nay');
    await page.getByRole('group', { name: 'Nhóm tuổi' }).getByRole('radio').nth(1).check();
    await press(page, 'Lưu');
    await page.getByText(/Đã lưu trên máy/).waitFor();
    await page.getByRole('link', { name: 'Thêm', exact: true }).click();
    await page.getByRole('link', { name: 'Hôm nay tôi đã ghi' }).click();
    await page
      .getByRole('button', { name: /^Ghi ở trang riêng/ })
      .first()
      .waitFor();
    expect(await page.getByText('Sảy thai').count()).toBe(0);
  });
});

describe('somebody found in the whole book', () => {
  test('moves to another household: found by typing, chosen by keyboard, changed once', async () => {
    await goHome(page);
    await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
    await press(page, 'Ghi biến động');
    await press(page, 'Chuyển trong xã');
    await page.getByRole('checkbox', { name: /Trần Văn Quyết/ }).check();
    await press(page, 'Hôm nay');
    const box = page.getByLabel('Tìm theo tên, số hộ, số điện thoại');
    await box.fill('khong co ai ten nay');
    await page.getByText('Không tìm thấy. Thử gõ ít chữ hơn.').waitFor();
    await box.fill('24');
    await page
      .getByRole('button', { name: /^Hộ 24 · / })
      .first()
      .waitFor();
    await look(page, 'picker', desk);
    await page
      .getByRole('button', { name: /^Hộ 24 · / })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    // The focus follows to what was chosen; the same key takes the choice back.
    await expect.poll(() => page.locator(':focus').textContent()).toBe('Chọn lại');
    await look(page, 'picked', desk);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator(':focus').getAttribute('type')).toBe('search');
    await page.keyboard.type('24');
    await page
      .getByRole('button', { name: /^Hộ 24 · / })
      .first()
      .click();
    await press(page, 'Lưu');
    // He is a head, and so is somebody there.
    await page.getByText(/^Hộ ấy đã có chủ hộ/).waitFor();
    await press(page, 'Đúng, ghi như vậy');
    await page.getByText(/Đã lưu trên máy/).waitFor();
    expect(await page.getByRole('link', { name: /^Trần Văn Quyết Chủ hộ/ }).count()).toBe(0);
  });
});
