import { expect, test } from 'vitest';
import { hashPassword, isPassword } from '../../../server/auth/password.ts';
import { verifyAudit, verifyRows } from '../../../server/durable/audit-chain.ts';
import type { ReportTable } from '../../../src/domain/figure/report.ts';
import type { CasesAnswer, NamesAnswer, SessionAnswer } from '../../../src/sync/console-api.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine, type TestBench } from '../engines.ts';
import { activatePhone } from '../phone.ts';
import { openSite, type TestSite } from '../site.ts';
import { birthDay, birthDrafts, monthFrom, motherDrafts, thisMonth } from './one-birth.ts';

const first = 'lan-dau-tien';
const second = 'mot mat khau dai';
let users = 0;

async function addUser({ hub }: TestBench, role: 'approver' | 'viewer' = 'approver'): Promise<string> {
  users += 1;
  const name = `nguoi${users}`;
  const hash = await hashPassword(first);
  await hub().run({ is: 'console_user', at: hub().now(), name, fullName: 'Cấp trên', role, hash });
  return name;
}

const post = (body: unknown, cookie = '') => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', cookie },
  body: JSON.stringify(body),
});

const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

async function signIn({ request }: TestSite, name: string): Promise<string> {
  const entered = await request('/api/session', post({ name, password: first }));
  const changed = await request('/api/password', post({ password: first, next: second }, cookieOf(entered)));
  expect(await changed.json()).toEqual({ is: 'changed' });
  return cookieOf(changed);
}

