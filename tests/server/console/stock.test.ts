import { expect, test } from 'vitest';
import { hashPassword } from '../../../server/auth/password.ts';
import type { StockAnswer, StockOrdersAnswer } from '../../../src/sync/console-api.ts';
import { foundTestCommune } from '../commune.ts';
import { onEachEngine } from '../engines.ts';
import { activatePhone } from '../phone.ts';
import { openSite } from '../site.ts';
import { birthDay } from './one-birth.ts';

/* The station orders, the level above answers, and the answer reaches the phones like anything else of the book. */

onEachEngine('orders at the console', (bench) => {
  const { hub } = bench;
  const post = (body: unknown, cookie: string) => ({
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify(body),
  });
  const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? '';

  async function begin(role: 'approver' | 'viewer' = 'approver') {
    const { request } = openSite(hub());
    const commune = await foundTestCommune(hub());
    const phone = await activatePhone(request, await commune.officerCode());
    const name = `duyet-${role}-${commune.book}`;
    const hash = await hashPassword('lan-dau-tien');
    await hub().run({ is: 'console_user', at: hub().now(), name, fullName: 'Lê Văn Duyệt', role, hash });
    const entered = await request('/api/session', post({ name, password: 'lan-dau-tien' }, ''));
    const next = { password: 'lan-dau-tien', next: 'mot mat khau dai' };
    const cookie = cookieOf(await request('/api/password', post(next, cookieOf(entered))));
    const { book } = phone.activation;
    const place = commune.commune;
    const goods = { store: place, product: 'BCS', channel: 'free' };
    const order = { date: birthDay, ...goods, computed: 1_100, quantity: 1_100 };
    const { envelope } = await phone.write([
      { kind: 'stock_movement', place, add: { date: birthDay, ...goods, type: 'opening', quantity: 40, lot: 'B1' } },
      { kind: 'stock_order', place, add: order },
    ]);
    await phone.upload(envelope.bytes);
    const line = `${phone.activation.device}.2`;
    const stock = async (): Promise<StockAnswer> =>
      (await request(`/api/stock?book=${book}`, { headers: { cookie } })).json();
    const answer = async (quantity: unknown, why: unknown = '', of = line): Promise<StockOrdersAnswer> =>
      (await request('/api/stock-orders', post({ book, lines: [{ order: of, quantity, why }] }, cookie))).json();
    const approvals = async () => (await phone.changes()).rows.filter(({ k }) => k === 'order_approval');
    return { request, commune, phone, book, name, cookie, line, stock, answer, approvals };
  }

  test('what the station has and asks for, the answer with its reason, and the phone that learns of it', async () => {
    const { stock, answer, approvals, line, book, name } = await begin();
    const [station] = (await stock()).stores;
    expect(station).toMatchObject({ level: 'station', shelves: [{ product: 'BCS', stock: 40 }] });
    expect(station?.ordered).toMatchObject([{ id: line, asked: 1_100, granted: null, answered: null, left: 1_100 }]);
    expect(await answer(800)).toEqual({ is: 'refused', why: 'why' });
    expect(await answer(800, 'Kho tỉnh chỉ còn 800')).toEqual({ is: 'confirmed', lines: 1 });
    const [row, ...others] = await approvals();
    expect(others).toEqual([]);
    expect(JSON.stringify(row)).toContain('Kho tỉnh chỉ còn 800');
    expect((await stock()).stores[0]?.ordered).toMatchObject([
      { granted: 800, left: 800, answered: { by: 'Lê Văn Duyệt', why: 'Kho tỉnh chỉ còn 800' } },
    ]);
    // Pressed twice, nothing is written twice; another answer takes its place.
    expect(await answer(800, 'Kho tỉnh chỉ còn 800')).toEqual({ is: 'confirmed', lines: 0 });
    expect(await answer(1_100)).toEqual({ is: 'confirmed', lines: 1 });
    expect((await stock()).stores[0]?.ordered).toMatchObject([{ granted: 1_100 }]);
    const log = await hub().database.transaction(undefined, (tx) =>
      tx.selectFrom('audit').select(['actor', 'action', 'object']).where('book', '=', book).orderBy('n').execute(),
    );
    const mine = log.filter(({ actor }) => actor === name);
    expect(mine.map(({ action }) => action)).toContain('stock');
    expect(mine.filter(({ action }) => action === 'confirm_order').map(({ object }) => object)).toEqual([
      `${line}:800`,
      `${line}:800`,
      `${line}:1100`,
    ]);
  });

  test('a line that is not there, half a box, a million, no list: refused, and nothing is written', async () => {
    const { answer, approvals, request, book, cookie } = await begin();
    expect(await answer(5, 'vì', 'd0.99')).toEqual({ is: 'refused', why: 'order' });
    for (const quantity of [1.5, -1, 1_000_000]) {
      expect(await answer(quantity, 'vì')).toEqual({ is: 'refused', why: 'quantity' });
    }
    expect(await answer('800', 'vì')).toEqual({ is: 'refused', why: 'order' });
    expect(await answer(5, 'x'.repeat(121))).toEqual({ is: 'refused', why: 'order' });
    const elsewhere = { book: 'b99999', lines: [{ order: 'd0.1', quantity: 1, why: '' }] };
    expect((await request('/api/stock-orders', post(elsewhere, cookie))).status).toBe(404);
    expect((await request('/api/stock-orders', post({ book, lines: [] }, cookie))).status).toBe(200);
    expect(await approvals()).toEqual([]);
  });

  test('a viewer neither sees stores nor answers orders; without a session nobody does', async () => {
    const { request, book, cookie, line, approvals } = await begin('viewer');
    const lines = [{ order: line, quantity: 1, why: 'vì' }];
    expect((await request(`/api/stock?book=${book}`, { headers: { cookie } })).status).toBe(403);
    expect((await request('/api/stock-orders', post({ book, lines }, cookie))).status).toBe(403);
    expect((await request('/api/stock-orders', post({ book, lines }, ''))).status).toBe(401);
    expect(await approvals()).toEqual([]);
  });

  test('an officer’s own phone cannot answer for the level above', async () => {
    const { phone, stock, line, commune } = await begin();
    const forged = { date: birthDay, order: line, quantity: 9_999 };
    const { envelope } = await phone.write([{ kind: 'order_approval', place: commune.commune, add: forged }]);
    await phone.upload(envelope.bytes);
    expect((await stock()).stores[0]?.ordered).toMatchObject([{ granted: null }]);
  });
});
