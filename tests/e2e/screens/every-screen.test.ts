import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { openHouseholdOf, PIN, unlock } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { type Look, look, phoneLooks } from './looking.ts';
import { lookAtReports } from './report-looks.ts';

/*
 * Every screen as it really stands, over the real hub: axe has nothing to say, nothing reaches over the edge. Each test
 * goes on where the one before it stopped.
 */

const MOTHER = 'Nguyễn Thị Hoà';
/** As long as names here get, and without a place to break. */
const LONG_NAME = 'Nguyễn Phước Công Tằng Tôn Nữ Hoàng Bảo Châu Khánh Ngọc Thương-Thương';
const deskLooks: readonly Look[] = [
  { name: '1280', width: 1280, height: 800, isJudged: true },
  { name: '1280-dark', width: 1280, height: 800, scheme: 'dark', isJudged: true },
  { name: '360', width: 360, height: 640, isJudged: false },
];
const [byDay] = phoneLooks;

const story = storyOfOneBrowser('screens');
let hub: RunningHub;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  ({ hub, browser } = await story.open());
  page = await browser.phone(hub.address);
});

afterAll(() => story.close());

const main = (name: string) => page.getByRole('button', { name, exact: true });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const lookAt = (screen: string) => look(page, screen, phoneLooks);

describe('the gate before activation', () => {
  test('inside another app it leads to Chrome; with storage forbidden it says what to do', async () => {
    const zalo = await browser.context.newPage();
    const debug = await browser.context.newCDPSession(zalo);
    await debug.send('Emulation.setUserAgentOverride', { userAgent: 'Mozilla/5.0 (Linux; Android 11; wv) Zalo/23' });
    await zalo.goto(`${hub.address}/#ma=ABCD-EFGH`);
    const way = await zalo.getByRole('link', { name: 'Mở bằng Chrome' }).getAttribute('href');
    expect(way).toMatch(/^intent:\/\/.*#ma=ABCD-EFGH#Intent;/);
    await look(zalo, 'gate-in-app', phoneLooks);
    await zalo.close();

    const profile = join(story.scratch, 'cookies-forbidden');
    mkdirSync(join(profile, 'Default'), { recursive: true });
    const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
    writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(settings));
    const strict = await openBrowser(profile);
    try {
      const closed = await strict.phone(hub.address);
      await closed.getByRole('heading', { name: 'Trình duyệt này chưa dùng được' }).waitFor();
      await closed.getByText(/không chặn cookie/).waitFor();
      await look(closed, 'gate-storage', phoneLooks);
    } finally {
      await strict.close();
    }
  });
});

describe('the door of the phone', () => {
  test('activation, its error, the card, the PIN and its error', async () => {
    await heading('Kích hoạt máy').waitFor();
    await lookAt('activation');
    await page.getByLabel('Mã kích hoạt').fill('KHONG-CO-MA');
    await main('Tiếp tục').click();
    await page.getByText(/Không có mã này/).waitFor();
    await lookAt('activation-error');
    await page.getByLabel('Mã kích hoạt').fill(hub.officer);
    await main('Tiếp tục').click();
    await heading('Thẻ khôi phục').waitFor();
    await lookAt('card');
    await main('Tiếp tục').click();
    await heading('Chọn mã PIN').waitFor();
    await main('Tiếp tục').click();
    await page.getByText('Còn 1 chỗ cần sửa').waitFor();
    await lookAt('pin-error');
    await page.getByLabel('Mã PIN', { exact: true }).fill(PIN);
    await page.getByLabel('Nhập lại mã PIN').fill(PIN);
    await main('Tiếp tục').click();
    await page.getByLabel('Tìm hộ, người').waitFor();
  });

  test('lock and card, each with a wrong try', async () => {
    await page.reload();
    await heading('Sổ đang khóa').waitFor();
    await unlock(page, '111222');
    await page.getByText('Mã PIN chưa đúng').waitFor();
    await lookAt('lock-wrong');
    await main('Dùng thẻ khôi phục').click();
    await heading('Mở bằng thẻ khôi phục').waitFor();
    await lookAt('lock-card');
    await main('Dùng mã PIN').click();
    await unlock(page);
    await page.getByLabel('Tìm hộ, người').waitFor();
  });
});

