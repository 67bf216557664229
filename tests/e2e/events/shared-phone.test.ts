import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { huntProfile } from '../hunt/profile.ts';
import { findNames } from '../hunt/traces.ts';
import { activate, type Delivery, fillBirth, openHouseholdOf, recordBirth, unlock } from '../phone-steps.ts';
import { look, phoneLooks } from '../screens/looking.ts';
import { startStoryHub } from '../story-hub.ts';

/*
 * One phone for two. The collaborator records without a network and leaves a form half done; the officer comes with a
 * code of her own, works, and sees nothing of it; with the page closed and locked the work of both is sent; the
 * collaborator comes back and finds hers. Each test goes on where the one before it stopped.
 */

const MOTHER = 'Nguyễn Thị Hoà';
const LAN_PIN = '290417';
const MAI_PIN = '975310';
const lansFirst: Delivery = { mother: MOTHER, child: 'Trịnh Kbqzà Thử', sex: 'Nữ', order: 2 };
const lansDraft: Delivery = { mother: MOTHER, child: 'Lương Vxjqế Nháp', sex: 'Nam', order: 3 };
const lansSecond: Delivery = { mother: MOTHER, child: 'Trịnh Wzkfữ Hai', sex: 'Nam', order: 3 };
const maisOwn: Delivery = { mother: MOTHER, child: 'Đặng Hjqwỡ Riêng', sex: 'Nữ', order: 3 };
const lansNames = [lansFirst, lansDraft, lansSecond].map(({ child }) => child);

const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-shared-'));
const profile = join(scratch, 'phone');
let hub: RunningHub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  hub = await startStoryHub(scratch);
  browser = await openBrowser(profile);
  // The browser stays when the app's last page is closed.
  await browser.context.newPage();
});

afterAll(async () => {
  await browser?.kill();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const heading = (name: string) => page.getByRole('heading', { level: 1, name }).waitFor();
const rowOf = (label: string) => page.getByRole('button', { name: new RegExp(`^${label}`) });
const mainMenu = (name: string) =>
  page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name }).click();

async function lock(): Promise<void> {
  await mainMenu('Thêm');
  await press('Khóa sổ ngay');
  await page.getByLabel('Mã PIN', { exact: true }).waitFor();
}

async function goToUsers(): Promise<void> {
  await press('Người khác dùng máy này');
  await heading('Ai dùng máy này?');
}

async function openAs(label: string, pin: string): Promise<void> {
  await goToUsers();
  await rowOf(label).click();
  await page.getByText(`Sổ của ${label}`).waitFor();
  await unlock(page, pin);
  await page.getByLabel('Tìm hộ, người').waitFor();
}

async function expectNothingOfLans(): Promise<void> {
  const shown = (await page.locator('body').textContent()) ?? '';
  expect(shown.length).toBeGreaterThan(100);
  expect(lansNames.filter((name) => shown.includes(name))).toEqual([]);
}

test('the collaborator records a birth without a network, leaves a form half done, and says what she is called', async () => {
  page = await browser.phone(hub.address);
  await activate(page, hub.collaborator, LAN_PIN);
  await openHouseholdOf(page, 'hoa', MOTHER);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.goto(hub.address);
  await page.getByRole('button', { name: 'Người khác dùng máy này' }).waitFor();
  expect(await page.getByText(/^Sổ của/).count()).toBe(0);
  await browser.context.setOffline(true);
  await unlock(page, LAN_PIN);
  await openHouseholdOf(page, 'hoa', MOTHER);
  await recordBirth(page, lansFirst);
  await page.getByText('1 mục chờ gửi').waitFor();
  await fillBirth(page, lansDraft);
  // Out of the form by the back button: what was answered is kept.
  while (!(await page.getByRole('navigation', { name: 'Các mục chính' }).isVisible())) await page.goBack();
  await mainMenu('Hôm nay');
  await page.getByText('Đang ghi dở').waitFor();
  await mainMenu('Thêm');
  await page.getByRole('link', { name: 'Tình trạng máy' }).click();
  await heading('Tình trạng máy');
  await page.getByLabel('Ký hiệu trên máy này').fill('Lan Anh');
  await press('Đổi ký hiệu');
  await page.getByText('1 đến 3 chữ cái hoặc số, viết liền').waitFor();
  await look(page, 'shared-device', phoneLooks);
  await page.getByLabel('Ký hiệu trên máy này').fill('lan');
  await press('Đổi ký hiệu');
  await page.getByText('Đã đổi ký hiệu').waitFor();
  await page.close();
});

