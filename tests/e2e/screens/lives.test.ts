import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { civilDay } from '../../../src/domain/calendar/civil-date.ts';
import { formatDate } from '../../../src/domain/calendar/partial-date.ts';
import type { Browser } from '../browsing/browser.ts';
import type { RunningHub } from '../hub.ts';
import { activate, openHouseholdOf } from '../phone-steps.ts';
import { storyOfOneBrowser } from '../story-hub.ts';
import { look, phoneLooks } from './looking.ts';

/*
 * A morning of the officer with the book on her phone: what is to be done, a household, one of its people, her private
 * part, a visit, a record taken back, two records joined. Each test goes on where the one before it stopped.
 */

const HEAD = 'Trần Văn Quyết';
const WIFE = 'Nguyễn Thị Hoà';
/** What a neighbour who looks over the shoulder must not read on lists and pages of a household. */
const secret = /thai|sàng lọc|tránh thai|con nuôi/i;

const story = storyOfOneBrowser('lives');
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
const link = (name: string | RegExp) => page.getByRole('main').getByRole('link', { name, exact: true });
const heading = (name: string | RegExp, level = 1) => page.getByRole('heading', { level, name });
const tab = (name: string) => page.getByRole('navigation', { name: 'Các mục chính' }).getByRole('link', { name });
const lookAt = (screen: string) => look(page, screen, phoneLooks);
const said = async () => (await page.getByRole('main').textContent()) ?? '';

describe('what is to be done', () => {
  test('stands on the home screen as a name and a household; the reason opens on a tap', async () => {
    // Each village has its household 7: for who keeps several, the row says which.
    const task = page.getByRole('button', { name: /^Thăm .* – hộ \d+ ?Thôn / }).first();
    await task.waitFor();
    // The job is everybody's: it says nothing of anybody.
    expect((await said()).replace('Phương tiện tránh thai', '')).not.toMatch(secret);
    await lookAt('home-tasks');
    expect(await task.getAttribute('aria-expanded')).toBe('false');
    await task.click();
    await page.getByText(/từ ngày/).waitFor();
    await lookAt('home-task-open');
  });

  test('has a page of its own, village by village', async () => {
    await link(/^Tất cả việc · còn \d+$/).click();
    await heading('Việc hôm nay').waitFor();
    const all = await page
      .getByRole('main')
      .getByText(/^\d+ việc$/)
      .textContent();
    await lookAt('tasks');
    await page.getByText('Thôn, tổ dân phố').click();
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Thôn / })
      .first()
      .click();
    await page.waitForURL(/place=/);
    await expect
      .poll(async () =>
        page
          .getByRole('main')
          .getByText(/^\d+ việc$/)
          .textContent(),
      )
      .not.toBe(all);
  });
});

describe('the book', () => {
  test('tells how large each village is, finds a household by number, and lists by what matters', async () => {
    await tab('Sổ A0').click();
    await page
      .getByText(/\d+ hộ · \d+ người/)
      .first()
      .waitFor();
    await lookAt('book-sizes');
    await page.getByRole('main').getByRole('link').first().click();
    await page.getByLabel('Tìm trong thôn').fill('12');
    await page.getByText(/^Hộ 12 · \d+ người$/).waitFor();
    await lookAt('village-found');
    await link('Lọc').click();
    await heading('Lọc danh sách').waitFor();
    expect(await said()).not.toMatch(secret);
    await lookAt('filters');
    await link(/^Từ 60 tuổi/).click();
    await page
      .getByText(/\d+ người$/)
      .first()
      .waitFor();
    await lookAt('filtered');
  });
});

