import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import { freePort, type RunningHub, startHub } from '../hub.ts';
import { activate, openHouseholdOf, unlock } from '../phone-steps.ts';

/*
 * The hub gets a new version of the app while a collaborator stands at a door with a half-filled form. The tree is
 * copied and really built again under another version.
 */

const ROOT = join(import.meta.dirname, '..', '..', '..');
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-update-'));
const tree = join(scratch, 'tree');
const port = await freePort();
let hub: RunningHub;
let browser: Browser;
let page: Page;

function copyTree(): void {
  mkdirSync(tree);
  for (const part of ['server', 'src', 'sw', 'public', 'vite.config.ts', 'tsconfig.json']) {
    cpSync(join(ROOT, part), join(tree, part), { recursive: true });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
}

function buildVersion(version: string): void {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  writeFileSync(join(tree, 'package.json'), JSON.stringify({ ...Object(manifest), version }));
  const built = spawnSync(join(ROOT, 'node_modules', '.bin', 'vite'), ['build', '--logLevel', 'error'], {
    cwd: tree,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(built.stderr);
}

async function bringOut(version: string): Promise<void> {
  buildVersion(version);
  await hub?.stop();
  hub = await startHub(join(scratch, 'hub'), port, [], tree);
}

/** What the browser does by itself once a day and at each opening; resolves when the new version stands ready. */
async function lookForUpdate(): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const coming = registration.installing ?? registration.waiting;
    if (!coming) throw new Error('no new version was found');
    await new Promise<void>((resolve) => {
      const look = () => (coming.state === 'installed' ? resolve() : undefined);
      coming.addEventListener('statechange', look);
      look();
    });
  });
}

async function versionShown(): Promise<string> {
  await page.getByRole('link', { name: 'Thêm' }).click();
  await page.getByRole('link', { name: 'Tình trạng máy' }).click();
  const row = page.locator('dl > div', { hasText: 'Phiên bản' }).locator('dd');
  const version = await row.textContent();
  await page.getByRole('link', { name: 'Hôm nay' }).click();
  return version ?? '';
}

beforeAll(async () => {
  copyTree();
  await bringOut('1.0.1');
  browser = await openBrowser(join(scratch, 'phone'));
  page = await browser.phone(hub.address);
  await activate(page, hub.collaborator);
});

afterAll(async () => {
  await browser?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

test('a new version says nothing under an open form; the home screen offers it, and waits until nothing is half written', async () => {
  expect(await versionShown()).toBe('1.0.1');
  await openHouseholdOf(page, 'hoa', 'Nguyễn Thị Hoà');
  await page.getByRole('button', { name: 'Ghi biến động' }).click();
  await page.getByRole('button', { name: 'Sinh', exact: true }).click();
  await page.getByLabel('Họ và tên con').fill('Lê Thị Thảo Vy');
  await bringOut('1.0.2');
  await lookForUpdate();
  expect(await page.getByLabel('Họ và tên con').inputValue()).toBe('Lê Thị Thảo Vy');
  expect(await page.getByText('Có bản mới').count()).toBe(0);

  await page.getByRole('button', { name: 'Tiếp tục' }).click();
  await page.getByText('Còn 3 chỗ cần sửa').waitFor();
  await page.getByRole('button', { name: 'Quay lại' }).click();
  await page.getByRole('link', { name: 'Hôm nay' }).click();
  await page.getByRole('heading', { name: 'Có bản mới' }).waitFor();
  await page.getByRole('button', { name: 'Cập nhật' }).click();
  await page.getByText('Còn phần đang ghi dở').waitFor();
  await page.getByText('Sinh – hộ 12').waitFor();
  await page.getByRole('button', { name: 'Bỏ: Sinh – hộ 12' }).click();
  await page.getByRole('button', { name: 'Cập nhật' }).click();
  await unlock(page);
  await page.getByLabel('Tìm hộ, người').waitFor();
  expect(await page.getByText('Có bản mới').count()).toBe(0);
  expect(await versionShown()).toBe('1.0.2');
});

test('a version that was left waiting is offered again at the next opening', async () => {
  await bringOut('1.0.3');
  await lookForUpdate();
  await page.reload();
  await unlock(page);
  await page.getByRole('heading', { name: 'Có bản mới' }).waitFor();
  expect(await versionShown()).toBe('1.0.2');
});