test('a link with the officer’s code leads to a further user; broken off, the collaborator’s door stands as it was', async () => {
  await browser.context.setOffline(false);
  page = await browser.phone(`${hub.address}/#ma=${hub.officer}`);
  await heading('Thêm người dùng');
  expect(await page.getByLabel('Mã kích hoạt').inputValue()).toBe(hub.officer);
  expect(page.url()).not.toContain('ma=');
  await look(page, 'shared-adding', phoneLooks);
  await press('Tiếp tục');
  await heading('Thẻ khôi phục');
  await page.close();

  page = await browser.phone(hub.address);
  await heading('Sổ đang khóa');
  await goToUsers();
  await rowOf('LAN').waitFor();
  await look(page, 'shared-users-one', phoneLooks);
  await press('Quay lại');
  await unlock(page, LAN_PIN);
  await page.getByText('Đang ghi dở').waitFor();
  await lock();
});

test('she goes on where she broke off; her screens say nothing of the other’s work, drafts and names', async () => {
  await goToUsers();
  await press('Thêm người dùng');
  await page.getByText('Lần kích hoạt trước chưa xong').waitFor();
  // Whoever holds the phone cannot go on with somebody else's code.
  expect(await page.getByLabel('Mã kích hoạt').inputValue()).toBe('');
  expect(await page.locator('body').textContent()).not.toContain(hub.officer);
  await look(page, 'shared-unfinished', phoneLooks);
  await page.getByLabel('Mã kích hoạt').fill(hub.officer);
  await press('Tiếp tục');
  await heading('Thẻ khôi phục');
  await press('Tiếp tục');
  await page.getByLabel('Mã PIN', { exact: true }).fill(MAI_PIN);
  await page.getByLabel('Nhập lại mã PIN').fill(MAI_PIN);
  await page.getByLabel('Ký hiệu trên máy này').fill('lan');
  await press('Tiếp tục');
  await page.getByText('Người khác trên máy này đã dùng ký hiệu ấy').first().waitFor();
  await look(page, 'shared-pin', phoneLooks);
  await page.getByLabel('Ký hiệu trên máy này').fill('m');
  await press('Tiếp tục');
  await page.getByLabel('Tìm hộ, người').waitFor();

  await openHouseholdOf(page, 'hoa', MOTHER);
  await page.goto(hub.address);
  await page.getByText('Sổ của M').waitFor();
  await unlock(page, MAI_PIN);
  await page.getByLabel('Tìm hộ, người').waitFor();
  expect(await page.getByText('Đang ghi dở').count()).toBe(0);
  await expectNothingOfLans();
  // What is half done stays with its writer, sought by whatever name.
  await page.getByLabel('Tìm hộ, người').fill(lansDraft.child);
  await page.getByText(/Không tìm thấy/).waitFor();
  await page.goto(`${hub.address}/more/device`);
  await page.getByText('Sổ của M').waitFor();
  await unlock(page, MAI_PIN);
  await heading('Tình trạng máy');
  await page.getByText('Trước khi xóa hoặc giao máy').waitFor();
  expect(await page.getByText(/\d phiếu đang làm dở/).count()).toBe(0);
  await expectNothingOfLans();
});

