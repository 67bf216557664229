import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf, recordBirth } from '../phone-steps.ts';
import { look, phoneLooks } from '../screens/looking.ts';
import { startStoryHub } from '../story-hub.ts';
import { cameraFlags, catchLoop, writeFilm } from './seen-codes.ts';

/*
 * No network at the collaborator's, and no cable: the officer's phone looks at hers. What the one draws is filmed, and the
 * film is what the other one's camera sees.
 */

const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-by-loop-'));
const films = { field: join(scratch, 'field.y4m'), station: join(scratch, 'station.y4m') };
let hub: RunningHub;
let field: Browser;
let station: Browser;
let collaborator: Page;
let officer: Page;

beforeAll(async () => {
  hub = await startStoryHub(scratch);
  field = await openBrowser(join(scratch, 'field'), cameraFlags(films.field));
  station = await openBrowser(join(scratch, 'station'), cameraFlags(films.station));
  collaborator = await field.phone(hub.address);
  officer = await station.phone(hub.address);
  await activate(collaborator, hub.collaborator);
  await activate(officer, hub.officer);
});

afterAll(async () => {
  await field?.close();
  await station?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function openByLoop(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Thêm', exact: true }).click();
  await page.getByRole('link', { name: 'Tình trạng máy' }).click();
  await page.getByRole('link', { name: 'Đưa bằng mã QR' }).click();
  await page.getByRole('heading', { name: 'Đưa bằng mã QR' }).waitFor();
}

/** Screen and reader of codes are fetched behind an opened book, and then there without a network. */
async function hasReader(page: Page): Promise<void> {
  const kept = () =>
    page.evaluate(async () => (await (await caches.open('later')).keys()).map(({ url }) => url).join(' '));
  await expect.poll(kept, { timeout: 60_000 }).toMatch(/by-loop-.*decode-code-|decode-code-.*by-loop-/);
}

/** It lasts as long as the debugger that said it, which stays. */
async function letCamera(page: Page, setting: 'granted' | 'denied'): Promise<void> {
  const debug = await page.context().newCDPSession(page);
  await debug.send('Browser.setPermission', { permission: { name: 'camera' }, setting, origin: hub.address });
}

/** As when another app comes to the front: headless Chromium shows every page for ever. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, 'visibilityState', { value: 'hidden', configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
    Object.defineProperty(document, 'visibilityState', { value: 'visible', configurable: true });
  });
}

test('a birth without a network is shown as codes, and the officer’s phone reads them', async () => {
  await hasReader(collaborator);
  await openHouseholdOf(collaborator, 'nguyen thi hoa', 'Nguyễn Thị Hoà');
  await field.context.setOffline(true);
  await recordBirth(collaborator, { mother: 'Nguyễn Thị Hoà', child: 'Nguyễn Văn Mã', sex: 'Nam', order: 2 });
  await openByLoop(collaborator);
  await look(collaborator, 'by-loop', phoneLooks);
  await collaborator.getByRole('button', { name: 'Chiếu việc chờ gửi' }).click();
  const pictures = await catchLoop(collaborator);
  expect(pictures.length).toBeGreaterThan(1);
  await look(collaborator, 'show-loop', phoneLooks);
  await collaborator.getByRole('button', { name: 'Dừng' }).click();

  // Without a film there is no camera; then there is one, and it is not allowed.
  await openByLoop(officer);
  await officer.getByRole('button', { name: 'Bật máy ảnh để đọc mã' }).click();
  await officer.getByText('Máy này không có máy ảnh').waitFor();
  const [first, ...others] = pictures;
  writeFilm(films.station, [undefined, ...others, ...others]);
  await letCamera(officer, 'denied');
  await officer.getByRole('button', { name: 'Đọc tiếp' }).click();
  await officer.getByText('Máy ảnh chưa được phép dùng').waitFor();
  await look(officer, 'camera-refused', phoneLooks);

  // The first code is out of sight: all others are read, then the screen goes elsewhere.
  await letCamera(officer, 'granted');
  await officer.getByRole('button', { name: 'Đọc tiếp' }).click();
  await officer.getByText(`Đã đọc ${others.length}/${pictures.length} mã`).waitFor();
  await look(officer, 'read-loop', phoneLooks);
  await hide(officer);
  await officer.getByText('Máy ảnh đã tắt vì màn hình chuyển sang chỗ khác').waitFor();
  writeFilm(films.station, [others.at(-1), undefined, first]);
  await officer.getByRole('button', { name: 'Đọc tiếp' }).click();
  await officer.getByText('Đã đọc đủ').waitFor();
  await officer.getByText('Đã nhận 1 gói của máy khác').waitFor();
});

test('the hub’s answers come back from screen to camera', async () => {
  await officer.getByRole('button', { name: 'Gửi ngay' }).click();
  await officer.getByText('Máy chủ đã trả lời 1 gói').waitFor();
  await officer.getByRole('button', { name: 'Chiếu trả lời của máy chủ' }).click();
  writeFilm(films.field, await catchLoop(officer));

  await letCamera(collaborator, 'granted');
  await collaborator.getByRole('button', { name: 'Bật máy ảnh để đọc mã' }).click();
  await collaborator.getByText('Máy chủ đã nhận 1 mục của máy này').waitFor();
  await collaborator.getByText('Không có mục nào chờ gửi').first().waitFor();
  expect(await collaborator.getByText(/^Đã gửi lúc/).count()).toBe(1);
  await look(collaborator, 'loop-taken', phoneLooks);
});

test('a camera that another app has is told, and the file road is one press away', async () => {
  // The one thing that is played: Chromium's own camera is never taken by others.
  await collaborator.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('taken', 'NotReadableError'));
  });
  await collaborator.getByRole('button', { name: 'Bật máy ảnh để đọc mã' }).click();
  await collaborator.getByText('Không mở được máy ảnh').waitFor();
  await collaborator.getByRole('link', { name: 'Gửi bằng tệp' }).click();
  await collaborator.getByRole('heading', { name: 'Gửi bằng tệp' }).waitFor();
});
