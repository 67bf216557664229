import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDatabase, storyEngines } from '../../server/engines.ts';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import { freePort, freshCode, type RunningHub, startHub } from '../hub.ts';
import { activate } from '../phone-steps.ts';
import { look } from '../screens/looking.ts';
import { goHome, press, send } from './steps.ts';

/*
 * The month end of a commune of five villages: four collaborators hand in their slips from their phones, the fifth brings
 * hers on paper. One goes back. The report is frozen, sent, returned, frozen again; a birth comes late, one difference is
 * planted, both are told apart; it is received. Each test goes on where the one before it stopped.
 */

const withPhones = ['001', '002', '003', '004'] as const;
const lateChild = 'Bùi Thị Muộn';
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-five-'));
const folder = join(scratch, 'hub');
const isPostgres = storyEngines.includes('PostgreSQL');
let owner = '';
let hub: RunningHub;
let office: Browser;
let field: Browser;
let officer: Page;
let collaborator: Page;
let desk: Page;
let month = '';

beforeAll(async () => {
  const database = isPostgres ? await createDatabase() : undefined;
  owner = database?.owner ?? '';
  const environment = database && { DATABASE_URL: database.login, DATABASE_OWNER_URL: database.owner };
  hub = await startHub(folder, await freePort(), ['--people', '2200'], undefined, environment);
  office = await openBrowser(join(scratch, 'office'));
  officer = await office.desk(hub.address);
  officer.setDefaultTimeout(15_000);
  await activate(officer, hub.officer);
}, 240_000);

