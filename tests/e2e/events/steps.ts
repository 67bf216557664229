import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/* What the collaborator does at a door, by the words she sees. */

export async function openHouseholdNumber(page: Page, number: number): Promise<void> {
  await page.getByLabel('Tìm hộ, người').fill(String(number));
  await page
    .getByRole('link', { name: new RegExp(`Hộ ${number} ·`) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: `Hộ số ${number}` }).waitFor();
}

/** From a household's page to the first page of a form. */
export async function beginEvent(page: Page, form: string): Promise<void> {
  await page.getByRole('button', { name: 'Ghi biến động' }).click();
  await page.getByRole('button', { name: form, exact: true }).click();
  await page.getByText(/^Giải thích$/).waitFor();
}

/** The first person that a form offers. */
export async function chooseFirst(page: Page): Promise<void> {
  await page.getByRole('radio').first().check();
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/**
 * As a hand at a mouse does it: what the cell showed that was typed in has gone before the button is let go.
 * @param drift px the pointer moves meanwhile
 */
export async function pressSlowly(page: Page, name: string, drift: number): Promise<void> {
  const button = page.getByRole('button', { name, exact: true });
  await button.scrollIntoViewIfNeeded();
  const place = await button.boundingBox();
  if (place === null) throw new Error(`${name} is not drawn`);
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await expect.poll(async () => (await button.boundingBox())?.y).not.toBe(place.y);
  await page.mouse.move(place.x + place.width / 2 + drift, place.y + place.height / 2);
  await page.mouse.up();
}

export async function savedAtHousehold(page: Page): Promise<void> {
  await page.getByText(/^Đã lưu trên máy/).waitFor();
}

/** To the home screen with its search box, from anywhere in the book. */
export async function goHome(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name: 'Hôm nay' }).click();
  await page.getByLabel('Tìm hộ, người').waitFor();
}

/** "Gửi ngay", until the hub has answered: what was saved before the press is there. */
export async function sendNow(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Gửi ngay' }).first().click();
  await page.getByText(/^Đã hỏi máy chủ lúc/).waitFor();
}

/** The same from anywhere in the book. */
export async function send(page: Page): Promise<void> {
  await goHome(page);
  await sendNow(page);
}

/** What is typed is kept a third of a second after the last key; nobody turns a page off sooner than she can look up. */
export async function looksUp(page: Page): Promise<void> {
  const typed = await page.evaluate(() => performance.now());
  await page.waitForFunction((since) => performance.now() > since + 1_500, typed);
}
