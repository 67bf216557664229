import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf } from '../phone-steps.ts';
import { startStoryHub } from '../story-hub.ts';
import { type Look, look, phoneLooks } from './looking.ts';

/*
 * The officer's work on numbers, villages and the year's book, at the PC and on the phone; a collaborator's draft that
 * is gone on with at the PC. Every screen of it is looked at.
 */

const MOTHER = 'Nguyễn Thị Hoà';
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-places-'));
const deskLooks: readonly Look[] = [
  { name: '1280', width: 1280, height: 800, isJudged: true },
  { name: '1280-dark', width: 1280, height: 800, scheme: 'dark', isJudged: true },
];
let hub: RunningHub;
let office: Browser;
let village: Browser;
let desk: Page;
let phone: Page;

beforeAll(async () => {
  hub = await startStoryHub(scratch);
  office = await openBrowser(join(scratch, 'desk'));
  village = await openBrowser(join(scratch, 'phone'));
  desk = await office.desk(hub.address);
  await activate(desk, hub.officer);
  phone = await village.phone(hub.address);
  await activate(phone, hub.collaborator);
});

afterAll(async () => {
  await office?.close();
  await village?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const main = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const tab = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name });

describe('numbers', () => {
  test('a range of households goes to the next village, seen before and undone after', async () => {
    await tab(desk, 'Sổ A0').click();
    await desk
      .getByRole('main')
      .getByRole('link', { name: /Thôn Đồng Bưởi/ })
      .click();
    await desk.getByRole('link', { name: 'Chuyển một dãy hộ' }).click();
    await desk.getByLabel('Từ hộ số').fill('3');
    await desk.getByLabel('Đến hộ số').fill('5');
    await desk.getByRole('radio', { name: 'Thôn Bến Cau' }).check();
    await main(desk, 'Hôm nay').click();
    // A slip of the finger: no number is made up for anybody.
    await desk.getByLabel(/^Đánh số mới/).fill('80l');
    await desk.getByText('Nhập một số từ 1 đến 99999').waitFor();
    expect(await desk.getByRole('table').textContent()).not.toMatch(/NaN/);
    await desk.getByLabel(/^Đánh số mới/).fill('801');
    await desk.getByRole('cell', { name: '803', exact: true }).waitFor();
    await look(desk, 'range', deskLooks);
    // Interrupted, it is a draft on the page of today.
    await main(desk, 'Quay lại').click();
    await tab(desk, 'Hôm nay').click();
    await desk.getByRole('link', { name: 'Chuyển một dãy hộ – Thôn Đồng Bưởi' }).click();
    expect(await desk.getByLabel('Đến hộ số').inputValue()).toBe('5');
    await main(desk, 'Lưu').click();
    await desk.getByText('Đã chuyển 3 hộ').waitFor();
    await main(desk, 'Hoàn tác').click();
    await desk.getByText('Đã hoàn tác').first().waitFor();
    await desk.getByText('60 hộ').first().waitFor();
  });

  test('new numbers for the whole commune in an area of one name', async () => {
    await tab(desk, 'Sổ A0').click();
    await desk.getByRole('link', { name: 'Đánh lại hộ số theo địa bàn' }).click();
    await desk.getByLabel(/^Địa bàn đánh số/).fill('Địa bàn 1');
    await main(desk, 'Đánh số lần lượt').click();
    // Every household of the commune, however many the invented one has.
    const everyOne = desk.getByText(/^(\d+) \/ \1 hộ đổi số$/);
    await everyOne.waitFor();
    const households = Number.parseInt((await everyOne.textContent()) ?? '', 10);
    expect(households).toBeGreaterThan(120);
    await look(desk, 'area-numbers', deskLooks);
    await main(desk, 'Lưu').click();
    await desk.getByText(`Đã đánh lại số ${households} hộ`).waitFor();
  });
});

