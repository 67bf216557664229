import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf, unlock } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { look, phoneLooks } from './looking.ts';

/*
 * An afternoon of the officer: tasks that are answered though nothing changed, a list that only own parts tell, what is
 * written down late about somebody who died, people who left told of as a list.
 */

const HEAD = 'Trần Văn Quyết';

const story = storyOfOneBrowser('answers');
let hub: RunningHub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
  page = await browser.phone(hub.address);
  await activate(page, hub.officer);
});

afterAll(() => story.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const link = (name: string | RegExp) => page.getByRole('main').getByRole('link', { name });
const heading = (name: string | RegExp, level = 1) => page.getByRole('heading', { level, name });
const tab = (name: string) => page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name });
const lookAt = (screen: string) => look(page, screen, phoneLooks);
const said = async () => (await page.getByRole('main').textContent()) ?? '';

describe('a task', () => {
  test('is ended by the answer that nobody knows', async () => {
    await link(/^Tất cả việc/).click();
    await heading('Việc hôm nay').waitFor();
    const open = async () => Number(/^\d+/.exec((await page.getByText(/^\d+ việc$/).textContent()) ?? '')?.[0]);
    // Her own village came first: the others' tasks come as they are loaded.
    let before = Number.NaN;
    const isSteady = async () => {
      const [last, now] = [before, await open()];
      before = now;
      return now === last;
    };
    await expect.poll(isSteady, { timeout: 60_000, interval: 2_000 }).toBe(true);
    await openTask('Ngày sinh chưa đủ');
    await lookAt('task-or-else');
    await link('Ghi: Đã hỏi, không ai biết rõ ngày sinh').click();
    await button('Lưu').waitFor();
    await lookAt('confirm');
    await button('Lưu').click();
    await page.getByText('Đã lưu trên máy').waitFor();
    await page.getByText('Nội dung: Không ai biết rõ ngày sinh').waitFor();
    await tab('Hôm nay').click();
    await link(/^Tất cả việc/).click();
    await heading('Việc hôm nay').waitFor();
    // Of one village so many are asked at a time: the next one stands there now, or one fewer.
    await expect.poll(open).toBeLessThanOrEqual(before);
  });

  /** Opens tasks, page by page, until one gives this reason. */
  async function openTask(reason: string): Promise<void> {
    for (let place = 0; place < 300; place += 1) {
      const row = page.getByRole('button', { name: /^Thăm / }).nth(place);
      const more = page.getByRole('button', { name: /^Xem thêm/ });
      if ((await row.count()) === 0 && (await more.count()) > 0) await more.click();
      await row.click();
      if (await page.getByText(reason).isVisible()) return;
      await row.click();
    }
    throw new Error(`no task says ${reason}`);
  }
});

describe('a list that only own parts tell', () => {
  test('stands behind a door of its own, and each opening is a look at everybody on it', async () => {
    await tab('Sổ A0').click();
    await link('Lọc').click();
    await heading('Lọc danh sách').waitFor();
    expect(await said()).not.toMatch(/mang thai|Đang dùng/);
    await link(/^Danh sách riêng/).click();
    await heading('Danh sách riêng').waitFor();
    await lookAt('private-lists');
    await link('Đang dùng: Viên uống tránh thai').click();
    await heading('Đang dùng: Viên uống tránh thai').waitFor();
    await lookAt('private-list');
    await page.getByRole('main').getByRole('link').first().click();
    await heading('Phần riêng').waitFor();
    // The list, and the panel after it.
    await expect.poll(() => page.getByText(/Cán bộ dân số xã, lúc/).count()).toBe(2);
  });
});

describe('somebody who died', () => {
  test('may have been away or checked before: it is written down late, under a heading of its own', async () => {
    await tab('Hôm nay').click();
    await openHouseholdOf(page, 'quyết', HEAD);
    await link(new RegExp(`^${HEAD}`))
      .first()
      .click();
    await heading(HEAD).waitFor();
    await button('Ghi biến động').click();
    await button('Chết').click();
    await button('Hôm nay').click();
    await button('Tiếp tục').click();
    await button('Ghi đã mất').click();
    await page.getByText(/Đã lưu trên máy/).waitFor();
    // The head is gone: first a new one is asked for, and that may wait.
    await heading('Đổi chủ hộ').waitFor();
    await page.goto(hub.address);
    await unlock(page);
    await openHouseholdOf(page, 'quyết', HEAD);
    await link(new RegExp(`^${HEAD}`))
      .first()
      .click();
    await heading(HEAD).waitFor();
    await button('Ghi biến động').click();
    await page.getByText('Ghi muộn', { exact: true }).click();
    await lookAt('late');
    await button('Ly hôn').waitFor();
    expect(await page.getByRole('button', { name: 'Chết', exact: true }).count()).toBe(0);
  });
});

describe('people who left, told of as a list', () => {
  test('are chosen from everybody by sex and age, and the facts are said once more before they are saved', async () => {
    await tab('Thêm').click();
    await page.getByRole('link', { name: 'Ghi theo danh sách' }).click();
    await page.getByRole('radio').first().check();
    await button('Chuyển đi khỏi xã').click();
    await button('Hôm nay').click();
    await page.getByLabel('Nơi đến').fill('Bình Dương');
    await button('Tiếp tục').click();
    await page.getByText(/^0 \/ \d+ đã chọn$/).waitFor();
    await page.getByText('Chọn danh sách khác').first().click();
    await page.getByLabel('Giới tính').selectOption('female');
    await page.getByLabel('Từ tuổi').fill('18');
    await page.getByLabel('Đến tuổi').fill('30');
    await lookAt('many-by-age');
    const all = async () =>
      Number(/\d+$/.exec(((await page.getByText(/đã chọn$/).textContent()) ?? '').replace(' đã chọn', ''))?.[0]);
    await expect.poll(all).toBeLessThan(60);
    await page.getByRole('checkbox').first().check();
    await button('Lưu cho 1 người').click();
    await heading('Xem lại trước khi ghi').waitFor();
    expect(await said()).toContain('Bình Dương');
    await lookAt('many-repeat');
    await button('Ghi chuyển đi').click();
    await page.getByText('Đã lưu trên máy: 1 người').waitFor();
  });
});