describe('a household and one of its people', () => {
  test('the household’s page says who lives there, in the paper’s order, and nothing that is hers alone', async () => {
    await tab('Hôm nay').click();
    await openHouseholdOf(page, 'hoa', WIFE);
    await heading('Những gì đã thay đổi', 2).waitFor();
    const people = await page
      .getByRole('main')
      .getByRole('link', { name: /tuổi|sinh/ })
      .allTextContents();
    expect(people[0]).toContain(HEAD);
    expect(people[1]).toContain(WIFE);
    expect(await said()).not.toMatch(secret);
    await lookAt('household-page');
  });

  test('her page leads to her family; her private part tells who looked', async () => {
    await link(new RegExp(`^${WIFE}`)).click();
    await heading(WIFE).waitFor();
    expect(await said()).not.toMatch(secret);
    await link(new RegExp(`^${HEAD}`)).waitFor();
    await lookAt('person');
    await link('Phần riêng').click();
    await heading('Phần riêng').waitFor();
    expect(await page.getByText('Cán bộ dân số xã, lúc').count()).toBeGreaterThan(0);
    await lookAt('panel');
    await button('Cho người dân xem').click();
    await heading('Những gì sổ ghi về tôi').waitFor();
    await lookAt('own-data');
    await button('Ghi đề nghị sửa hoặc xóa').click();
    await page.getByText('Nhập điều cần sửa hoặc xóa').waitFor();
    await page.getByLabel('Anh/chị muốn sửa hoặc xóa gì?').fill('Ngày sinh ghi sai');
    await button('Ghi đề nghị sửa hoặc xóa').click();
    await page.getByText('Đã lưu trên máy').waitFor();
    await button('Xong, che lại').click();
    await heading('Phần riêng').waitFor();
  });

  test('a wrong entry is taken back; what it was stays said until then', async () => {
    // What she asked for stands in her own part, and is taken back there.
    await page.getByText('Muốn sửa hoặc xóa gì: Ngày sinh ghi sai').waitFor();
    await page.getByRole('button', { name: /^Rút lại: Đề nghị sửa hoặc xóa dữ liệu/ }).click();
    await lookAt('take-back');
    await page.getByRole('button', { name: 'Rút lại', exact: true }).click();
    await page.getByText('Đã rút lại').waitFor();
    await expect.poll(() => page.getByText('Ngày sinh ghi sai').count()).toBe(0);
    await button('Hoàn tác').click();
    await page.getByText('Muốn sửa hoặc xóa gì: Ngày sinh ghi sai').waitFor();
    await button('Quay lại').click();
    await heading(WIFE).waitFor();
    expect(await said()).not.toContain('Ngày sinh ghi sai');
  });

  test('two records of one person are joined, and two again after an undo', async () => {
    await link('Ghép hai bản ghi').click();
    await heading('Ghép hai bản ghi').waitFor();
    await page.getByLabel('Tìm người trong sổ').fill('hoa');
    await page
      .getByRole('main')
      .getByRole('button', { name: /^Nguyễn Thị Hoa/ })
      .first()
      .click();
    await page.getByText(/Hai dòng sẽ chỉ còn tính là một người/).waitFor();
    await lookAt('join');
    await button('Ghép thành một người').click();
    // Their names differ: asked about once more.
    await page
      .getByText(/Có đúng là một người không/)
      .first()
      .waitFor();
    await lookAt('join-doubt');
    await button('Đúng là một người, ghép lại').click();
    await page.getByText('Đã ghép hai bản ghi').waitFor();
    await button('Hoàn tác').click();
    await page.getByText('Đã hoàn tác').waitFor();
  });

  test('whoever is written down anew, and stands in the book already, is seen with the reasons before she is there twice', async () => {
    await tab('Hôm nay').click();
    await openHouseholdOf(page, 'hoa', WIFE);
    await button('Ghi biến động').click();
    await button('Chuyển đến từ xã khác').or(link('Chuyển đến từ xã khác')).click();
    await button('Hôm nay').click();
    await page.getByRole('radio', { name: 'Không', exact: true }).check();
    await button('Tiếp tục').click();
    await page.getByLabel('Họ và tên', { exact: true }).fill('tran van quyet');
    const alike = heading('Có thể đã có trong sổ', 2);
    await alike.waitFor();
    await page
      .getByText(/^Họ tên chỉ khác dấu/)
      .first()
      .waitFor();
    await lookAt('doubles');
    await page.getByLabel('Họ và tên', { exact: true }).fill('Nông Văn Khác Hẳn');
    await expect.poll(() => alike.count()).toBe(0);
    await page.getByLabel('Họ và tên', { exact: true }).fill(HEAD);
    await link(`Đúng là người này: ${HEAD}`).first().click();
    await heading(HEAD).waitFor();
    // What was begun waits, until it is dropped.
    await tab('Hôm nay').click();
    await page.getByRole('button', { name: /^Bỏ: Chuyển đến/ }).click();
    await page.getByText('Đã bỏ bản ghi dở').waitFor();
  });
});

