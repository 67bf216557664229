import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheets } from '../../../src/formats/sheet/read-sheets.ts';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf } from '../phone-steps.ts';
import { look, onPaper, phoneLooks } from '../screens/looking.ts';
import { startStoryHub } from '../story-hub.ts';
import { send } from './steps.ts';

/* A month of a collaborator, from what the station issues to the officer's report: two phones, one hub. */

const desk = { name: '1280', width: 1280, height: 800, isJudged: true } as const;
const WOMAN = 'Nguyễn Thị Hoà';
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-stock-'));
let hub: RunningHub;
let office: Browser;
let field: Browser;
let officer: Page;
let collaborator: Page;

beforeAll(async () => {
  hub = await startStoryHub(scratch);
  office = await openBrowser(join(scratch, 'office'));
  field = await openBrowser(join(scratch, 'field'));
  officer = await office.phone(hub.address);
  collaborator = await field.phone(hub.address);
  await activate(officer, hub.officer);
  await activate(collaborator, hub.collaborator);
});

afterAll(async () => {
  await office?.close();
  await field?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (page: Page, name: string | RegExp) =>
  page
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
    .click();
const saved = (page: Page) => page.getByText('Đã lưu trên máy').first().waitFor();
const choose = (page: Page, name: string | RegExp) => page.getByRole('radio', { name }).first().check();

async function openPanel(page: Page): Promise<void> {
  await follow(page, 'Hôm nay');
  await openHouseholdOf(page, 'hoa', WOMAN);
  await page
    .getByRole('link', { name: new RegExp(WOMAN) })
    .first()
    .click();
  await follow(page, 'Phần riêng');
}

test('the officer writes what came, and issues a part of it to the collaborator', async () => {
  await follow(officer, 'PTTT');
  await follow(officer, /Kho trạm/);
  await look(officer, 'stock-empty', phoneLooks);
  await follow(officer, 'Nhập');
  await choose(officer, 'Viên uống tránh thai');
  await choose(officer, 'Miễn phí');
  await officer.getByLabel('Số lượng').fill('300');
  await officer.getByLabel('Số lô').fill('VN-26.01');
  await officer.getByLabel('Tháng', { exact: true }).first().fill('6');
  await officer.getByLabel('Năm', { exact: true }).first().fill('2029');
  await look(officer, 'stock-receive', phoneLooks);
  await press(officer, 'Lưu');
  await saved(officer);
  await follow(officer, 'Xuất cho cộng tác viên');
  await officer.getByRole('group', { name: 'Nơi nhận' }).getByRole('radio').first().check();
  await choose(officer, /VN-26.01/);
  await officer.getByLabel('Số lượng').fill('20');
  await look(officer, 'stock-issue', phoneLooks);
  await press(officer, 'Lưu');
  await saved(officer);
  await officer.getByText('Đã xuất, bên nhận chưa nhận').waitFor();
  await look(officer, 'stock-station', phoneLooks);
  await send(officer);
});

test('the collaborator takes it in with one tap', async () => {
  await send(collaborator);
  await follow(collaborator, 'Phương tiện tránh thai');
  await press(collaborator, 'Đã nhận đủ');
  await collaborator.getByText('Còn 20 vỉ').waitFor();
  await look(collaborator, 'stock-collaborator', phoneLooks);
});

test('two blisters for a woman of her village: from the panel in two taps once she is known, and her name is nowhere else', async () => {
  await openPanel(collaborator);
  await follow(collaborator, 'Cấp phát');
  await look(collaborator, 'stock-give', phoneLooks);
  await collaborator.getByLabel('Số lượng').fill('2');
  const begins = collaborator.getByRole('radio', { name: /Bắt đầu dùng/ });
  if (await begins.isVisible()) await begins.check();
  const asked = collaborator.getByRole('checkbox', { name: /không có dấu hiệu/ });
  if (await asked.isVisible()) await asked.check();
  await press(collaborator, 'Lưu');
  await saved(collaborator);
  await look(collaborator, 'stock-panel', phoneLooks);
  // The next time it all stands there: product, quantity, lot.
  await follow(collaborator, 'Cấp phát');
  expect(await collaborator.getByLabel('Số lượng').inputValue()).toBe('2');
  await press(collaborator, 'Lưu');
  await saved(collaborator);
  expect(collaborator.url()).not.toContain('stock');
});

test('the card has every line, and no name', async () => {
  await follow(collaborator, 'Hôm nay');
  await follow(collaborator, 'Phương tiện tránh thai');
  await collaborator.getByText('Còn 16 vỉ').waitFor();
  await follow(collaborator, 'Viên uống tránh thai · Miễn phí');
  await collaborator.getByRole('heading', { level: 1, name: 'Thẻ kho' }).waitFor();
  await look(collaborator, 'stock-card', phoneLooks);
  const card = (await collaborator.getByRole('main').textContent()) ?? '';
  expect(card).not.toContain('Hoà');
  await send(collaborator);
});

test('she counts one blister less, and the card says so', async () => {
  await follow(collaborator, 'Phương tiện tránh thai');
  await follow(collaborator, 'Kiểm kê');
  await collaborator.getByLabel(/Viên uống tránh thai/).fill('15');
  await look(collaborator, 'stock-count', phoneLooks);
  await press(collaborator, 'So với thẻ kho');
  await collaborator.getByText('Chênh lệch −1').waitFor();
  await choose(collaborator, /Kiểm kê thấy chênh lệch/);
  await look(collaborator, 'stock-difference', phoneLooks);
  await press(collaborator, 'Ghi kiểm kê và điều chỉnh');
  await collaborator.getByText('Còn 15 vỉ').waitFor();
  await send(collaborator);
});

test('the officer’s report of the month has it all, and every number opens to its lines', async () => {
  await send(officer);
  await follow(officer, 'PTTT');
  await look(officer, 'stock-stores', phoneLooks);
  await follow(officer, /Báo cáo nhập – xuất – tồn/);
  await officer.getByRole('heading', { level: 1, name: /Báo cáo nhập/ }).waitFor();
  await look(officer, 'stock-report', [...phoneLooks, desk]);
  const text = (await officer.getByRole('main').textContent()) ?? '';
  expect(text).not.toContain('Hoà');
  await officer.getByLabel(/Họ tên trạm trưởng/).fill('Bùi Thị Trạm');
  expect(await onPaper(officer, 'stock-report')).toBe(1);
  const loading = officer.waitForEvent('download');
  await press(officer, 'Tải tệp Excel');
  const file = await (await loading).path();
  const read = await readSheets(new Uint8Array(readFileSync(file)), 'nhap-xuat-ton.xlsx');
  if (!read.ok) throw new Error(read.error.is);
  const rows = read.value[0]?.rows ?? [];
  expect(rows[0]?.[0]).toMatch(/^Báo cáo nhập – xuất – tồn · Tháng \d\d\/\d{4}$/);
  expect(rows[3]?.slice(0, 4)).toEqual(['Phương tiện tránh thai', 'Đơn vị', 'Tồn đầu kỳ', 'Nhập']);
  expect(rows[4]?.slice(0, 4)).toEqual(['Viên uống tránh thai · Miễn phí', 'vỉ', '0', '320']);
  expect(rows.at(-1)?.filter((cell) => cell !== '')).toEqual(['Cán bộ dân số xã', 'Bùi Thị Trạm']);
  await officer.getByRole('link', { name: 'Viên uống tránh thai · Miễn phí' }).locator('visible=true').first().click();
  await officer.getByRole('heading', { level: 1, name: 'Thẻ kho' }).waitFor();
  await look(officer, 'stock-card-all', [...phoneLooks, desk]);
  expect((await officer.getByRole('main').textContent()) ?? '').toContain('Điều chỉnh theo kiểm kê');
  await officer.goBack();
  // A number opens to its own lines.
  await officer.getByRole('link', { name: 'Cấp phát 4' }).locator('visible=true').click();
  await officer.getByText(/^Cấp phát · Tháng/).waitFor();
  await look(officer, 'stock-card-part', [...phoneLooks, desk]);
  expect((await officer.getByRole('main').textContent()) ?? '').not.toContain('Điều chỉnh theo kiểm kê');
  await officer.goBack();
  await officer.getByRole('link', { name: 'Viên uống tránh thai · Miễn phí' }).locator('visible=true').first().click();
  await officer.getByRole('heading', { level: 1, name: 'Thẻ kho' }).waitFor();
  expect(await onPaper(officer, 'stock-card')).toBe(1);
});

test('users stand beside what was given, of this month and of the one before', async () => {
  await follow(officer, 'PTTT');
  await follow(officer, 'Đối chiếu người dùng với số cấp');
  await officer
    .getByText(/Người dùng \d/)
    .first()
    .waitFor();
  await look(officer, 'stock-compare', phoneLooks);
  await officer
    .getByRole('button', { name: /^Tháng/ })
    .first()
    .click();
  await officer
    .getByRole('button', { name: /^Tháng/ })
    .nth(1)
    .waitFor();
  await officer.waitForURL(/compare\?month=\d{4}-\d{2}$/);
});

test('the order is computed, changed with a reason, and sent to the level above', async () => {
  await follow(officer, 'PTTT');
  await follow(officer, /Kho trạm/);
  await follow(officer, 'Dự trù');
  await look(officer, 'stock-order', phoneLooks);
  await officer.getByLabel(/Đề nghị cấp/).fill('60');
  await press(officer, 'Lập dự trù');
  await officer.getByText('Ghi lý do khi thay đổi trên 20 %').first().waitFor();
  await officer.getByLabel(/Vì sao khác/).fill('Chuẩn bị chiến dịch tháng 12');
  await press(officer, 'Lập dự trù');
  await saved(officer);
  await officer.getByText('Tuyến trên chưa duyệt').waitFor();
  await send(officer);
});

test('the level above sees what the station has, grants 45 of 60, and says why', async () => {
  const level = await office.desk();
  await level.goto(`${hub.address}/console`);
  await level.getByLabel('Tên đăng nhập').fill(hub.console.user);
  await level.getByLabel('Mật khẩu').fill(hub.console.password);
  await press(level, 'Đăng nhập');
  await level.getByLabel('Mật khẩu mới', { exact: true }).fill('con trâu đi trước cái cày');
  await level.getByLabel('Nhập lại mật khẩu mới').fill('con trâu đi trước cái cày');
  await press(level, 'Đổi mật khẩu');
  await press(level, 'Kho phương tiện tránh thai');
  await level.getByText('Chuẩn bị chiến dịch tháng 12').waitFor();
  await look(level, 'console-stock', [desk]);
  await level.getByLabel(/Số lượng duyệt/).fill('45');
  await press(level, 'Duyệt dự trù');
  await level.getByText('Ghi lý do khi duyệt khác số đề nghị').waitFor();
  await level.getByLabel(/Vì sao khác số đề nghị/).fill('Kho tỉnh chỉ còn 45');
  await look(level, 'console-order', [desk]);
  await press(level, 'Duyệt dự trù');
  await level.getByText(/Đã duyệt ngày .*45 vỉ/).waitFor();
  await look(level, 'console-confirmed', [desk]);
  expect((await level.getByRole('main').textContent()) ?? '').not.toContain('Hoà');
  await level.close();
});

test('the phone learns of it, and two thirds of what was granted come', async () => {
  await send(officer);
  await follow(officer, 'PTTT');
  await officer.getByText('1 dòng dự trù đã duyệt, chưa nhận đủ').waitFor();
  await follow(officer, /Kho trạm/);
  await officer.getByText(/Kho tỉnh chỉ còn 45/).waitFor();
  await look(officer, 'stock-granted', phoneLooks);
  await follow(officer, 'Nhận theo dự trù');
  expect(await officer.getByLabel('Số lượng').inputValue()).toBe('45');
  await officer.getByLabel('Số lượng').fill('30');
  await officer.getByLabel('Số lô').fill('VN-27.02');
  await look(officer, 'stock-receive-order', phoneLooks);
  await press(officer, 'Lưu');
  await officer.getByText('Còn 310 vỉ').waitFor();
  await officer.getByText('Đã nhận 30, còn 15 vỉ').waitFor();
  await follow(officer, 'Dự trù');
  await officer.getByText('Đang đặt', { exact: true }).waitFor();
  expect(await officer.getByRole('main').textContent()).toMatch(/Đang đặt15/);
  await look(officer, 'stock-order-answered', phoneLooks);
  await follow(officer, 'Phiếu dự trù phương tiện tránh thai');
  await officer.getByText('Bùi Thị Trạm').waitFor();
  await look(officer, 'stock-order-paper', [...phoneLooks, desk]);
  expect(await onPaper(officer, 'stock-order')).toBe(1);
});

test('five blisters go from her to another village, by way of the station', async () => {
  await follow(officer, 'PTTT');
  await follow(officer, /Cộng tác viên/);
  await follow(officer, 'Chuyển cho cộng tác viên khác');
  await officer.getByRole('group', { name: 'Nơi nhận' }).getByRole('radio').first().check();
  await choose(officer, /VN-26.01/);
  await officer.getByLabel('Số lượng').fill('5');
  await look(officer, 'stock-pass-on', phoneLooks);
  await press(officer, 'Lưu');
  await officer.getByText('Còn 10 vỉ').waitFor();
  await follow(officer, 'PTTT');
  await officer.getByText('1 phiếu đang chuyển đến').waitFor();
});

test('she is pregnant: the same save ends the method that the book has, and says why', async () => {
  await openPanel(collaborator);
  await collaborator.getByText('Mang thai', { exact: true }).first().click();
  await press(collaborator, 'Hôm nay');
  const ends = collaborator.getByRole('group', { name: 'Biện pháp tránh thai đang dùng' });
  await ends.getByRole('radio', { name: 'Thôi từ ngày này' }).check();
  await look(collaborator, 'pregnancy-ends-method', phoneLooks);
  await press(collaborator, 'Lưu');
  await saved(collaborator);
  await openPanel(collaborator);
  await collaborator.getByText('Thôi sử dụng biện pháp tránh thai').first().waitFor();
  await look(collaborator, 'pregnancy-panel', phoneLooks);
});
