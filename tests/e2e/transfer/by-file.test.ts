import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf, recordBirth } from '../phone-steps.ts';
import { look, phoneLooks } from '../screens/looking.ts';
import { startStoryHub } from '../story-hub.ts';

/* No network at the collaborator's: her work goes as a file through the officer's phone, and the answers come back so. */

const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-by-file-'));
let hub: RunningHub;
let field: Browser;
let station: Browser;
let collaborator: Page;
let officer: Page;

beforeAll(async () => {
  hub = await startStoryHub(scratch);
  field = await openBrowser(join(scratch, 'field'));
  station = await openBrowser(join(scratch, 'station'));
  collaborator = await field.phone(hub.address);
  officer = await station.phone(hub.address);
  await activate(collaborator, hub.collaborator);
  await activate(officer, hub.officer);
  // The whole app is on her phone before she goes where there is no network.
  await collaborator.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
});

afterAll(async () => {
  await field?.close();
  await station?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function openByFile(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Thêm', exact: true }).click();
  await page.getByRole('link', { name: 'Tình trạng máy' }).click();
  await page.getByRole('link', { name: 'Gửi bằng tệp' }).click();
  await page.getByRole('heading', { name: 'Gửi bằng tệp' }).waitFor();
}

/** Presses the button and keeps what it hands to the browser's downloads. @returns path of the file */
async function download(page: Page, button: string, name: string): Promise<string> {
  await page.evaluate(() => {
    const original = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      void blob.text().then((text) => document.body.setAttribute('data-saved', text));
      return original(blob);
    };
  });
  await page.getByRole('button', { name: button }).click();
  await expect.poll(() => page.getAttribute('body', 'data-saved')).toContain('So Dan So');
  const path = join(scratch, name);
  writeFileSync(path, (await page.getAttribute('body', 'data-saved')) ?? '');
  return path;
}

test('a birth without a network goes as a file, and is sent by the officer’s phone', async () => {
  await openHouseholdOf(collaborator, 'nguyen thi hoa', 'Nguyễn Thị Hoà');
  await field.context.setOffline(true);
  await recordBirth(collaborator, { mother: 'Nguyễn Thị Hoà', child: 'Nguyễn Văn Tệp', sex: 'Nam', order: 2 });
  await openByFile(collaborator);
  await look(collaborator, 'by-file', phoneLooks);
  const work = await download(collaborator, 'Lưu việc chờ gửi thành tệp', 'work.txt');

  await openByFile(officer);
  await officer.setInputFiles('input[type=file]', work);
  await officer.getByText('Đã nhận 1 gói của máy khác').waitFor();
  await officer.getByRole('button', { name: 'Gửi ngay' }).click();
  await officer.getByText('Máy chủ đã trả lời 1 gói').waitFor();
  const answers = await download(officer, 'Lưu trả lời của máy chủ thành tệp', 'answers.txt');

  await collaborator.setInputFiles('input[type=file]', answers);
  await collaborator.getByText('Máy chủ đã nhận 1 mục của máy này').waitFor();
  await collaborator.getByText('Không có mục nào chờ gửi').waitFor();
  expect(await collaborator.getByText(/^Đã gửi lúc/).count()).toBe(1);
});

test('with a network again both hold the same, and the hub certifies it', async () => {
  await field.context.setOffline(false);
  await collaborator.getByRole('button', { name: 'Quay lại' }).click();
  await collaborator.getByRole('button', { name: 'Xin giấy xác nhận' }).click();
  await collaborator.getByText('Máy chủ ký xác nhận lúc').waitFor();
  await collaborator.getByText(/^Đã gửi đủ ✓ · \d\d:\d\d$/).waitFor();
  await look(collaborator, 'device', phoneLooks);
});