describe('the villages of the commune', () => {
  test('are renamed and split from the officer’s phone, and a collaborator’s phone learns it', async () => {
    await desk.setViewportSize({ width: 360, height: 640 });
    await tab(desk, 'Thêm').click();
    await desk.getByRole('link', { name: 'Thôn, tổ dân phố của xã' }).click();
    await heading(desk, 'Thôn, tổ dân phố của xã').waitFor();
    await look(desk, 'villages', phoneLooks);
    await desk.getByRole('link', { name: 'Nhập vào thôn khác: Thôn Bến Cau' }).click();
    await desk.getByText(/hộ, .* người sẽ theo/).waitFor();
    await look(desk, 'village-join', phoneLooks);
    await main(desk, 'Quay lại').click();
    await desk.getByRole('link', { name: 'Tách thôn: Thôn Bến Cau' }).click();
    await look(desk, 'village-split', phoneLooks);
    await main(desk, 'Tách thôn').click();
    await desk.getByRole('alert').getByText('Nhập tên mới.').waitFor();
    await main(desk, 'Quay lại').click();
    await desk.getByRole('link', { name: 'Đổi tên: Thôn Đồng Bưởi' }).click();
    await desk.getByLabel('Tên mới').fill('Thôn Đồng Bưởi Mới');
    await main(desk, 'Đổi tên').click();
    // The form's own words say "đã xong" too.
    await desk.getByText('Đã xong', { exact: true }).waitFor();
    await look(desk, 'villages-asked', phoneLooks);
    await main(phone, 'Gửi ngay').click();
    await phone.getByText('Thôn Đồng Bưởi Mới · Xã Suối Mẫu').waitFor();
  });
});

describe('the year’s book', () => {
  test('is closed with what is still doubtful in sight, and opened again', async () => {
    await tab(desk, 'Thêm').click();
    await desk.getByRole('link', { name: 'Khóa sổ năm' }).click();
    const close = desk.getByRole('button', { name: /^Khóa sổ năm \d{4}$/ });
    await close.waitFor();
    await look(desk, 'year', phoneLooks);
    await close.click();
    const yes = main(desk, 'Đúng, ghi như vậy');
    const closed = desk.getByText(/Đã khóa sổ năm \d{4}, mở sổ năm/);
    await yes.or(closed).first().waitFor();
    if (await yes.isVisible()) await yes.click();
    await closed.waitFor();
    await look(desk, 'year-closed', phoneLooks);
    await main(desk, 'Hoàn tác').click();
    await desk.getByText('Đã hoàn tác').first().waitFor();
    await main(desk, 'Quay lại').click();
  });
});

describe('a draft that begins at a door', () => {
  test('is sent to the officer’s PC, and finished there', async () => {
    await tab(phone, 'Hôm nay').click();
    await openHouseholdOf(phone, 'hoa', MOTHER);
    await main(phone, 'Ghi biến động').click();
    await phone
      .getByRole('button', { name: 'Ly hôn', exact: true })
      .or(phone.getByRole('link', { name: 'Ly hôn', exact: true }))
      .click();
    await phone.getByRole('radio', { name: MOTHER }).check();
    await main(phone, 'Quay lại').click();
    await phone.goto(`${hub.address}/`);
    await phone.getByLabel('Mã PIN', { exact: true }).fill('290417');
    await main(phone, 'Mở khóa').click();
    await phone.getByRole('button', { name: /^Gửi nháp sang máy tính: Ly hôn/ }).click();
    await phone.getByText('Đã ghi, đang gửi').waitFor();
    await phone.getByRole('heading', { name: 'Nháp gửi từ máy khác' }).waitFor();
    await look(phone, 'draft-sent', phoneLooks);
    await phone.getByText('Đã gửi lúc').first().waitFor();

    await desk.setViewportSize({ width: 1280, height: 800 });
    await tab(desk, 'Hôm nay').click();
    await main(desk, 'Gửi ngay').click();
    await desk.getByRole('button', { name: /^Làm tiếp: Ly hôn/ }).click();
    await desk.getByRole('radio', { name: MOTHER }).waitFor();
    expect(await desk.getByRole('radio', { name: MOTHER }).isChecked()).toBe(true);
    await main(desk, 'Quay lại').click();
    await desk.getByRole('button', { name: /^Bỏ: Ly hôn/ }).click();
    await expect.poll(() => desk.getByText('Nháp gửi từ máy khác').count()).toBe(0);
  });
});
