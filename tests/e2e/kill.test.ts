import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from './browser.ts';
import { freePort, type RunningHub, startHub } from './hub.ts';
import { activate, fillBirth, openHouseholdOf, unlock } from './phone-steps.ts';

/*
 * A battery falls out while the collaborator saves: ten times, at ten different moments around "Lưu". The hub is out of
 * reach meanwhile, so that nothing leaves the phone by itself before it was counted.
 */

const KILLS = Number(process.env.KILLS ?? 10);
const MOTHER = 'Nguyễn Thị Hoà';
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-kill-'));
const port = await freePort();
const profile = join(scratch, 'phone');
let hub: RunningHub;
let browser: Browser;

beforeAll(async () => {
  hub = await startHub(join(scratch, 'hub'), port);
  browser = await openBrowser(profile);
  const page = await browser.phone(hub.address);
  await activate(page, hub.collaborator);
  await openHouseholdOf(page, 'hoa', MOTHER);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await hub.stop();
}, 120_000);

afterAll(async () => {
  await browser?.kill();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

async function openAgain(): Promise<Page> {
  await browser.kill();
  browser = await openBrowser(profile);
  const page = await browser.phone(hub.address);
  await unlock(page);
  await page.getByLabel('Tìm hộ, người').waitFor();
  return page;
}

/** Presses "Lưu" and kills the browser so many ms later. Tells whether "Đã lưu trên máy" was shown before. */
async function saveThenKill(page: Page, delayMs: number): Promise<boolean> {
  await page.getByRole('button', { name: 'Lưu', exact: true }).click();
  const shown = page.getByText('Đã lưu trên máy');
  const wasShown = await shown.waitFor({ timeout: delayMs }).then(
    () => true,
    () => false,
  );
  await browser.kill();
  return wasShown;
}

/** What one save leaves: the child in the household and one thing waiting, or neither. */
async function readSaved(page: Page, child: string): Promise<boolean> {
  await page.getByLabel('Tìm hộ, người').fill(child);
  const person = page.getByRole('link', { name: child });
  await person
    .or(page.getByText(/Không tìm thấy/))
    .first()
    .waitFor();
  return (await person.count()) > 0;
}

/** One save cut short. A half save would be a child without its birth, or the other way round: then the count differs. */
async function cutShort(page: Page, turn: number, waitingBefore: number): Promise<{ page: Page; waiting: number }> {
  const child = `Nguyễn Văn Thử Lần ${turn}`;
  await openHouseholdOf(page, 'hoa', MOTHER);
  await fillBirth(page, { mother: MOTHER, child, sex: 'Nam', order: 2 });
  const wasAcknowledged = await saveThenKill(page, 1 + turn * 15);
  const reopened = await openAgain();
  const isThere = await readSaved(reopened, child);
  if (wasAcknowledged) expect(isThere, `save ${turn} was acknowledged`).toBe(true);
  const waiting = waitingBefore + (isThere ? 1 : 0);
  if (waiting > 0) await reopened.getByText(`${waiting} mục chờ gửi`).waitFor();
  return { page: reopened, waiting };
}

describe('the browser is killed in the middle of a save', () => {
  test(`${KILLS} kills: no save that was acknowledged is lost, none is half`, async () => {
    let at = { page: await openAgain(), waiting: 0 };
    for (let turn = 0; turn < KILLS; turn++) at = await cutShort(at.page, turn, at.waiting);
    hub = await startHub(join(scratch, 'hub'), port);
    await at.page.getByRole('button', { name: 'Gửi ngay' }).click();
    if (at.waiting > 0) await at.page.getByText(/Đã gửi lúc/).waitFor();
  }, 400_000);
});
