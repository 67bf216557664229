import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { civilDay, dateAfter } from '../../../src/domain/calendar/civil-date.ts';
import { formatDate } from '../../../src/domain/calendar/partial-date.ts';
import { type Browser, openBrowser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate } from '../phone-steps.ts';
import { look, phoneLooks } from '../screens/looking.ts';
import { startStoryHub } from '../story-hub.ts';
import { looksUp, sendNow } from './steps.ts';

/* The station of a commune that was merged: a point of the new one, from its opening to the level above's page. */

const desk = { name: '1280', width: 1280, height: 800, isJudged: true } as const;
const scratch = mkdtempSync(join(tmpdir(), 'so-dan-so-points-'));
let hub: RunningHub;
let office: Browser;
let officer: Page;

beforeAll(async () => {
  hub = await startStoryHub(scratch);
  office = await openBrowser(join(scratch, 'office'));
  officer = await office.phone(hub.address);
  await activate(officer, hub.officer);
});

afterAll(async () => {
  await office?.close();
  await hub?.stop();
  rmSync(scratch, { recursive: true, force: true });
});

const press = (name: string, page = officer) => page.getByRole('button', { name, exact: true }).click();
const follow = (name: string | RegExp) =>
  officer
    .getByRole('link', { name, exact: typeof name === 'string' })
    .first()
    .click();
const choose = (name: string | RegExp) => officer.getByRole('radio', { name }).first().check();

test('it is opened under its name', async () => {
  await follow('PTTT');
  await follow('Mở điểm trạm');
  await press('Lưu');
  await officer.getByText('Nhập tên điểm trạm').first().waitFor();
  await officer.getByLabel('Tên điểm trạm').fill('Trạm Hương Bình cũ');
  await look(officer, 'stock-point', phoneLooks);
  await press('Lưu');
  await officer.getByText('Đã lưu trên máy').first().waitFor();
  await officer.getByText('Điểm trạm · Trạm Hương Bình cũ').waitFor();
});

test('the station supplies it: fifty are on their way, and still the commune’s', async () => {
  await follow(/Kho trạm/);
  await follow('Nhập');
  await choose('Viên uống tránh thai');
  await choose('Miễn phí');
  await officer.getByLabel('Số lượng').fill('300');
  await officer.getByLabel('Số lô').fill('VN-26.01');
  await press('Lưu');
  await officer.getByText('Còn 300 vỉ').waitFor();
  await follow('Xuất cho cộng tác viên, điểm trạm');
  await choose('Điểm trạm · Trạm Hương Bình cũ');
  await choose(/VN-26.01/);
  await officer.getByLabel('Số lượng').fill('50');
  await look(officer, 'stock-issue-point', phoneLooks);
  await press('Lưu');
  await officer.getByText('Còn 250 vỉ').waitFor();
  await officer.getByText(/ở điểm trạm 50 vỉ/).waitFor();
  await look(officer, 'stock-station-points', phoneLooks);
  await follow('PTTT');
  await officer.getByText('1 phiếu đang chuyển đến').waitFor();
  await look(officer, 'stock-stores-points', phoneLooks);
});

test('there it is taken in and given; it is not closed while something is left', async () => {
  await follow(/Điểm trạm · Trạm Hương Bình cũ/);
  await press('Đã nhận đủ');
  await officer.getByText('Còn 50 vỉ').waitFor();
  await follow('Cấp phát, không nêu tên');
  await officer.getByLabel('Số lượng').fill('3');
  await choose('Nữ');
  await officer.getByRole('group', { name: 'Nhóm tuổi' }).getByRole('radio').first().check();
  // It was yesterday, before the card had any: asked, and kept on its own day.
  await press('Ghi cho ngày khác');
  await press('Hôm qua');
  await look(officer, 'stock-give-late', phoneLooks);
  await press('Lưu');
  await press('Đúng, ghi như vậy');
  await officer.getByText('Còn 47 vỉ').waitFor();
  await follow('Viên uống tránh thai · Miễn phí');
  await officer.getByText(`${formatDate(dateAfter(civilDay(Date.now()), 0, -1))} · Cấp phát miễn phí`).waitFor();
  await looksUp(officer);
  await officer.goBack();
  await look(officer, 'stock-point-store', phoneLooks);
  await follow('Tên, đóng mở điểm trạm');
  await press('Đóng điểm trạm');
  await officer
    .getByText(/Điểm trạm còn hàng/)
    .first()
    .waitFor();
  await look(officer, 'stock-point-close', phoneLooks);
  await officer.getByLabel('Tên điểm trạm').fill('Trạm Hương Bình (cũ)');
  await press('Lưu');
  await officer.getByText('Điểm trạm · Trạm Hương Bình (cũ)').waitFor();
});

test('the level above sees it beside the station', async () => {
  await follow('Hôm nay');
  await sendNow(officer);
  const level = await office.desk();
  await level.goto(`${hub.address}/console`);
  await level.getByLabel('Tên đăng nhập').fill(hub.console.user);
  await level.getByLabel('Mật khẩu').fill(hub.console.password);
  await press('Đăng nhập', level);
  await level.getByLabel('Mật khẩu mới', { exact: true }).fill('con trâu đi trước cái cày');
  await level.getByLabel('Nhập lại mật khẩu mới').fill('con trâu đi trước cái cày');
  await press('Đổi mật khẩu', level);
  await press('Kho phương tiện tránh thai', level);
  await level.getByText('Điểm trạm · Trạm Hương Bình (cũ)').first().waitFor();
  await level.getByText('ở điểm trạm: 47').waitFor();
  await look(level, 'console-points', [desk]);
  await level.close();
});
