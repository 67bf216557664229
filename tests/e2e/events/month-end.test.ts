import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate } from '../phone-steps.ts';
import { type Look, look, onPaper, phoneLooks } from '../screens/looking.ts';
import { startStoryHub } from '../story-hub.ts';
import { goHome, press, send } from './steps.ts';

/*
 * The end of a month: a collaborator hands in her slip from her phone, the officer goes through it at the meeting on the
 * office PC, accepts it, and looks at the month beside last year. Each test goes on where the one before it stopped.
 */

const desk: readonly Look[] = [{ name: '1280', width: 1280, height: 800, isJudged: true }];
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-month-'));
let hub: RunningHub;
let office: Browser;
let field: Browser;
let officer: Page;
let collaborator: Page;

beforeAll(async () => {
  hub = await startStoryHub(scratch);
  office = await openBrowser(join(scratch, 'office'));
  field = await openBrowser(join(scratch, 'field'));
  officer = await office.desk(hub.address);
  collaborator = await field.phone(hub.address);
  for (const page of [officer, collaborator]) page.setDefaultTimeout(15_000);
  await activate(officer, hub.officer);
  await activate(collaborator, hub.collaborator);
}, 240_000);

afterAll(async () => {
  await office?.close();
  await field?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();
const follow = (page: Page, name: string | RegExp) =>
  page
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
    .click();
const saved = (page: Page) => page.getByText('Đã lưu trên máy').first().waitFor();

describe("the collaborator's slip", () => {
  test('is one tap from home: eleven lists, each as long as it says', async () => {
    await goHome(collaborator);
    await follow(collaborator, 'Phiếu P0 tháng');
    await heading(collaborator, /^Phiếu P0 · Tháng/);
    await collaborator.getByText('Chưa nộp').waitFor();
    expect(await collaborator.getByRole('link', { name: /^\d+\. / }).count()).toBe(11);
    await look(collaborator, 'slip', phoneLooks);
    const row = collaborator.getByRole('link', { name: /^11\. / });
    const lines = Number(/(\d+)$/.exec(((await row.textContent()) ?? '').trim())?.[1]);
    await row.click();
    await heading(collaborator, /^11\. Người cao tuổi khám sức khỏe/);
    await (lines === 0
      ? collaborator.getByText('Không có trong tháng.')
      : collaborator.getByText(`${lines} dòng`)
    ).waitFor();
    await look(collaborator, 'slip-list', phoneLooks);
    await press(collaborator, 'Quay lại');
  }, 120_000);

  test('a private list says that looks are logged before it opens', async () => {
    await follow(collaborator, /^9\. /);
    await collaborator.getByText(/^Danh sách này nói điều riêng/).waitFor();
    await look(collaborator, 'slip-private', phoneLooks);
    await press(collaborator, 'Mở danh sách');
    await collaborator.getByText(/^(?:\d+ dòng|Không có trong tháng\.)$/).waitFor();
    await press(collaborator, 'Quay lại');
  }, 60_000);

  test('is printed on A4 with room for two hands', async () => {
    await follow(collaborator, 'In phiếu');
    await press(collaborator, 'Lập phiếu từ sổ (lần xem được ghi lại)');
    await collaborator.getByText('Cộng tác viên dân số lập phiếu').waitFor();
    expect(await collaborator.locator('.sheet-slip').count()).toBe(11);
    expect(await onPaper(collaborator, 'slip-paper')).toBeLessThanOrEqual(4);
    await press(collaborator, 'Quay lại');
  }, 60_000);

  test('is asked before it is handed in, and sent', async () => {
    await heading(collaborator, /^Phiếu P0/);
    await press(collaborator, 'Nộp phiếu tháng');
    await collaborator.getByText(/^Nộp phiếu Tháng .*dòng\?$/).waitFor();
    await press(collaborator, 'Đúng, nộp phiếu');
    await saved(collaborator);
    await collaborator.getByText(/^Đã nộp ngày/).waitFor();
    await look(collaborator, 'slip-handed', phoneLooks);
    await send(collaborator);
  }, 90_000);
});

async function seesAnswer(page: Page): Promise<boolean> {
  await send(page);
  await follow(page, 'Phiếu P0 tháng');
  await heading(page, /^Phiếu P0/);
  return page.getByText(/^Đã thẩm định ngày/).isVisible();
}

describe('the meeting', () => {
  test('shows whose slip is in, on one screen', async () => {
    await send(officer);
    await follow(officer, 'Thêm');
    await follow(officer, 'Giao ban');
    await heading(officer, /^Giao ban · Tháng/);
    await officer.getByText(/^Phiếu đã nộp 1 \/ \d+$/).waitFor();
    await officer
      .getByRole('checkbox', { name: /^Có mặt/ })
      .first()
      .check();
    await officer.getByLabel('Việc tháng sau').fill('Khám sức khỏe người cao tuổi\nThăm hộ mới đến');
    await press(officer, 'Lưu');
    await saved(officer);
    await officer.getByText(/^Có mặt 1 \/ \d+$/).waitFor();
    // The reminder is of what is saved: it follows the words that say so.
    await officer.locator('blockquote', { hasText: /đã nộp 1 \/ \d+.*Thăm hộ mới đến/s }).waitFor();
    await press(officer, 'Tìm chỗ cần hỏi lại');
    await officer.getByRole('button', { name: /^Tìm chỗ|^Đang rà/ }).waitFor({ state: 'detached' });
    await look(officer, 'meeting', [...desk, ...phoneLooks]);
    await onPaper(officer, 'meeting-paper');
  }, 180_000);

  test('a slip is accepted whole; only its doubtful lines ask for a tick', async () => {
    await officer
      .getByRole('row', { name: /Đã nộp ngày/ })
      .getByRole('link')
      .click();
    await heading(officer, /^Phiếu P0/);
    await press(officer, 'Tìm chỗ cần hỏi lại');
    await officer.getByRole('heading', { name: 'Thẩm định' }).waitFor();
    await press(officer, 'Trả lại để bổ sung');
    await officer.getByText('Ghi lý do trả lại').first().waitFor();
    await look(officer, 'judge', [...desk, ...phoneLooks]);
    for (const tick of await officer.getByRole('group', { name: 'Đã hỏi lại, đúng' }).getByRole('checkbox').all())
      await tick.check();
    await press(officer, 'Nhận cả phiếu');
    await saved(officer);
    await officer.getByText(/^Đã thẩm định ngày/).waitFor();
    await send(officer);
    // A sync of hers that was under way asked the hub before the officer's answer was there: she asks once more.
    await expect.poll(() => seesAnswer(collaborator), { timeout: 60_000 }).toBe(true);
  }, 120_000);
});

describe('the month beside others', () => {
  test('last year and the targets, counts before per cent', async () => {
    await goHome(officer);
    await follow(officer, 'Báo cáo');
    await press(officer, 'Quý');
    await follow(officer, 'So sánh');
    await heading(officer, /^So sánh · Quý/);
    await follow(officer, /^Chỉ tiêu năm/);
    await officer
      .getByLabel(/^Tỷ lệ sử dụng biện pháp tránh thai hiện đại/)
      .first()
      .fill('65');
    await officer.getByLabel(/^Số cặp mới sử dụng/).fill('nhiều');
    await press(officer, 'Lưu');
    await officer.getByText('Nhập một số, ví dụ 65 hoặc 111,4').first().waitFor();
    await officer.getByLabel(/^Số cặp mới sử dụng/).fill('400');
    await look(officer, 'targets', [...desk, ...phoneLooks]);
    await press(officer, 'Lưu');
    await saved(officer);
    await press(officer, 'Quay lại');
    await officer
      .getByText(/Chỉ tiêu năm: \d+ \/ 400 · còn \d+ · đạt \d+ %/)
      .first()
      .waitFor();
    await look(officer, 'compare', [...desk, ...phoneLooks]);
  }, 180_000);

  test('village by village, each number opens', async () => {
    await follow(officer, 'Theo thôn');
    await heading(officer, /^Theo thôn/);
    await look(officer, 'villages', [...desk, ...phoneLooks]);
    const cell = officer.getByRole('link', { name: /^Thôn .*Tổng số trẻ sinh ra/ }).first();
    const count = ((await cell.textContent()) ?? '').trim();
    await cell.click();
    await officer.getByText(count === '0' ? /^Không có trường hợp/ : `${count} trường hợp`).waitFor();
    await press(officer, 'Quay lại');
  }, 120_000);

  test('as pictures, each with its table', async () => {
    await follow(officer, 'Biểu đồ');
    await heading(officer, /^Biểu đồ/);
    await officer.getByRole('heading', { name: 'Tỷ lệ sử dụng BPTT hiện đại' }).waitFor();
    await expect.poll(() => officer.getByRole('table').count(), { timeout: 30_000 }).toBe(6);
    expect(await officer.getByRole('img').count()).toBe(5);
    // Fewer than a hundred births in each of these years: all grey. Of a month that has not begun nothing is said.
    const ratios = officer.getByRole('table', { name: 'Tỷ số giới tính khi sinh' });
    expect(await ratios.locator('tr.soft').count()).toBe(5);
    const births = officer.getByRole('table', { name: /^Trẻ sinh ra theo tháng/ });
    const toCome = 12 - Number(civilDay(Date.now()).slice(5, 7));
    expect(await births.getByRole('cell', { name: /^— \(/ }).count()).toBe(3 * toCome);
    await look(officer, 'pictures', [...desk, ...phoneLooks]);
    await onPaper(officer, 'pictures-paper');
  }, 180_000);

  test('as files, and as numbers to type in', async () => {
    await follow(officer, 'Xuất file');
    await heading(officer, /^Xuất file/);
    for (const [button, name] of [
      ['Xuất Excel (như biểu mẫu)', /02-dsx-.*\.xlsx$/],
      ['Xuất CSV', /02-dsx-.*\.csv$/],
      ['Xuất DHIS2 (JSON)', /02-dsx-.*\.json$/],
    ] as const) {
      const file = officer.waitForEvent('download');
      await press(officer, button);
      expect((await file).suggestedFilename()).toMatch(name);
    }
    await officer.getByText(/Đã kiểm tra trước khi gửi/).waitFor();
    await look(officer, 'files', [...desk, ...phoneLooks]);
    await follow(officer, 'Theo thứ tự màn hình nhập');
    await heading(officer, /^Số để nhập/);
    await look(officer, 'entry', [...desk, ...phoneLooks]);
  }, 180_000);
});
