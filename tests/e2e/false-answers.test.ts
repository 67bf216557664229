import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PhoneApi } from '../../src/workers/api/phone-api.ts';
import { activatedPhone } from '../workers/invented-phone.ts';
import { falsehoods, inWhole, type Overheard } from './between/falsehoods.ts';
import { dispatchSync } from './between/service-worker.ts';
import { type Between, standBetween } from './between/stand-between.ts';
import { type Browser, openBrowser } from './browsing/browser.ts';
import { freePort, freshCode, type RunningHub, startHub } from './hub.ts';
import { activate, openHouseholdOf, recordBirth, unlock } from './phone-steps.ts';

/*
 * Between the phone and its hub stands somebody who answers in the hub's place: a captive portal, a proxy, a thief. After
 * each of his answers the op still waits, and nothing is shown as sent; then the true hub answers, and it is sent, once.
 */

const mother = 'Nguyễn Thị Hoà';
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-false-'));
const port = await freePort();
let hub: RunningHub;
let between: Between;
let browser: Browser;
/** Same origin, but no app: it sees the outbox and sends nothing. */
let watcher: Page;
let overheard: Overheard = { older: '', others: '' };
let told = 0;

beforeAll(async () => {
  hub = await startHub(join(scratch, 'hub'), port);
  between = await standBetween(port);
  browser = await openBrowser(join(scratch, 'phone'));
  watcher = await browser.desk(`${between.address}/api/session`);
});

afterAll(async () => {
  await browser?.kill();
  await between?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

/** A phone without a browser, on the same way to the hub. */
const ask = (path: string, init: RequestInit) => fetch(`${between.address}${path}`, init);

async function recordElsewhere(app: PhoneApi): Promise<void> {
  const { rows } = await app.search('nguyen thi hoa', 5);
  const { id = '', household = '' } = rows.find(({ kind }) => kind === 'person') ?? {};
  const day = new Date().toISOString().slice(0, 10);
  const birth = { mother: id, sex: 'male', date: day, order: 2, deliveryPlace: 'station', multiple: false };
  const found = await app.check('birth', household, birth);
  const asked = found.map(({ check }) => check);
  expect(await app.record('birth', household, birth, asked)).toMatchObject({ ok: true });
}

/** Lets the hub answer envelopes, and keeps what it said. */
function overhear(keep: (answer: string) => void): void {
  between.meddle(async (asked, ask) => {
    if (asked.path !== '/sync/envelopes') return undefined;
    const answer = await ask(inWhole(asked));
    keep(String(answer.body));
    return answer;
  });
}

function lie(what: string): void {
  between.meddle(async (asked, ask) => {
    if (asked.path !== '/sync/envelopes') return undefined;
    const answer = await falsehoods[what]?.(inWhole(asked), ask, overheard);
    told++;
    return answer;
  });
}

function cutAll(): void {
  between.meddle(async () => 'cut');
}

/** Envelopes in the outbox, once nobody is sending: whoever sends holds the lock. */
function countWaiting(): Promise<number> {
  return watcher.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('so-dan-so-') ? [name] : []));
    const count = () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open(names[0] ?? '');
        opening.onsuccess = () => {
          const counting = opening.result.transaction('outbox').objectStore('outbox').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      });
    return navigator.locks.request('so-dan-so-sync', count);
  });
}

async function hasHeard(before: number): Promise<void> {
  await expect.poll(() => told, { timeout: 20_000, interval: 20 }).toBeGreaterThan(before);
}

async function recordUnheard(child: string): Promise<Page> {
  const page = await browser.phone(between.address);
  await unlock(page);
  cutAll();
  await openHouseholdOf(page, 'hoa', mother);
  await recordBirth(page, { mother, child, sex: 'Nữ', order: 2 });
  await page.getByText('1 mục chờ gửi').waitFor();
  expect(await countWaiting()).toBe(1);
  return page;
}

async function expectWaiting(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Gửi ngay', disabled: false }).waitFor();
  expect(await countWaiting(), what).toBe(1);
  expect(await page.getByText('1 mục chờ gửi').count(), what).toBe(1);
  expect(await page.getByText(/Đã gửi lúc/).count(), what).toBe(0);
}

describe('somebody answers in the hub’s place', () => {
  test('he has overheard true answers: to another device, and to this one', async () => {
    overhear((answer) => {
      overheard = { ...overheard, others: answer };
    });
    const other = await activatedPhone(ask, hub.officer);
    other.line.clock = Date.now();
    await recordElsewhere(other.app);
    await other.app.sync();
    expect(overheard.others).toContain('"payload"');
    overhear((answer) => {
      overheard = { ...overheard, older: answer };
    });
    const page = await browser.phone(between.address);
    await activate(page, hub.collaborator);
    await openHouseholdOf(page, 'hoa', mother);
    await recordBirth(page, { mother, child: 'Lê Thị Một', sex: 'Nữ', order: 2 });
    await page.getByText(/Đã gửi lúc/).waitFor();
    expect(overheard.older).toContain('"payload"');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.close();
  });

  test('the open app believes none of it, then the hub', async () => {
    const page = await recordUnheard('Lê Thị Hai');
    for (const what of Object.keys(falsehoods)) {
      lie(what);
      const before = told;
      await page.getByRole('button', { name: 'Gửi ngay', disabled: false }).click();
      await hasHeard(before);
      await expectWaiting(page, what);
    }
    between.meddle(undefined);
    await page.getByRole('button', { name: 'Gửi ngay', disabled: false }).click();
    await page.getByText(/Đã gửi lúc/).waitFor();
    expect(await countWaiting()).toBe(0);
    await page.close();
  });

  test('the service worker believes none of it with the app closed, then the hub', async () => {
    await (await recordUnheard('Lê Thị Ba')).close();
    for (const what of Object.keys(falsehoods)) {
      lie(what);
      const before = told;
      await dispatchSync(browser.context, watcher, between.address);
      await hasHeard(before);
      expect(await countWaiting(), what).toBe(1);
    }
    between.meddle(undefined);
    await dispatchSync(browser.context, watcher, between.address);
    await expect.poll(countWaiting, { timeout: 20_000 }).toBe(0);
    const page = await browser.phone(between.address);
    await unlock(page);
    await page.getByText(/Đã gửi lúc/).waitFor();
    await page.close();
  });

  test('a press while the phone is at it by itself is not lost: it is done behind that, and answered', async () => {
    const [begun, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    between.meddle(async ({ path }) => {
      if (!path.startsWith('/sync/changes')) return undefined;
      begun.resolve();
      await released.promise;
      return undefined;
    });
    const page = await browser.phone(between.address);
    await unlock(page);
    // The sync of an opening has asked, and hears nothing yet.
    await begun.promise;
    await page.getByRole('button', { name: 'Gửi ngay' }).dispatchEvent('click');
    released.resolve();
    await page.getByText(/^Đã hỏi máy chủ lúc/).waitFor();
    between.meddle(undefined);
    await page.close();
  });

  test('each child is there once, for everybody', async () => {
    const third = await activatedPhone(ask, freshCode(join(scratch, 'hub'), ['--role', 'officer', '--place', '99001']));
    for (const child of ['Lê Thị Một', 'Lê Thị Hai', 'Lê Thị Ba']) {
      const { rows } = await third.app.search(child, 10);
      expect(
        rows.filter(({ kind }) => kind === 'person'),
        child,
      ).toHaveLength(1);
    }
  });
});
