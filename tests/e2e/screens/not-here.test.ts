import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import { goHome } from '../events/steps.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf, recordBirth, unlock } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { look, phoneLooks } from './looking.ts';

/* The network goes just after a phone was activated, before the whole app was on it. */

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
});

afterAll(() => story.close());

/** Scripts of these names do not come until this is called: which of them it kept away. */
async function keepAway(...names: readonly string[]): Promise<() => Promise<ReadonlySet<string>>> {
  const script = new RegExp(`/assets/(${names.join('|')})-[\\w-]+\\.js$`);
  const asked = new Set<string>();
  await browser.context.route(script, (route) => {
    asked.add(script.exec(route.request().url())?.[1] ?? '');
    return route.abort();
  });
  return async () => {
    await browser.context.unroute(script);
    return asked;
  };
}

const send = () => page.getByRole('button', { name: 'Gửi ngay' }).click();
const notReached = 'Chưa liên lạc được máy chủ. Vẫn làm việc bình thường, máy sẽ tự gửi lại.';

test('a book whose sync did not come has not reached the hub, and comes with the next try', async () => {
  const comeBack = await keepAway('syncing');
  await activate(page, hub.collaborator);
  await page.getByText(notReached).waitFor();
  expect(await comeBack()).toEqual(new Set(['syncing']));
  const comeAgain = await keepAway('fold');
  await send();
  await openHouseholdOf(page, 'nguyen thi hoa', 'Nguyễn Thị Hoà');
  await page.getByText(notReached).waitFor();
  expect(await comeAgain()).toEqual(new Set(['fold']));
  await send();
  await page.getByText(notReached).waitFor({ state: 'detached' });
  await goHome(page);
});

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

test('an undo whose part did not come says so, and is there for another try', async () => {
  await goHome(page);
  await openHouseholdOf(page, 'nguyen thi hoa', 'Nguyễn Thị Hoà');
  await recordBirth(page, { mother: 'Nguyễn Thị Hoà', child: 'Bùi Minh Khôi', sex: 'Nam', order: 2 });
  const comeBack = await keepAway('going-back');
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await page.getByText('Phần này chưa tải về máy').waitFor();
  expect(await comeBack()).toEqual(new Set(['going-back']));
  const child = page.getByRole('link', { name: 'Bùi Minh Khôi', exact: true });
  await child.waitFor();
  await page.getByRole('button', { name: 'Hoàn tác' }).click();
  await child.waitFor({ state: 'detached' });
});

test('whoever was to be written about is erased meanwhile: the page that stood open says so', async () => {
  await page.getByRole('link', { name: 'Trần Thị Sen' }).first().click();
  await page.getByRole('button', { name: 'Ghi biến động' }).click();
  await page.getByRole('button', { name: 'Chết', exact: true }).waitFor();
  const person = new URL(page.url()).searchParams.get('person') ?? '';
  const order = ['--data', join(story.scratch, 'hub'), '--record', person, '--ground', 'Đề nghị của người dân'];
  const erased = spawnSync(process.execPath, ['server/command-line/order/erase.ts', ...order], { encoding: 'utf8' });
  expect([erased.status, erased.stderr]).toEqual([0, '']);
  await send();
  await page.getByRole('heading', { name: 'Người này không còn ở hộ này trong sổ' }).waitFor();
});