describe('the book', () => {
  test('home, what is found, what is not', async () => {
    await lookAt('home');
    await page.getByLabel('Tìm hộ, người').fill('hoa');
    await page.getByRole('link', { name: MOTHER }).waitFor();
    await lookAt('search');
    await page.getByLabel('Tìm hộ, người').fill('zzz');
    await page.getByText(/Không tìm thấy/).waitFor();
    await lookAt('search-none');
  });

  test('the villages, one village, a household, an address that is none', async () => {
    await page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name: 'Sổ A0' }).click();
    await page.getByText('Chọn thôn, tổ dân phố').waitFor();
    await lookAt('book');
    await page.getByRole('main').getByRole('link').first().click();
    await heading(/^Thôn/).waitFor();
    await lookAt('village');
    await page.getByRole('link', { name: 'Hôm nay' }).click();
    await openHouseholdOf(page, 'hoa', MOTHER);
    await lookAt('household');
  });

  test('the choice of an event, the form, its errors, a doubt, the save', async () => {
    await main('Ghi biến động').click();
    await heading('Ghi biến động gì?').waitFor();
    await lookAt('event');
    await main('Sinh').click();
    await main('Tiếp tục').click();
    await page.getByText('Còn 3 chỗ cần sửa').waitFor();
    await lookAt('birth-errors');
    await page.getByRole('radio', { name: MOTHER }).check();
    await page.getByLabel('Họ và tên con').fill(LONG_NAME);
    await page.getByRole('radio', { name: 'Nữ', exact: true }).check();
    // A year mistyped: she was a child herself.
    for (const [box, typed] of [
      ['Ngày', '1'],
      ['Tháng', '1'],
      ['Năm', '2008'],
    ] as const) {
      await page.getByLabel(box, { exact: true }).fill(typed);
    }
    // What was answered is no fault any more.
    expect(await page.getByText('cần sửa').count()).toBe(0);
    await main('Tiếp tục').click();
    await page.getByText('Xin xem lại').waitFor();
    await lookAt('birth-doubt');
    await main('Sửa lại').click();
    await main('Hôm nay').click();
    await lookAt('birth-page-1');
    await main('Tiếp tục').click();
    await heading('Lần sinh').waitFor();
    await main('Lưu').click();
    await page.getByText('Sinh đôi trở lên: chọn “Có” hoặc “Không”').first().waitFor();
    await lookAt('birth-page-2-errors');
    await page.getByLabel('Con thứ mấy').fill('2');
    await page.getByRole('group', { name: 'Nơi' }).getByRole('radio').first().check();
    await page.getByRole('radio', { name: 'Không', exact: true }).check();
    await main('Lưu').click();
    await page.getByText(LONG_NAME).first().waitFor();
    await lookAt('saved');
    // The finished form does not lie behind "back": what was before the household does.
    await main('Quay lại').click();
    await page.getByLabel('Tìm hộ, người').waitFor();
  });

  test('the report, and who is behind a number', async () => {
    await page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name: 'Báo cáo' }).click();
    await page.getByRole('row', { name: /Tổng số trẻ sinh ra/ }).waitFor();
    await lookAt('report');
    await page.getByRole('link', { name: /Tổng số trẻ sinh ra.*: 1\./ }).click();
    await page.getByRole('link', { name: LONG_NAME }).waitFor();
    await lookAt('report-cases');
    // What is since January opens, too.
    await main('Quay lại').click();
    const since = page
      .getByRole('row', { name: /Tổng số trẻ sinh ra/ })
      .getByRole('link', { name: /^Lũy kế từ đầu năm/ });
    const count = await since.textContent();
    await since.click();
    await page.getByText(`${count} trường hợp`, { exact: true }).waitFor();
  });

  test('the quarter with all that is not on the form, a share and its parts, a private list, ages by sex', async () => {
    await lookAtReports(page, lookAt);
  });

  test('the state of the device, the rest', async () => {
    await page.getByRole('link', { name: 'Thêm' }).click();
    await heading('Thêm').waitFor();
    await lookAt('more');
    await page.getByRole('link', { name: 'Tình trạng máy' }).click();
    await page.getByText('Phiên bản').waitFor();
    await lookAt('device');
  });

  test('a wrong address says so and leads home', async () => {
    for (const [path, words] of [
      ['/household/khong.co/event', 'Không có hộ này trong sổ trên máy'],
      ['/record/khong', 'Phần ghi này không còn mở. Hãy mở lại từ trang của hộ.'],
      ['/book/khong', 'Không có thôn này trong sổ trên máy'],
      ['/khong/co', 'Không có trang này'],
    ] as const) {
      await page.goto(hub.address + path);
      await unlock(page);
      await heading(words).waitFor();
    }
    await look(page, 'wrong-address', byDay ? [byDay] : []);
    await page.getByRole('main').getByRole('link', { name: 'Hôm nay' }).click();
    await page.getByLabel('Tìm hộ, người').waitFor();
  });

  test('in English', async () => {
    await page.getByRole('link', { name: 'Thêm' }).click();
    await page.getByRole('radio', { name: 'English' }).check();
    await heading('More').waitFor();
    await lookAt('english-more');
    await page.getByRole('link', { name: 'Reports' }).click();
    await page
      .getByRole('row', { name: /Births/ })
      .first()
      .waitFor();
    await lookAt('english-report');
    expect(await page.getByRole('main').textContent()).not.toMatch(/tháng|người|trẻ/i);
    await page.getByRole('link', { name: 'More' }).click();
    await page.getByRole('radio', { name: 'Tiếng Việt' }).check();
  });

  test('a second tab says where the book is open', async () => {
    const second = await browser.phone(hub.address);
    await second.getByRole('heading', { name: 'Sổ đang mở ở một thẻ khác' }).waitFor();
    await look(second, 'second-tab', byDay ? [byDay] : []);
    await second.close();
  });
});

