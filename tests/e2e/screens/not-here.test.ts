import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import { goHome } from '../events/steps.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf, unlock } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { look, phoneLooks } from './looking.ts';

/* The network goes a minute after a phone was activated, before the whole app was on it. */

const story = storyOfOneBrowser('not-here');
let hub: RunningHub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
  page = await browser.phone();
  // The service worker has not come to fetch anything yet.
  await page.addInitScript(() => {
    Object.defineProperty(ServiceWorkerContainer.prototype, 'register', { value: () => new Promise(() => undefined) });
  });
  await page.goto(hub.address);
  await activate(page, hub.collaborator);
});

afterAll(() => story.close());

test('a part that is not here says so, and the rest of the book goes on', async () => {
  await openHouseholdOf(page, 'nguyen thi hoa', 'Nguyễn Thị Hoà');
  await browser.context.setOffline(true);
  await page.getByRole('button', { name: 'Ghi biến động' }).click();
  await page.getByRole('heading', { name: 'Phần này chưa tải về máy' }).waitFor();
  await look(page, 'not-here', phoneLooks);
  await page.getByRole('main').getByRole('link', { name: 'Hôm nay' }).click();
  await openHouseholdOf(page, 'nguyen thi hoa', 'Nguyễn Thị Hoà');
  await goHome(page);
});

test('opened once with a network, it is there', async () => {
  await browser.context.setOffline(false);
  await page.goto(hub.address);
  await unlock(page);
  await openHouseholdOf(page, 'nguyen thi hoa', 'Nguyễn Thị Hoà');
  await page.getByRole('button', { name: 'Ghi biến động' }).click();
  await page.getByRole('button', { name: 'Sinh', exact: true }).waitFor();
});
