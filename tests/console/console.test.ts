import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Office, openOffice, signIn, sitSignedIn } from './console-in-chromium.ts';
import { account } from './invented-hub.ts';

let office: Office;
let page: Page;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(() => async () => {
  await page.context().setOffline(false);
  await page.close();
});

const openBirths = /^Số trẻ sinh ra sống: 1/;

test('somebody new: a wrong password, the first password, her own password, the report', async () => {
  page = await office.sit();
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  expect(await page.getByText('Nhập tên đăng nhập').isVisible()).toBe(true);

  await signIn(page, 'đoán bừa');
  await page.getByText('Tên đăng nhập hoặc mật khẩu sai. Hãy nhập lại.').waitFor();
  await signIn(page, account.first);

  await page.getByRole('heading', { name: 'Đổi mật khẩu lần đầu' }).waitFor();
  const next = page.getByLabel('Mật khẩu mới', { exact: true });
  const change = page.getByRole('button', { name: 'Đổi mật khẩu' });
  await next.fill('ngắn quá');
  await change.click();
  await page.getByText('Đặt mật khẩu dài ít nhất 12 ký tự').waitFor();
  await page.getByText('Hai lần nhập chưa giống nhau. Hãy nhập lại.').waitFor();
  await next.fill(account.next);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(account.next);
  await change.click();

  await page.getByRole('heading', { level: 1, name: /^Báo cáo 01-DSX, tháng \d\d\/\d{4}$/ }).waitFor();
  await page.getByRole('button', { name: 'Đăng xuất' }).click();
  await page.getByText('Đã đăng xuất.').waitFor();
});

test('the first password after a reload is asked again', async () => {
  page = await office.sit();
  office.hub.useFirstPassword();
  await signIn(page, account.first);
  await page.getByRole('heading', { name: 'Đổi mật khẩu lần đầu' }).waitFor();
  await page.reload();
  await page.getByLabel('Mật khẩu được cấp').fill(account.first);
  await page.getByLabel('Mật khẩu mới', { exact: true }).fill(account.first);
  await page.getByLabel('Nhập lại mật khẩu mới').fill(account.first);
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click();
  await page.getByText('Đặt mật khẩu khác mật khẩu được cấp').waitFor();
});

test('the month of one girl: counts, who is behind the number, her name on a stated ground', async () => {
  page = await sitSignedIn(office);
  const rows = await page.getByRole('row').allInnerTexts();
  expect(rows.map((row) => row.split('\t'))).toEqual([
    ['STT', 'Chỉ tiêu', 'Đơn vị', 'Trong tháng', 'Lũy kế từ đầu năm'],
    ['1', 'Số trẻ sinh ra sống', 'người', '1', '4'],
    ['1.1', 'Nam', 'người', '0', '3'],
    ['1.2', 'Nữ', 'người', '1', '4'],
    ['2', 'Tỷ số giới tính khi sinh', 'người', '—', '—'],
  ]);
  expect(await page.getByRole('button', { name: 'Dân số cuối tháng: 1.214. Xem danh sách' }).isVisible()).toBe(true);

  await page.getByRole('button', { name: openBirths }).click();
  const list = page.getByRole('region', { name: 'Danh sách: Số trẻ sinh ra sống' });
  await list.getByRole('cell', { name: '05/11/2026' }).waitFor();
  expect((await list.getByRole('row').allInnerTexts())[1]).toBe('42\tThôn Đông\t05/11/2026\tNữ');
  expect(await page.content()).not.toContain('Trần Thị Mai');

  await list.getByRole('button', { name: 'Xem tên' }).click();
  await list.getByLabel('Lý do xem tên').fill('xem ');
  await list.getByRole('button', { name: 'Xem tên' }).click();
  await list.getByText('Ghi lý do xem tên, ít nhất 5 ký tự').waitFor();
  expect(office.hub.looks).toEqual([]);
  await list.getByLabel('Lý do xem tên').fill('đối chiếu giấy chứng sinh');
  await list.getByRole('button', { name: 'Xem tên' }).click();
  await list.getByRole('cell', { name: 'Trần Thị Mai' }).waitFor();
  expect(office.hub.looks).toEqual(['1 đối chiếu giấy chứng sinh']);
  await list.getByText(/^Lần xem tên lúc \d\d:\d\d đã ghi vào nhật ký\.$/).waitFor();

  await list.getByRole('button', { name: 'Ẩn tên' }).click();
  expect(await page.content()).not.toContain('Trần Thị Mai');
  expect(office.hub.asked.filter((url) => /Mai|Tr%E1%BA%A7n|gi%E1%BA%A5y/i.test(url))).toEqual([]);
});