test('each writes without a network; with the page closed and locked, what both wrote is sent', async () => {
  // What waited of the collaborator has left by itself since.
  await hub.heard('/sync/envelopes');
  await browser.context.setOffline(true);
  await page.goto(hub.address);
  await unlock(page, MAI_PIN);
  await openHouseholdOf(page, 'hoa', MOTHER);
  await recordBirth(page, maisOwn);
  await page.getByText('1 mục chờ gửi').waitFor();
  await lock();
  await openAs('LAN', LAN_PIN);
  expect(await page.getByText('mục chờ gửi').count()).toBe(0);
  expect(await page.getByText(maisOwn.child).count()).toBe(0);
  await openHouseholdOf(page, 'hoa', MOTHER);
  expect(await page.getByText(maisOwn.child).count()).toBe(0);
  await recordBirth(page, lansSecond);
  await page.getByText('1 mục chờ gửi').waitFor();
  const before = hub.count('/sync/envelopes');
  await page.close();
  await browser.context.setOffline(false);
  await hub.heard('/sync/envelopes', before + 2);
});

test('the collaborator comes back and finds hers; her PIN opens no other door, and pages of the other’s are not behind "back"', async () => {
  page = await browser.phone(hub.address);
  await page.getByText('Sổ của LAN').waitFor();
  await unlock(page, LAN_PIN);
  await page.getByText(/Đã gửi lúc \d\d:\d\d/).waitFor();
  await page.getByText('Đang ghi dở').waitFor();
  await openHouseholdOf(page, 'kbqza', lansFirst.child);
  await page.getByText(lansSecond.child).first().waitFor();
  const household = new URL(page.url()).pathname;
  await page.goto(`${hub.address}${household}`);
  await goToUsers();
  await rowOf('M').waitFor();
  await look(page, 'shared-users', phoneLooks);
  await rowOf('M').click();
  await page.getByText('Sổ của M').waitFor();
  await look(page, 'shared-lock', phoneLooks);
  await unlock(page, LAN_PIN);
  await page.getByText('Mã PIN chưa đúng').waitFor();
  await page.goBack();
  await heading('Sổ đang khóa');
  expect(new URL(page.url()).pathname).toBe('/');
  await unlock(page, MAI_PIN);
  // Sent by now, it is the commune's: the officer's book has it from the hub.
  await openHouseholdOf(page, 'wzkfu', lansSecond.child);
  await lock();
});

test('in a second tab the book is taken over, by whichever user; the first tab’s is closed', async () => {
  await openAs('LAN', LAN_PIN);
  const first = page;
  page = await browser.phone(`${hub.address}/users`);
  await press('Dùng ở thẻ này');
  await rowOf('M').click();
  await unlock(page, MAI_PIN);
  await page.getByLabel('Tìm hộ, người').waitFor();
  await first.getByText('Sổ đang mở ở một thẻ khác').waitFor();
  await lock();
  await page.close();
  page = first;
  await page.getByText('Sổ của M').waitFor();
  await unlock(page, MAI_PIN);
  // A page in which another's book was open begins anew.
  await page.waitForEvent('load');
  await unlock(page, MAI_PIN);
  await page.getByLabel('Tìm hộ, người').waitFor();
  await lock();
});

test('when all is sent she removes her own book from the phone; the other’s stays', async () => {
  await openAs('LAN', LAN_PIN);
  await page.getByRole('button', { name: /^Bỏ: / }).first().click();
  await mainMenu('Thêm');
  await page.getByRole('link', { name: 'Tình trạng máy' }).click();
  expect(await page.getByRole('button', { name: 'Xóa sổ của tôi khỏi máy này' }).count()).toBe(0);
  await press('Xin giấy xác nhận đã gửi đủ');
  await press('Xóa sổ của tôi khỏi máy này');
  await look(page, 'shared-leave', phoneLooks);
  await press('Xóa khỏi máy này');
  await heading('Ai dùng máy này?');
  await rowOf('M').waitFor();
  expect(await page.locator('.ledger-title').allTextContents()).toEqual(['M']);
  await rowOf('M').click();
  await unlock(page, MAI_PIN);
  await openHouseholdOf(page, 'hjqwo', maisOwn.child);
  await lock();
});

test('nothing of either was ever readable in the browser’s files', async () => {
  await browser.kill();
  const names = [...lansNames, maisOwn.child, MOTHER];
  const hunted = huntProfile(profile, findNames(names));
  browser = await openBrowser(profile);
  expect(hunted.found).toEqual([]);
  expect(hunted.bytes).toBeGreaterThan(1_000_000);
});
