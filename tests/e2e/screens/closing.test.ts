import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, unlock } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { look, onPaper, phoneLooks } from './looking.ts';

/*
 * A report on its way: frozen on the officer's phone, reconciled and returned in the console, frozen again, received. Each
 * test goes on where the one before it stopped.
 */

const story = storyOfOneBrowser('closing');
let hub: RunningHub;
let browser: Browser;
let officer: Page;
let desk: Page;
let period = '';

beforeAll(async () => {
  ({ hub, browser } = await story.open());
}, 120_000);

afterAll(() => story.close());

const deskLook = [{ name: '1280', width: 1280, height: 800, isJudged: true }] as const;

async function freeze(): Promise<void> {
  await officer.getByRole('button', { name: 'Chốt số liệu' }).click();
  await officer.getByRole('button', { name: /^Chốt 01-DSX tháng/ }).click();
  await officer.getByText('Đã chốt số liệu trên máy.').waitFor();
}

/** Goods that came to the station in the month that is over. */
async function receivePills(): Promise<void> {
  await officer.getByRole('link', { name: 'PTTT' }).click();
  await officer.getByRole('link', { name: /Kho trạm/ }).click();
  await officer.getByRole('link', { name: 'Nhập', exact: true }).click();
  await officer.getByRole('radio', { name: 'Viên uống tránh thai' }).check();
  await officer.getByRole('radio', { name: 'Miễn phí' }).check();
  await officer.getByLabel('Số lượng').fill('300');
  await officer.locator('#date').fill('5');
  await officer.locator('#date-month').fill(period.slice(5));
  await officer.locator('#date-year').fill(period.slice(0, 4));
  await officer.getByRole('button', { name: 'Lưu', exact: true }).click();
  await officer.getByText('Đã lưu trên máy').first().waitFor();
}

/** The officer's phone asks the hub, and her page shows what it says. */
async function fetchAnswer(state: string): Promise<void> {
  await officer.getByRole('button', { name: 'Gửi ngay' }).click();
  await officer
    .getByRole('link', { name: new RegExp(`^Bản \\d.*${state}`) })
    .first()
    .waitFor();
}