onEachEngine('the console', (bench) => {
  const { hub, clock } = bench;

  async function beginWithBirth() {
    const opened = openSite(hub());
    const commune = await foundTestCommune(hub());
    const [village] = commune.villages;
    const phone = await activatePhone(opened.request, await commune.officerCode());
    await phone.upload((await phone.write(motherDrafts(village))).envelope.bytes);
    await phone.upload((await phone.write(birthDrafts(village, phone.activation.device))).envelope.bytes);
    const name = await addUser(bench);
    return { ...opened, commune, phone, village, name, cookie: await signIn(opened, name) };
  }

  test('the first password opens nothing but its own change', async () => {
    const opened = openSite(hub());
    const { request } = opened;
    const name = await addUser(bench);
    const entered = await request('/api/session', post({ name, password: first }));
    expect(await entered.json()).toEqual({ is: 'change_password' });
    expect(entered.headers.get('set-cookie')).toMatch(/^session=\S{40,}; Path=\/; HttpOnly; SameSite=Strict$/);
    const cookie = cookieOf(entered);
    expect((await request('/api/report?book=b&form=01-DSX&period=2026-11', { headers: { cookie } })).status).toBe(403);
    const change = async (body: unknown) => (await request('/api/password', post(body, cookie))).json();
    expect(await change({ password: 'x', next: second })).toEqual({ is: 'refused', why: 'wrong' });
    expect(await change({ password: first, next: 'ngắn' })).toEqual({ is: 'refused', why: 'short' });
    expect(await change({ password: first, next: first })).toEqual({ is: 'refused', why: 'same' });
    const fresh = await signIn(opened, name);
    const session: SessionAnswer = await (await request('/api/session', { headers: { cookie: fresh } })).json();
    expect(session).toMatchObject({ is: 'open', userName: 'Cấp trên', role: 'approver' });
    // The session of the first password ended with it, and so did that password.
    expect(await (await request('/api/session', { headers: { cookie } })).json()).toEqual({ is: 'none' });
    expect(await (await request('/api/session', post({ name, password: first }))).json()).toEqual({
      is: 'refused',
      why: 'wrong',
    });
  });

  test('the longest password that may be chosen opens again, on a keyboard that decomposes it too', async () => {
    const { request } = openSite(hub());
    const name = await addUser(bench);
    const next = 'ế'.normalize('NFC').repeat(250);
    const entered = await request('/api/session', post({ name, password: first }));
    await request('/api/password', post({ password: first, next }, cookieOf(entered)));
    for (const password of [next, next.normalize('NFD')]) {
      const answer: SessionAnswer = await (await request('/api/session', post({ name, password }))).json();
      expect(answer.is).toBe('open');
    }
  });

  test('a session ends after 15 idle minutes, and at once when left', async () => {
    const opened = openSite(hub());
    const cookie = await signIn(opened, await addUser(bench));
    const isOpen = async () =>
      (await (await opened.request('/api/session', { headers: { cookie } })).json()).is === 'open';
    clock.offset += 14 * 60_000;
    expect(await isOpen()).toBe(true);
    clock.offset += 16 * 60_000;
    expect(await isOpen()).toBe(false);
    clock.offset = 0;
    const again = await signIn(opened, await addUser(bench));
    await opened.request('/api/session', { method: 'DELETE', headers: { cookie: again } });
    expect(await (await opened.request('/api/session', { headers: { cookie: again } })).json()).toEqual({ is: 'none' });
  });

  test('after ten tries in a quarter of an hour the door is shut for a while, for a right password too', async () => {
    const { request } = openSite(hub());
    const name = await addUser(bench);
    const attempt = async (password: string) => (await request('/api/session', post({ name, password }))).json();
    for (let tries = 0; tries < 10; tries++) expect(await attempt('sai')).toEqual({ is: 'refused', why: 'wrong' });
    expect(await attempt(first)).toMatchObject({ is: 'refused', why: 'wait' });
    clock.offset += 20 * 60_000;
    expect(await attempt(first)).toEqual({ is: 'change_password' });
    clock.offset = 0;
  });

  test('behind https the cookie is bound to the host and never sent in clear', async () => {
    const name = await addUser(bench);
    const { request } = openSite(hub(), true);
    const entered = await request('/api/session', post({ name, password: first }));
    expect(entered.headers.get('set-cookie')).toMatch(
      /^__Host-session=\S{40,}; Path=\/; HttpOnly; SameSite=Strict; Secure$/,
    );
  });

  test("another site's page cannot act with this one's cookie", async () => {
    const opened = openSite(hub());
    const cookie = await signIn(opened, await addUser(bench));
    const from = async (headers: Record<string, string>) =>
      (await opened.request('/api/session', { method: 'DELETE', headers: { cookie, ...headers } })).status;
    expect(await from({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await from({ origin: 'https://evil.example', host: 'localhost' })).toBe(403);
    expect(await from({ 'sec-fetch-site': 'same-origin' })).toBe(200);
  });

  test("the month's 01-DSX counts the birth; the case behind it has no name", async () => {
    const { request, commune, cookie } = await beginWithBirth();
    const report = async (period: string): Promise<ReportTable> =>
      (await request(`/api/report?book=${commune.book}&form=01-DSX&period=${period}`, { headers: { cookie } })).json();
    const month = await report(thisMonth);
    const value = (table: ReportTable, key: string) =>
      [...table.above, ...table.rows].find((row) => row.key === key)?.value;
    expect(['births', 'births_m', 'births_f', 'pop_end'].map((key) => value(month, key))).toEqual([1, 1, 0, 2]);
    expect(['births', 'pop_end'].map((key) => value({ ...month, rows: [] }, key))).toEqual([undefined, 2]);
    expect(value(await report(monthFrom(-1)), 'births')).toBe(0);
    const row = month.rows.find(({ key }) => key === 'births')?.row ?? '';
    const path = `/api/cases?book=${commune.book}&form=01-DSX&row=${row}&period=${thisMonth}`;
    const text = await (await request(path, { headers: { cookie } })).text();
    const { cases } = JSON.parse(text) as CasesAnswer;
    expect(cases).toMatchObject([{ householdNumber: '7', date: birthDay, sex: 'male', name: '' }]);
    expect(text).not.toContain('Trần Gia Bảo');
  });

  test('a name is shown after a stated ground only, and the look is in the chain', async () => {
    const { request, commune, cookie, name } = await beginWithBirth();
    const path = `/api/report?book=${commune.book}&form=01-DSX&period=${thisMonth}`;
    const report: ReportTable = await (await request(path, { headers: { cookie } })).json();
    const row = report.rows.find(({ key }) => key === 'births')?.row ?? '';
    const ask = async (ground: unknown): Promise<NamesAnswer> =>
      (
        await request(
          '/api/names',
          post({ book: commune.book, form: '01-DSX', row, period: thisMonth, ground }, cookie),
        )
      ).json();
    expect(await ask('abcd')).toEqual({ is: 'refused', why: 'ground' });
    expect(await ask(5)).toEqual({ is: 'refused', why: 'ground' });
    // Half a pair: a database keeps another sign for it, and the chain would seem altered for good.
    expect(await ask('Kiểm tra \ud800 tại trạm')).toMatchObject({ is: 'refused' });
    const read = () =>
      hub().database.transaction(undefined, (tx) =>
        tx.selectFrom('audit').selectAll().where('book', '=', commune.book).where('action', '=', 'names').execute(),
      );
    expect(await read()).toEqual([]);
    const answer = await ask('Kiểm tra tại trạm');
    expect(answer.is === 'named' && answer.cases.map((one) => one.name)).toEqual(['Trần Gia Bảo']);
    expect(await read()).toMatchObject([
      { actor: name, ground: 'Kiểm tra tại trạm', object: `01-DSX ${row} ${thisMonth} (1)` },
    ]);
  });

  test('who read exact figures and lists is in the commune’s chain; a viewer gets none of them', async () => {
    const opened = await beginWithBirth();
    const { request, commune, cookie, name } = opened;
    const address = `book=${commune.book}&form=01-DSX&period=${thisMonth}`;
    const report: ReportTable = await (await request(`/api/report?${address}`, { headers: { cookie } })).json();
    const row = report.rows.find(({ key }) => key === 'births')?.row ?? '';
    await request(`/api/cases?${address}&row=${row}`, { headers: { cookie } });
    const viewer = await signIn(opened, await addUser(bench, 'viewer'));
    for (const path of [`/api/report?${address}`, `/api/cases?${address}&row=${row}`])
      expect((await request(path, { headers: { cookie: viewer } })).status).toBe(403);
    const rows = await hub().database.transaction(undefined, (tx) =>
      tx.selectFrom('audit').selectAll().where('book', '=', commune.book).orderBy('n').execute(),
    );
    expect(rows.slice(-2)).toMatchObject([
      { actor: name, action: 'report', object: `01-DSX ${thisMonth}` },
      { actor: name, action: 'cases', object: `01-DSX ${row} ${thisMonth} (1)` },
    ]);
  });

  test('failed sign-ins and refused requests of somebody known are in the hub’s chain; nobody fills it', async () => {
    const opened = openSite(hub());
    const { request } = opened;
    const name = await addUser(bench, 'viewer');
    await request('/api/session', post({ name, password: 'sai' }));
    await request('/api/session', post({ name: 'không có ai', password: 'sai' }));
    const cookie = await signIn(opened, name);
    for (let time = 0; time < 20; time++) await request('/api/report', { headers: { cookie } });
    const rows = await hub().database.transaction(undefined, (tx) =>
      tx
        .selectFrom('audit')
        .selectAll()
        .where('book', '=', 'hub')
        .where('action', 'in', ['sign_in_failed', 'refused'])
        .orderBy('n')
        .execute(),
    );
    const mine = rows.filter(({ actor }) => actor === name);
    expect(mine.map(({ action, object }) => [action, object])).toEqual([
      ['sign_in_failed', ''],
      ...Array.from({ length: 5 }, () => ['refused', 'GET /api/report']),
    ]);
    expect(JSON.stringify(rows)).not.toContain('không có ai');
  });

  test('a commune that is not here, an unknown form and an impossible month answer alike', async () => {
    const { request, commune, cookie } = await beginWithBirth();
    const { book } = commune;
    for (const query of [
      'book=bzzz&form=01-DSX&period=2026-11',
      `book=${book}&form=99-DSX&period=2026-11`,
      `book=${book}&form=01-DSX&period=2026-13`,
      '',
    ]) {
      const answer = await request(`/api/report?${query}`, { headers: { cookie } });
      expect([answer.status, await answer.text()]).toEqual([404, '{"error":"not_found"}']);
    }
  });

  test('the audit chain is whole; a row that was altered or cut out is named', async () => {
    const { commune } = await beginWithBirth();
    const rows = await hub().database.transaction(undefined, (tx) =>
      tx.selectFrom('audit').selectAll().where('book', '=', commune.book).orderBy('n').execute(),
    );
    expect(rows.map(({ action }) => action)).toEqual(['code', 'activate']);
    expect(verifyRows(rows)).toEqual({ is: 'whole', rows: 2, head: rows[1]?.hash });
    const altered = rows.map((row, index) => (index === 1 ? { ...row, object: 'viewer' } : row));
    expect(verifyRows(altered)).toEqual({ is: 'broken', n: 2, why: 'altered' });
    expect(verifyRows(rows.slice(1))).toEqual({ is: 'broken', n: 1, why: 'missing' });
    const chain = await hub().database.transaction(undefined, (tx) => verifyAudit(tx, commune.book));
    expect(chain).toEqual(verifyRows(rows));
  });

  test('a password is kept as Argon2id, each with its own salt', async () => {
    const [one, other] = [await hashPassword('một mật khẩu'), await hashPassword('một mật khẩu')];
    expect(one).toMatch(/^argon2id\$32768\$3\$/);
    expect(one).not.toBe(other);
    expect(await isPassword('một mật khẩu', one)).toBe(true);
    expect(await isPassword('một mật khẩu'.normalize('NFD'), one)).toBe(true);
    expect(await isPassword('một mật khẩu ', one)).toBe(false);
  });
});
