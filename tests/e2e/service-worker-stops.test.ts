import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { activatedPhone } from '../workers/invented-phone.ts';
import { dispatchSync } from './between/service-worker.ts';
import { type Between, standBetween } from './between/stand-between.ts';
import { type Browser, openBrowser } from './browsing/browser.ts';
import { freePort, type RunningHub, startHub } from './hub.ts';
import { activate, openHouseholdOf, recordBirth, unlock } from './phone-steps.ts';

/*
 * The app is closed, and the system ends the service worker in the middle of a sending: before the hub has heard it, and
 * when its answer is on the way. What was saved stays, and goes up by the next event, once.
 */

const mother = 'Nguyễn Thị Hoà';
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-stops-'));
const port = await freePort();
let hub: RunningHub;
let between: Between;
let browser: Browser;
/** Same origin, but no app: it sees the outbox and sends nothing. */
let watcher: Page;
let devtools: CDPSession;

beforeAll(async () => {
  hub = await startHub(join(scratch, 'hub'), port);
  between = await standBetween(port);
  browser = await openBrowser(join(scratch, 'phone'));
  watcher = await browser.desk(`${between.address}/api/session`);
  devtools = await browser.context.newCDPSession(watcher);
  await devtools.send('ServiceWorker.enable');
  const page = await browser.phone(between.address);
  await activate(page, hub.collaborator);
  // The book is on the phone before the network goes.
  await openHouseholdOf(page, 'hoa', mother);
  await page.getByText('Sổ chưa tải đủ về máy').waitFor({ state: 'hidden' });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.close();
});

afterAll(async () => {
  await browser?.kill();
  await between?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** Saved while nothing reaches the hub, and the app closed. */
async function recordUnheard(child: string): Promise<void> {
  between.meddle(async () => 'cut');
  const page = await browser.phone(between.address);
  await unlock(page);
  await openHouseholdOf(page, 'hoa', mother);
  await recordBirth(page, { mother, child, sex: 'Nữ', order: 2 });
  await page.getByText('1 mục chờ gửi').waitFor();
  await page.close();
}

/** Envelopes in the outbox. */
function countWaiting(): Promise<number> {
  return watcher.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('so-dan-so-') ? [name] : []));
    return new Promise<number>((resolve) => {
      const opening = indexedDB.open(names[0] ?? '');
      opening.onsuccess = () => {
        const counting = opening.result.transaction('outbox').objectStore('outbox').count();
        counting.onsuccess = () => {
          opening.result.close();
          resolve(counting.result);
        };
      };
    });
  });
}

/** Whether somebody is sending: a worker that has died holds no lock. */
function isSending(): Promise<boolean> {
  return watcher.evaluate(async () =>
    ((await navigator.locks.query()).held ?? []).some(({ name }) => name === 'so-dan-so-sync'),
  );
}

/** The service worker begins to send, and is stopped when its request stands at this point. */
async function stopAt(point: 'before' | 'behind'): Promise<void> {
  const held = Promise.withResolvers<void>();
  const over = Promise.withResolvers<void>();
  between.meddle(async (asked, ask) => {
    if (asked.path !== '/sync/envelopes') return undefined;
    if (point === 'behind') await ask(asked);
    held.resolve();
    await over.promise;
    return 'cut';
  });
  // Whether an event that was cut off says so is the browser's affair.
  const event = dispatchSync(browser.context, watcher, between.address).catch(() => undefined);
  await held.promise;
  expect(await isSending()).toBe(true);
  await devtools.send('ServiceWorker.stopAllWorkers');
  await expect.poll(isSending, { timeout: 60_000 }).toBe(false);
  over.resolve();
  await event;
}

/** The system gives such an event again for as long as it failed. */
async function sentAtLast(): Promise<void> {
  between.meddle(undefined);
  const sendAndCount = async (): Promise<number> => {
    await dispatchSync(browser.context, watcher, between.address).catch(() => undefined);
    return countWaiting();
  };
  await expect.poll(sendAndCount, { timeout: 60_000 }).toBe(0);
}

test.each([
  ['before the hub has heard it', 'before', 'Lê Thị Trước'],
  ['when the hub’s answer is on its way', 'behind', 'Lê Thị Sau'],
] as const)('stopped %s: nothing lost, nothing doubled, and it goes on', async (_when, point, child) => {
  await recordUnheard(child);
  await stopAt(point);
  expect(await countWaiting()).toBe(1);
  await sentAtLast();
  const page = await browser.phone(between.address);
  await unlock(page);
  await page.getByText(/Đã gửi lúc/).waitFor();
  await page.close();
});

test('the hub has each child once, as another phone hears it', async () => {
  const { app, line } = await activatedPhone((path, init) => fetch(`${hub.address}${path}`, init), hub.officer);
  line.clock = Date.now();
  await app.sync();
  for (const child of ['Lê Thị Trước', 'Lê Thị Sau']) {
    const { rows } = await app.search(child, 20);
    expect(rows.filter(({ kind, name }) => kind === 'person' && name === child)).toHaveLength(1);
  }
});