describe('one report, from the phone to the level above and back', () => {
  test('home says what is to be sent and until when; it is frozen with its doubts seen, printed and signed so', async () => {
    officer = await browser.phone(hub.address);
    await activate(officer, hub.officer);
    const due = officer.getByRole('link', { name: /^01-DSX · Tháng/ });
    await due.waitFor();
    period = (await due.getAttribute('href'))?.split('/').at(-1) ?? '';
    expect(await due.textContent()).toMatch(/hạn/);
    await due.click();
    await officer.getByRole('heading', { name: 'Còn chưa chắc' }).waitFor();
    await look(officer, 'closing', phoneLooks);
    await officer.getByRole('button', { name: 'Chốt số liệu' }).click();
    await look(officer, 'closing-asked', phoneLooks);
    await officer.getByRole('button', { name: 'Thôi' }).click();
    await freeze();
    await fetchAnswer('Đã nộp');
    await officer.getByRole('link', { name: /^Bản 1/ }).click();
    await officer.getByText(/^Mã đối chiếu: /).waitFor();
    await look(officer, 'frozen', phoneLooks);
    // The month's paper is one page, and so is what is signed.
    expect(await onPaper(officer, 'frozen')).toBe(1);
    for (const words of ['Người lập báo cáo', 'Thủ trưởng đơn vị', 'In báo cáo'])
      expect(await officer.getByText(words).isVisible()).toBe(true);
    await officer.getByRole('button', { name: 'Quay lại' }).click();
  });

  test('the level above sees it, equal to the last case, and returns it with a reason', async () => {
    desk = await browser.desk(`${hub.address}/console`);
    await desk.getByLabel('Tên đăng nhập').fill(hub.console.user);
    await desk.getByLabel('Mật khẩu').fill(hub.console.password);
    await desk.getByRole('button', { name: 'Đăng nhập' }).click();
    await desk.getByLabel('Mật khẩu mới', { exact: true }).fill('một mật khẩu đủ dài 2026');
    await desk.getByLabel(/Nhập lại/).fill('một mật khẩu đủ dài 2026');
    await desk.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await desk.getByRole('button', { name: 'Báo cáo đã nộp' }).click();
    await desk.getByText('Chưa nộp').waitFor();
    await desk.getByLabel('Chọn kỳ').selectOption(period);
    await desk.getByRole('row', { name: /01-DSX.*Đã nộp/ }).waitFor();
    await look(desk, 'submitted', deskLook);
    await desk.getByRole('button', { name: /^Mở báo cáo 01-DSX của/ }).click();
    await desk.getByText('Khớp', { exact: true }).waitFor();
    await look(desk, 'reconciled', deskLook);
    await desk.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    await desk.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    await desk.getByText(/^Ghi lý do trả lại/).waitFor();
    await desk.getByLabel('Lý do trả lại').fill('Thiếu chữ ký của trạm trưởng');
    await desk.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    await desk.getByText('Lý do: Thiếu chữ ký của trạm trưởng').waitFor();
    expect(await desk.getByRole('button', { name: 'Tiếp nhận' }).count()).toBe(0);
  });

  test('the officer reads why, freezes it again, and both versions stand', async () => {
    await fetchAnswer('Trả lại để bổ sung');
    await officer.getByRole('link', { name: /^Bản 1/ }).click();
    await officer.getByText('Lý do: Thiếu chữ ký của trạm trưởng').waitFor();
    await officer.getByRole('button', { name: 'Quay lại' }).click();
    await freeze();
    await officer.getByRole('link', { name: /^Bản 2.*(chờ gửi|Đã nộp)/ }).waitFor();
    await fetchAnswer('Đã nộp');
    await officer.getByRole('link', { name: /^Bản 1.*Trả lại/ }).waitFor();
  });

  test('received in the console, it is received on the phone, and no more to be sent', async () => {
    await desk.getByRole('button', { name: 'Về danh sách' }).click();
    await desk.getByRole('button', { name: /^Mở báo cáo 01-DSX của/ }).click();
    await desk.getByRole('button', { name: 'Bản 2' }).waitFor();
    await desk.getByRole('button', { name: 'Tiếp nhận' }).click();
    await desk.getByText('Đã tiếp nhận', { exact: true }).waitFor();
    await fetchAnswer('Đã tiếp nhận');
    await officer.goto(hub.address);
    await unlock(officer);
    await officer.getByRole('heading', { name: 'Báo cáo phải gửi' }).waitFor();
    expect(await officer.getByRole('link', { name: /^01-DSX · Tháng/ }).count()).toBe(0);
    expect(hub.output()).not.toContain('trạm trưởng');
  });

  test('the month’s report of stores goes the same way: frozen over both names, equal above, each number opens', async () => {
    await officer.bringToFront();
    await receivePills();
    await officer.getByRole('link', { name: 'Hôm nay' }).click();
    await officer.getByRole('link', { name: /^LMIS · Tháng/ }).click();
    await officer.getByText(/chưa đối chiếu với Quyết định 199/).waitFor();
    await officer.getByRole('button', { name: 'Chốt số liệu' }).click();
    await look(officer, 'stores-asked', phoneLooks);
    await officer.getByRole('button', { name: /^Chốt LMIS tháng/ }).click();
    await officer.getByText('Đã chốt số liệu trên máy.').waitFor();
    await fetchAnswer('Đã nộp');
    await officer.getByRole('link', { name: /^Bản 1/ }).click();
    await officer.getByLabel('Họ tên trạm trưởng, để in').fill('Nguyễn Văn Tám');
    expect(await officer.locator('.signed-name').allTextContents()).toContain('Nguyễn Văn Tám');
    await look(officer, 'frozen-stores', [...phoneLooks, ...deskLook]);
    expect(await onPaper(officer, 'frozen-stores')).toBe(1);
    await officer
      .getByRole('link', { name: /: Tồn cuối kỳ: / })
      .first()
      .click();
    await officer.getByRole('heading', { name: /: Tồn cuối kỳ$/ }).waitFor();
    await officer.locator('.shelf').first().waitFor();
    await look(officer, 'frozen-moves', phoneLooks);

    await desk.bringToFront();
    await desk.getByRole('button', { name: 'Về danh sách' }).click();
    await desk.getByRole('button', { name: /^Mở báo cáo LMIS của/ }).click();
    await desk.getByRole('heading', { name: /^Báo cáo LMIS, tháng/ }).waitFor();
    await desk.getByText('Khớp', { exact: true }).waitFor();
    await desk
      .getByRole('button', { name: /: Tồn cuối kỳ/ })
      .first()
      .click();
    await desk.getByRole('heading', { name: /: Tồn cuối kỳ$/ }).waitFor();
    await look(desk, 'reconciled-stores', deskLook);
    await desk.getByRole('button', { name: 'Tiếp nhận' }).click();
    await desk.getByText('Đã tiếp nhận', { exact: true }).waitFor();
  });
});