describe('the console', () => {
  const NEW_PASSWORD = 'một mật khẩu đủ dài 2026';

  test('the door, the first password, the report, the cases, the names', async () => {
    const desk = await browser.desk(`${hub.address}/console`);
    const press = (name: string) => desk.getByRole('button', { name, exact: true }).click();
    const lookAtDesk = (screen: string) => look(desk, `console-${screen}`, deskLooks);
    await desk.getByLabel('Tên đăng nhập').waitFor();
    await lookAtDesk('sign-in');
    await desk.getByLabel('Tên đăng nhập').fill(hub.console.user);
    await desk.getByLabel('Mật khẩu').fill('sai');
    await press('Đăng nhập');
    await desk.getByText(/Tên đăng nhập hoặc mật khẩu sai/).waitFor();
    await lookAtDesk('sign-in-wrong');
    await desk.getByLabel('Mật khẩu').fill(hub.console.password);
    await press('Đăng nhập');
    await desk.getByLabel('Mật khẩu mới', { exact: true }).waitFor();
    await lookAtDesk('password');
    await desk.getByLabel('Mật khẩu mới', { exact: true }).fill(NEW_PASSWORD);
    await desk.getByLabel('Nhập lại mật khẩu mới').fill(NEW_PASSWORD);
    await press('Đổi mật khẩu');
    const births = desk.getByRole('button', { name: /Tổng số trẻ sinh ra.*: 1\./ });
    await births.waitFor();
    await lookAtDesk('report');
    await births.click();
    await desk.getByRole('region').getByRole('row', { name: /Nữ/ }).waitFor();
    await lookAtDesk('cases');
    await press('Xem tên');
    await desk.getByLabel('Lý do xem tên').fill('Đối chiếu với giấy chứng sinh');
    await press('Xem tên');
    await desk.getByRole('cell', { name: LONG_NAME }).waitFor();
    await lookAtDesk('names');
    await desk.reload();
    await desk.getByRole('row', { name: /Nữ/ }).waitFor();
    expect(await desk.getByText(LONG_NAME).count()).toBe(0);
    const since = desk
      .getByRole('row', { name: /Tổng số trẻ sinh ra/ })
      .getByRole('button', { name: /^Lũy kế từ đầu năm/ });
    const count = await since.textContent();
    await since.click();
    await desk.getByText(`${count} trường hợp.`).waitFor();
    await press('Năm');
    await desk.getByRole('row', { name: /^80\+ tuổi/ }).waitFor();
    await press('Hiện số liệu ngoài mẫu');
    await lookAtDesk('year');
    await desk.close();
  });
});