describe('a visit', () => {
  test('takes three taps in its form, and stands in what changed; another day and who was met where it matters', async () => {
    await tab('Hôm nay').click();
    await link('Thăm hộ').click();
    await heading('Thăm hộ nào?').waitFor();
    await page.getByLabel('Tìm hộ, người').fill(HEAD);
    await lookAt('visit-choose');
    await page.getByRole('main').getByRole('link', { name: HEAD }).first().click();
    await heading('Thăm hộ').waitFor();
    await lookAt('visit');
    await button('Lưu').click();
    await page.getByText('Còn 1 chỗ cần sửa').waitFor();
    await page.getByRole('radio', { name: 'Thăm hộ' }).check();
    await page.getByRole('checkbox', { name: 'Cập nhật sổ hộ' }).check();
    await button('Lưu').click();
    await page.getByText('Đã lưu trên máy').waitFor();
    await page.getByText('Hình thức: Thăm hộ').waitFor();
    // What was talked about is nobody else's business.
    expect(await said()).not.toContain('Cập nhật sổ hộ');
    await link('Thăm hộ').click();
    await page.getByRole('radio', { name: 'Gọi điện' }).check();
    await page.getByText(/^Hôm nay, .*Đổi ngày$/).click();
    await button('Hôm qua').click();
    await page.getByRole('radio', { name: new RegExp(`^${HEAD}`) }).check();
    await lookAt('visit-other-day');
    await button('Lưu').click();
    await page.getByText('Hình thức: Gọi điện').waitFor();
  });
});

describe('what is done along with a visit', () => {
  test('is ticked, written down with it, and goes with it when it is undone', async () => {
    await tab('Hôm nay').click();
    await link(/^Tất cả việc/).click();
    await heading('Việc hôm nay').waitFor();
    const more = page.getByRole('button', { name: /^Xem thêm/ });
    while ((await more.count()) > 0) {
      const before = await page.getByRole('button', { expanded: false }).count();
      await more.click();
      await expect.poll(() => page.getByRole('button', { expanded: false }).count()).toBeGreaterThan(before);
    }
    const elder = page.getByRole('button', { name: /^Thăm (ông|bà) / }).last();
    await elder.click();
    await link('Mở trang của hộ').click();
    await heading(/^Hộ số/).waitFor();
    // Its past comes behind the page itself. What was taken back stays there, ruled through.
    await heading('Những gì đã thay đổi', 2).waitFor();
    const hasText = `Khám sức khỏe người cao tuổi ${formatDate(civilDay(Date.now()))}`;
    const today = page.getByRole('listitem').filter({ hasText });
    const standing = () => today.filter({ hasNotText: 'Đã rút lại' }).count();
    const ruledThrough = () => today.filter({ hasText: 'Đã rút lại' }).count();
    expect([await standing(), await ruledThrough()]).toEqual([0, 0]);
    await link('Thăm hộ').click();
    await page.getByRole('radio', { name: 'Thăm hộ' }).check();
    const along = page.getByRole('group', { name: /^Việc làm xong trong lần này/ });
    const checkUp = along.getByRole('checkbox', { name: /Khám sức khỏe người cao tuổi/ });
    await checkUp.first().check();
    await lookAt('visit-along');
    await button('Lưu').click();
    await page.getByText('Đã lưu trên máy').waitFor();
    await expect.poll(standing).toBe(1);
    await button('Hoàn tác').click();
    await page.getByText('Đã hoàn tác').waitFor();
    await expect.poll(ruledThrough).toBe(1);
    expect(await standing()).toBe(0);
  });
});

describe('the review', () => {
  test('groups what looks wrong, and each line opens its record', async () => {
    await tab('Hôm nay').click();
    await link('Rà soát').click();
    await heading('Rà soát').waitFor();
    // What is found in the figures leads to the report; what is found in a record to the record.
    const groups = page.getByRole('main').getByRole('link', { name: /^(?!Tỷ số|Cộng|Dân số)/ });
    await groups.first().waitFor();
    await lookAt('review');
    await groups.first().click();
    await page.getByText(/^\d+ chỗ$/).waitFor();
    await lookAt('review-lines');
    await page.getByRole('main').getByRole('link').first().click();
    await button('Ghi biến động').waitFor();
  });

  test('what is not there says so', async () => {
    await page.goto(`${hub.address}/person/khong.co`);
    await page.getByLabel('Mã PIN', { exact: true }).fill('290417');
    await button('Mở khóa').click();
    await heading('Không có người này trong sổ trên máy').waitFor();
  });
});