test('the quarter, part by part: ages by sex, ours behind a switch, a share opens its parts, a private list says how many', async () => {
  page = await sitSignedIn(office);
  await page.getByRole('button', { name: 'Quý', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: /^Báo cáo 02-DSX, quý [1-4]\/\d{4}$/ }).waitFor();
  expect(await page.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
    'I. Hộ và nhân khẩu',
    'III. Sử dụng biện pháp tránh thai',
  ]);
  const rows = await page.getByRole('row').allInnerTexts();
  expect(rows.filter((row) => row.includes('tuổi')).map((row) => row.split('\t'))).toEqual([
    ['0–4 tuổi', '3', '4', '7'],
    ['80+ tuổi', '1', '2', '3'],
  ]);
  expect(await page.getByText('Tỷ lệ sử dụng').count()).toBe(0);
  await page.getByRole('button', { name: 'Hiện số liệu ngoài mẫu' }).click();
  const share = page.getByRole('row', { name: /^Tỷ lệ sử dụng biện pháp tránh thai/ });
  expect((await share.allInnerTexts())[0]?.split('\t')).toEqual([
    '',
    'Tỷ lệ sử dụng biện pháp tránh thai (ngoài mẫu) · 2 / 3 · số nhỏ · Tính cả phụ nữ vắng mặt.',
    '%',
    '66,7',
    '69,7',
  ]);
  await share.getByRole('button').first().click();
  const list = page.getByRole('region', { name: /^Danh sách/ });
  await list.getByRole('button', { name: 'Số cặp mới sử dụng' }).click();
  await list.getByText('1 trường hợp. Danh sách không hiện họ tên.').waitFor();
  await list.getByText(/^Danh sách này nói điều riêng của từng người/).waitFor();
  expect(await list.getByRole('table').count()).toBe(0);
  await list.getByRole('button', { name: 'Xem tên' }).click();
  await list.getByLabel('Lý do xem tên').fill('đối chiếu sổ cấp thuốc');
  await list.getByRole('button', { name: 'Xem tên' }).click();
  await list.getByRole('cell', { name: 'Trần Thị Mai' }).waitFor();
  expect(office.hub.looks.at(-1)).toBe('12 đối chiếu sổ cấp thuốc');
});

test('back, forward and reload keep commune, month and row', async () => {
  page = await sitSignedIn(office);
  await page.getByLabel('Chọn kỳ').selectOption({ index: 1 });
  const heading = page.getByRole('heading', { level: 1 });
  await page.getByRole('button', { name: openBirths }).click();
  const month = await heading.textContent();
  const list = page.getByRole('region', { name: /^Danh sách/ });
  await list.waitFor();
  await page.goBack();
  await list.waitFor({ state: 'detached' });
  await page.goForward();
  await list.waitFor();
  await page.reload();
  await list.waitFor();
  expect(await heading.textContent()).toBe(month);
  expect(new URL(page.url()).search).toMatch(/^\?book=b1&period=\d{4}-\d\d&row=1$/);
  await page.getByRole('button', { name: 'Phường Hòa Bình' }).click();
  await list.waitFor({ state: 'detached' });
  expect(new URL(page.url()).search).toMatch(/^\?book=b2&period=\d{4}-\d\d$/);
});

test('work kept aside is told where there is some: whose, how much, why and what to do, never what it says', async () => {
  page = await sitSignedIn(office);
  await page.getByRole('button', { name: openBirths }).waitFor();
  const aside = page.getByRole('heading', { name: 'Việc để riêng, chờ quyết' });
  expect(await aside.count()).toBe(0);
  await page.getByRole('button', { name: 'Phường Hòa Bình' }).click();
  await aside.waitFor();
  const line = page.getByRole('listitem').filter({ hasText: 'Lê Thị Hoa (máy 7f3k2m9q): 12 việc' });
  expect(await line.textContent()).toContain('máy đang bị dừng');
  await page.getByText('npm run quarantine').waitFor();
});

test('by keyboard: a number opens, the list takes the focus, closing gives it back', async () => {
  page = await sitSignedIn(office);
  await page.getByRole('button', { name: openBirths }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('cell', { name: '42' }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('cases-title');
  await page.getByRole('button', { name: 'Đóng danh sách' }).press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('figure-1');
});

test('an empty list says so', async () => {
  page = await sitSignedIn(office);
  await page.getByRole('button', { name: /^Nam: 0/ }).click();
  await page.getByText('Không có trường hợp nào trong kỳ này.').waitFor();
  expect(await page.getByRole('button', { name: 'Xem tên' }).count()).toBe(0);
});

test('a captive portal, an overload and a commune that is not hers: words, and a way on', async () => {
  page = await sitSignedIn(office);
  const reload = page.getByRole('button', { name: 'Tải lại' });
  const again = page.getByRole('button', { name: 'Thử lại' });
  for (const [status, body, words] of [
    [200, '<html>Đăng nhập Wi-Fi</html>', /Máy chủ trả lời không đúng/],
    [200, '{"form":"01-DSX","rows":[{"value":"1"}]}', /Máy chủ trả lời không đúng/],
    [503, '', /Máy chủ đang bận/],
    [404, '', /Không có số liệu này/],
  ] as const) {
    office.hub.answerNextReport(status, body);
    await reload.click();
    await page.getByText(words).waitFor();
    await again.click();
    await page.getByRole('table').waitFor();
  }
});

test('without network it says so, calmly, and goes on by itself when the network returns', async () => {
  page = await sitSignedIn(office);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: 'Kỳ trước' }).click();
  await page.getByText(/Không tới được máy chủ/).waitFor();
  await page.context().setOffline(false);
  await page.getByRole('table').waitFor();
});

test('a session that the hub ended shows the door', async () => {
  page = await sitSignedIn(office);
  office.hub.forgetSessions();
  await page.getByRole('button', { name: 'Kỳ trước' }).click();
  await page.getByText('Phiên làm việc đã kết thúc. Đăng nhập để xem tiếp.').waitFor();
});

test('fifteen minutes without use end the session; a key pressed before that does not', async () => {
  page = await sitSignedIn(office);
  await page.clock.install();
  await page.reload();
  await page.getByRole('table').waitFor();
  await page.clock.fastForward('14:00');
  await page.keyboard.press('Tab');
  await page.clock.fastForward('14:30');
  expect(await page.getByRole('table').count()).toBe(1);
  await page.clock.fastForward('01:00');
  await page.getByText('Đã tự đăng xuất vì 15 phút không dùng. Đăng nhập để xem tiếp.').waitFor();
  expect(await page.getByRole('table').count()).toBe(0);
  await page.reload();
  await page.getByRole('button', { name: 'Đăng nhập' }).waitFor();
});
