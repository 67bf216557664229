import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build } from 'vite';
import { openBrowser } from '../e2e/browsing/browser.ts';
import { account, type InventedHub, startInventedHub } from './invented-hub.ts';

const ROOT = join(import.meta.dirname, '..', '..');

export interface Office {
  readonly hub: InventedHub;
  /** A page of the office PC, on the door. */
  readonly sit: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** The built console, a hub invented for it, and a real Chromium. */
export async function openOffice(): Promise<Office> {
  const scratch = mkdtempSync(join(tmpdir(), 'console-'));
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'error',
    mode: 'production',
    build: { outDir: join(scratch, 'dist') },
  });
  const hub = await startInventedHub(join(scratch, 'dist'));
  const browser = await openBrowser(join(scratch, 'profile'));
  return {
    hub,
    sit: async () => {
      const page = await browser.desk();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.goto(hub.address);
      return page;
    },
    close: async () => {
      await browser.close();
      await hub.close();
      rmSync(scratch, { recursive: true, force: true });
    },
  };
}

export async function signIn(page: Page, password: string = account.next): Promise<void> {
  await page.getByLabel('Tên đăng nhập').fill(account.name);
  await page.getByLabel('Mật khẩu').fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
}

/** Someone who has been here before: past the door, at the report. */
export async function sitSignedIn(office: Office): Promise<Page> {
  office.hub.usePassword(account.next);
  const page = await office.sit();
  await signIn(page);
  await page.getByRole('table').waitFor();
  return page;
}