afterAll(async () => {
  await office?.close();
  await field?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const deskLook = [{ name: '1280', width: 1280, height: 800, isJudged: true }] as const;

async function handIn(page: Page, button: string): Promise<void> {
  await goHome(page);
  await follow(page, 'Phiếu P0 tháng');
  await press(page, button);
  await press(page, 'Đúng, nộp phiếu');
  await page.getByText(/^Đã nộp ngày/).waitFor();
  await send(page);
}

async function openMeeting(): Promise<void> {
  await send(officer);
  await follow(officer, 'Thêm');
  await follow(officer, 'Giao ban');
  await officer.getByText(/^Phiếu đã nộp/).waitFor();
}

/** The slip of a keeper, from the table of the meeting. */
async function openSlip(state: RegExp): Promise<void> {
  await officer.getByRole('row', { name: state }).first().getByRole('link').click();
  await officer.getByRole('heading', { level: 1, name: /^Phiếu P0/ }).waitFor();
}

/** Looks for what is doubtful in the open slip; then it can be judged. */
async function findDoubts(): Promise<void> {
  await press(officer, 'Tìm chỗ cần hỏi lại');
  await officer.getByRole('heading', { name: 'Thẩm định' }).waitFor();
}

async function accept(): Promise<void> {
  await findDoubts();
  const doubtful = officer.getByRole('group', { name: 'Đã hỏi lại, đúng' });
  for (const tick of await doubtful.getByRole('checkbox').all()) await tick.check();
  await press(officer, 'Nhận cả phiếu');
  await officer.getByText(/^Đã thẩm định ngày/).waitFor();
  await press(officer, 'Quay lại');
}

async function freeze(): Promise<void> {
  await officer.getByRole('button', { name: 'Chốt số liệu' }).click();
  await officer.getByRole('button', { name: /^Chốt 01-DSX tháng/ }).click();
  await officer.getByText('Đã chốt số liệu trên máy.').waitFor();
}

async function fetchAnswer(state: string): Promise<void> {
  await officer.getByRole('button', { name: 'Gửi ngay' }).click();
  await officer
    .getByRole('link', { name: new RegExp(`^Bản \\d.*${state}`) })
    .first()
    .waitFor();
}

async function reopenReport(): Promise<void> {
  await desk.getByRole('button', { name: 'Về danh sách' }).click();
  await desk.getByRole('button', { name: /^Mở báo cáo 01-DSX của/ }).click();
  await desk.getByRole('heading', { name: 'Đối soát' }).waitFor();
}

describe('P0', () => {
  test('four are handed in from phones', async () => {
    for (const village of [...withPhones].reverse()) {
      await field?.close();
      field = await openBrowser(join(scratch, `field-${village}`));
      collaborator = await field.phone(hub.address);
      collaborator.setDefaultTimeout(15_000);
      const words = ['--role', 'collaborator', '--place', '99001', '--village', village];
      await activate(collaborator, freshCode(folder, words));
      // A month is handed in from a book that is whole.
      await send(collaborator);
      await handIn(collaborator, 'Nộp phiếu tháng');
    }
  }, 240_000);

  test('four of five are in at the meeting; before that the fifth would be a doubt of the report', async () => {
    await send(officer);
    const due = officer.getByRole('link', { name: /^01-DSX · Tháng/ });
    month = (await due.getAttribute('href'))?.split('/').at(-1) ?? '';
    await due.click();
    await officer.getByRole('link', { name: /^Phiếu P0 chưa nộp\s*1$/ }).click();
    await officer.getByText('Phiếu đã nộp 4 / 5').waitFor();
    await look(officer, 'five-meeting', deskLook);
  }, 120_000);

  test('the fifth is on paper', async () => {
    await openSlip(/Chưa nộp/);
    await press(officer, 'Đã nhận phiếu giấy');
    await press(officer, 'Đúng, nộp phiếu');
    await officer.getByText(/^Nộp phiếu giấy ngày/).waitFor();
    await accept();
    await officer.getByText('Phiếu đã nộp 5 / 5').waitFor();
  }, 120_000);

  test('one goes back with a reason, which its collaborator reads, and comes again', async () => {
    await openSlip(/Đã nộp ngày/);
    const whose = (await officer.getByRole('heading', { level: 1 }).locator('xpath=..').textContent()) ?? '';
    expect(whose).toContain('Cộng tác viên');
    await findDoubts();
    await officer.getByLabel('Lý do trả lại').fill('Thiếu ngày khám của 2 cụ');
    await press(officer, 'Trả lại để bổ sung');
    await officer.getByText('Lý do: Thiếu ngày khám của 2 cụ').waitFor();
    await send(officer);
    await expect
      .poll(
        async () => {
          await send(collaborator);
          await follow(collaborator, 'Phiếu P0 tháng');
          return collaborator.getByText('Lý do: Thiếu ngày khám của 2 cụ').isVisible();
        },
        { timeout: 60_000 },
      )
      .toBe(true);
    await handIn(collaborator, 'Nộp lại phiếu tháng');
  }, 120_000);

  test('all are accepted whole', async () => {
    await openMeeting();
    for (let left = withPhones.length; left > 0; left -= 1) {
      await openSlip(/Đã nộp ngày/);
      await accept();
    }
    await officer.getByText('Đã thẩm định 5 / 5').waitFor();
  }, 240_000);
});

describe('the report', () => {
  test('is frozen, sent, and equal to the last case at the level above, which returns it', async () => {
    await send(officer);
    await follow(officer, /^01-DSX · Tháng/);
    await officer.getByRole('heading', { name: 'Còn chưa chắc' }).waitFor();
    expect(await officer.getByText('Phiếu P0 chưa nộp').count()).toBe(0);
    await freeze();
    await fetchAnswer('Đã nộp');

    desk = await office.desk(`${hub.address}/console`);
    desk.setDefaultTimeout(15_000);
    await desk.getByLabel('Tên đăng nhập').fill(hub.console.user);
    await desk.getByLabel('Mật khẩu').fill(hub.console.password);
    await desk.getByRole('button', { name: 'Đăng nhập' }).click();
    await desk.getByLabel('Mật khẩu mới', { exact: true }).fill('một mật khẩu đủ dài 2026');
    await desk.getByLabel(/Nhập lại/).fill('một mật khẩu đủ dài 2026');
    await desk.getByRole('button', { name: 'Đổi mật khẩu' }).click();
    await desk.getByRole('button', { name: 'Báo cáo đã nộp' }).click();
    await desk.getByLabel('Chọn kỳ').selectOption(month);
    await desk.getByRole('button', { name: /^Mở báo cáo 01-DSX của/ }).click();
    await desk.getByText('Khớp', { exact: true }).waitFor();
    await desk.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    await desk.getByLabel('Lý do trả lại').fill('Thiếu chữ ký của trạm trưởng');
    await desk.getByRole('button', { name: 'Trả lại để bổ sung' }).click();
    await desk.getByText('Lý do: Thiếu chữ ký của trạm trưởng').waitFor();

    await officer.bringToFront();
    await fetchAnswer('Trả lại để bổ sung');
    await freeze();
    await fetchAnswer('Đã nộp');
  }, 180_000);

  test('a birth that comes late changes no number, and stands beside it with its author', async () => {
    await goHome(collaborator);
    await collaborator.getByLabel('Tìm hộ, người').fill('hoa');
    await collaborator.getByRole('link', { name: 'Nguyễn Thị Hoà' }).first().click();
    await press(collaborator, 'Ghi biến động');
    await press(collaborator, 'Sinh');
    await collaborator.getByRole('radio', { name: 'Nguyễn Thị Hoà' }).check();
    await collaborator.getByLabel('Họ và tên con').fill(lateChild);
    await collaborator.getByRole('radio', { name: 'Nữ', exact: true }).check();
    const [year = '', number = ''] = month.split('-');
    for (const [box, text] of [
      ['Ngày', '15'],
      ['Tháng', number],
      ['Năm', year],
    ] as const)
      await collaborator.getByLabel(box, { exact: true }).fill(text);
    await press(collaborator, 'Tiếp tục');
    const yes = collaborator.getByRole('button', { name: 'Đúng, ghi như vậy' });
    await yes.or(collaborator.getByLabel('Con thứ mấy')).first().waitFor();
    if (await yes.isVisible()) await yes.click();
    await collaborator.getByLabel('Con thứ mấy').fill('2');
    await collaborator.getByRole('group', { name: 'Nơi' }).getByRole('radio').first().check();
    await collaborator.getByRole('radio', { name: 'Không', exact: true }).check();
    await press(collaborator, 'Lưu');
    await collaborator.getByText('Đã lưu trên máy').first().waitFor();
    await send(collaborator);

    await officer.getByRole('link', { name: /^Bản 2/ }).click();
    await officer.getByText(/^Mã đối chiếu: /).waitFor();
    await officer.getByRole('button', { name: 'Gửi ngay' }).first().click();
    await officer.getByRole('heading', { name: 'Số liệu điều chỉnh' }).waitFor();
    await officer
      .getByText(new RegExp(`${lateChild}.*ghi ngày`))
      .first()
      .waitFor();
    await look(officer, 'five-late', deskLook);

    await desk.bringToFront();
    await reopenReport();
    await desk
      .getByText(/Tính thêm.*Sinh.*ghi ngày/)
      .first()
      .waitFor();
    expect(await desk.getByText('khác thật').count()).toBe(0);
    expect(await desk.getByText(lateChild).count()).toBe(0);
  }, 180_000);

  test.runIf(isPostgres)(
    'a difference that is planted is found, and told apart from what is late',
    async () => {
      await pretendWasKnown();
      await reopenReport();
      await desk
        .getByText(/khác thật/)
        .first()
        .waitFor();
      await look(desk, 'five-planted', deskLook);
    },
    60_000,
  );

  test('it is received, and the phone says so', async () => {
    await desk.getByRole('button', { name: 'Tiếp nhận' }).click();
    await desk.getByText('Đã tiếp nhận', { exact: true }).waitFor();
    await officer.bringToFront();
    await press(officer, 'Quay lại');
    await fetchAnswer('Đã tiếp nhận');
  }, 60_000);
});

/** As if the phone that froze the report had read everything that the hub has, and left the birth out all the same. */
async function pretendWasKnown(): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  await client.query('alter table verdict no force row level security');
  await client.query(`update verdict set verdict = jsonb_set(verdict::jsonb, '{n}', '1')::text
    where verdict::json ->> 'n' is not null`);
  await client.query('alter table verdict force row level security');
  await client.end();
}
