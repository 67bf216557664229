import type { Page } from 'playwright-core';

/* What a person does on the phone, by the words she sees. */

export const PIN = '290417';

/** Types the code, reads the card, chooses a PIN. Returns the card's words. */
export async function activate(page: Page, code: string, pin = PIN): Promise<readonly string[]> {
  await page.getByLabel('Mã kích hoạt').fill(code);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByRole('heading', { name: 'Thẻ khôi phục' }).waitFor();
  const card = await page.locator('.card-words li').allTextContents();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Mã PIN', { exact: true }).fill(pin);
  await page.getByLabel('Nhập lại mã PIN').fill(pin);
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByLabel('Tìm hộ, người').waitFor();
  return card;
}

export async function unlock(page: Page, pin = PIN): Promise<void> {
  await page.getByLabel('Mã PIN', { exact: true }).fill(pin);
  await page.getByRole('button', { name: 'Mở khóa' }).click();
}

/** Finds a person by typing and opens her household. */
export async function openHouseholdOf(page: Page, typed: string, name: string): Promise<void> {
  await page.getByLabel('Tìm hộ, người').fill(typed);
  await page.getByRole('link', { name }).first().click();
  await page.getByRole('button', { name: 'Ghi biến động' }).waitFor();
}

export interface Delivery {
  readonly mother: string;
  readonly child: string;
  readonly sex: 'Nam' | 'Nữ';
  readonly order: number;
}

/** Records a birth of today at the commune's station, up to the last "Lưu". */
export async function fillBirth(page: Page, { mother, child, sex, order }: Delivery): Promise<void> {
  await page.getByRole('button', { name: 'Ghi biến động' }).click();
  await page
    .getByRole('button', { name: 'Sinh', exact: true })
    .or(page.getByRole('link', { name: 'Sinh', exact: true }))
    .click();
  await page.getByRole('radio', { name: mother }).check();
  await page.getByLabel('Họ và tên con').fill(child);
  await page.getByRole('radio', { name: sex, exact: true }).check();
  await page.getByRole('button', { name: 'Hôm nay', exact: true }).click();
  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await sayYes(page);
  await page.getByLabel('Con thứ mấy').fill(String(order));
  await page.getByRole('group', { name: 'Nơi' }).getByRole('radio').first().check();
  await page.getByRole('radio', { name: 'Không', exact: true }).check();
}

/** A second birth of one mother within seven months is asked about. */
export async function sayYes(page: Page): Promise<void> {
  const yes = page.getByRole('button', { name: 'Đúng, ghi như vậy' });
  await yes.or(page.getByLabel('Con thứ mấy')).first().waitFor();
  if (await yes.isVisible()) await yes.click();
}

export async function recordBirth(page: Page, delivery: Delivery): Promise<void> {
  await fillBirth(page, delivery);
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  await page.getByText('Đã lưu trên máy').waitFor();
}
