import { expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/value.ts';
import { monthLedger } from '../../../src/register/stock/month/month-ledger.ts';
import { offerFor } from '../../../src/register/stock/offer.ts';
import { shelfLines } from '../../../src/register/stock/shelf-lines.ts';
import { storePage } from '../../../src/register/stock/store-page.ts';
import { hoaFamily, lodgers, tell } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* One act, three books: her method, the collaborator's card, the line of the report. */

const today = '2026-11-22';
const pills = { product: 'VUTT', channel: 'free', lot: 'V7', expiry: '2027-06' };

async function stocked(more: Fields = {}) {
  const desk = openDesk([...hoaFamily, ...lodgers]);
  const receipt = { type: 'receipt', date: '2026-11-01', store: 'u-v1', ...pills, quantity: 10, ...more };
  await desk.record('stock_move', 'u-v1', receipt);
  return desk;
}

const give = (more: Fields = {}): Fields => ({
  person: 'p2',
  date: '2026-11-20',
  store: 'u-v1',
  ...pills,
  quantity: 2,
  use: 'start',
  pillCheck: ['none'],
  ...more,
});

const row = (desk: ReturnType<typeof openDesk>) => monthLedger(desk.register.folk, '2026-11')[0];
const methodOf = (desk: ReturnType<typeof openDesk>) => desk.register.get('p2')?.fields.method;

test('two blisters for Hoà: her method begins, the card goes down, and it is one act', async () => {
  const desk = await stocked();
  const { made, transaction } = await desk.record('stock_give', 'h1', give());
  expect([made('supply').length, made('method_start').length, made('stock_movement').length]).toEqual([1, 1, 1]);
  expect(methodOf(desk)).toBe('pill');
  expect(row(desk)).toMatchObject({ store: 'ctv:001', received: 10, dispensed: 2, closing: 8 });
  expect(desk.figure('new_users[pill]', '2026-11')).toBe(1);
  await desk.undo(transaction);
  expect(methodOf(desk) ?? null).toBeNull();
  expect(row(desk)).toMatchObject({ dispensed: 0, closing: 10 });
});

test('whichever of the three is taken back, before it was sent or after, the other two go along', async () => {
  for (const isSent of [false, true])
    for (const kind of ['supply', 'method_start', 'stock_movement']) {
      const desk = await stocked();
      const before = await desk.record('stock_give', 'h1', give({ date: '2026-11-10', use: 'beside', quantity: 1 }));
      const { made } = await desk.record('stock_give', 'h1', give());
      if (isSent) desk.send();
      expect((await desk.judgeTakeBack(...made(kind))).along).toHaveLength(2);
      await desk.takeBack(...made(kind));
      expect([kind, methodOf(desk) ?? null]).toEqual([kind, null]);
      // What she was given on another day stays, on both its cards.
      expect(desk.facts('supply', 'p2').map(({ quantity }) => quantity)).toEqual([1]);
      expect(before.made('supply')).toHaveLength(1);
      expect(row(desk)).toMatchObject({ dispensed: 1, closing: 9 });
    }
});

test('the next blisters are a supply and no new user; condoms beside it leave her method', async () => {
  const desk = await stocked();
  await desk.record('stock_give', 'h1', give({ date: '2026-11-02' }));
  const again = await desk.record('stock_give', 'h1', give({ use: 'again', pillCheck: null }));
  expect(again.made('method_start')).toEqual([]);
  await desk.record('stock_move', 'u-v1', {
    type: 'receipt',
    date: '2026-11-01',
    store: 'u-v1',
    product: 'BCS',
    channel: 'free',
    lot: 'B1',
    expiry: '2028-01',
    quantity: 100,
  });
  const condoms = give({ product: 'BCS', lot: 'B1', expiry: '2028-01', quantity: 10, use: 'beside', pillCheck: null });
  await desk.record('stock_give', 'h1', condoms);
  expect(methodOf(desk)).toBe('pill');
  expect(desk.figure('new_users[pill]', '2026-11')).toBe(1);
  // What she does not use is not supplied again.
  expect(await desk.stopped('stock_give', 'h1', { ...condoms, use: 'again' })).toEqual(['stock_give_not_in_use']);
});

test('the card names nobody, and her household’s page says nothing', async () => {
  const desk = await stocked();
  const { made } = await desk.record('stock_give', 'h1', give());
  const [line = ''] = made('stock_movement');
  expect(JSON.stringify(desk.register.get(line)?.fields)).not.toMatch(/p2|Ho/);
  expect(
    desk.register
      .changes('h1')
      .map(({ label }) => label.vi)
      .join(),
  ).not.toMatch(/viên|cấp|tránh thai/i);
  expect(JSON.stringify(storePage(desk.register.folk, 'u-v1', today))).not.toContain('p2');
  // She moves to the other village: her supply goes along, the collaborator's card does not.
  expect(desk.register.carried(['p2']).map(({ kind }) => kind)).not.toContain('stock_movement');
});

test('what the station gave goes back at the station: on her collaborator’s phone its line would stay behind', async () => {
  const told = { date: '2026-11-20', person: 'p2', product: 'VUTT', channel: 'free', quantity: 2, use: 'again' };
  // The station's card is not among what her phone holds.
  const given = [...hoaFamily, tell('supply', 's.1', told)];
  const collaborator = openDesk(given, 'collaborator');
  expect((await collaborator.judgeTakeBack('s.1')).held).toContain('nhờ nơi đã cấp rút lại');
  const line = { ...pills, type: 'dispense', date: '2026-11-20', store: 'u-c', quantity: 2, supply: 's.1' };
  const officer = openDesk([...given, tell('stock_movement', 'm.1', line, { place: 'u-c' })]);
  await officer.takeBack('s.1');
  expect([officer.register.get('s.1'), officer.register.get('m.1')]).toEqual([undefined, undefined]);
});

test('what a store may not do', async () => {
  const desk = await stocked();
  const stops = async (more: Fields) => (await desk.stopped('stock_give', 'h1', give(more))).join();
  expect(await stops({ lot: 'OLD', expiry: '2026-10' })).toContain('stock_give_expired');
  expect(await stops({ product: 'TTTT', lot: 'T1' })).toContain('stock_give_not_for_collaborator');
  expect(await stops({ pillCheck: null })).toBe('stock_give_unasked');
  expect(await stops({ pillCheck: ['smoking'] })).toBe('stock_give_sign');
  expect(await stops({ quantity: 11 })).toBe('stock_give_too_few');
  // Ten blisters more than the card says: kept, with the doubt that was answered, and shown as a shortage.
  await desk.record('stock_give', 'h1', give({ quantity: 12 }), ['stock_give_too_few']);
  expect(row(desk)).toMatchObject({ closing: -2 });
  expect(shelfLines(desk.register.folk, 'u-v1', today)[0]).toMatchObject({ stock: -2, status: 'none' });
});

test('a collaborator is neither sent what she may not give, nor takes it in from elsewhere; what she has goes back', async () => {
  const vials = { product: 'TTTT', channel: 'free', lot: 'T1', expiry: '2027-06' };
  const desk = await stocked({ ...vials, store: 'u-c' });
  const move = (more: Fields) =>
    desk.stopped('stock_move', 'u-c', { date: '2026-11-10', store: 'u-c', ...vials, quantity: 1, ...more });
  expect(await move({ type: 'issue', counterpart: 'u-v1' })).toEqual(['stock_move_not_for_collaborator']);
  expect(await move({ type: 'receipt', store: 'u-v1' })).toEqual(['stock_move_not_for_collaborator']);
  desk.register.apply([
    tell('stock_movement', 'd2.1', { type: 'receipt', date: '2026-11-02', store: 'u-v1', ...vials, quantity: 4 }),
  ]);
  expect(await move({ type: 'return_out', store: 'u-v1', reason: 'unneeded' })).toEqual([]);
});

test('a lot that expires later goes first only with a reason', async () => {
  const desk = await stocked();
  await desk.record('stock_move', 'u-v1', {
    type: 'receipt',
    date: '2026-11-02',
    store: 'u-v1',
    ...pills,
    lot: 'V8',
    expiry: '2028-01',
    quantity: 5,
  });
  const later = give({ lot: 'v-8', expiry: '2028-01' });
  expect(await desk.stopped('stock_give', 'h1', later)).toEqual(['stock_give_passes_over']);
  await desk.record('stock_give', 'h1', { ...later, passedOver: 'damaged' });
  const offered = offerFor(desk.register.folk, ['u-v1'], 'u-v1', today, 'p2');
  expect(offered.goods[0]?.lots.map(({ lot, stock }) => [lot, stock])).toEqual([
    ['V7', 10],
    ['V8', 3],
  ]);
  expect(offered).toMatchObject({ method: 'pill', last: { product: 'VUTT', quantity: 2 }, isCheckDue: false });
});

test('told late of a day on which the card had none, it is asked; a lot that came later was not passed over', async () => {
  const desk = await stocked();
  const late = (more: Fields = {}) => desk.stopped('stock_give', 'h1', give({ date: '2026-10-31', ...more }));
  expect(await late()).toEqual(['stock_give_too_few']);
  await desk.record('stock_give', 'h1', give({ date: '2026-11-20', quantity: 9 }));
  // Ten stood there on the 10th, and nine of them are gone since.
  expect(await late({ date: '2026-11-10', use: 'beside' })).toEqual(['stock_give_too_few']);
  const sooner = { type: 'receipt', date: '2026-11-15', store: 'u-v1', ...pills, lot: 'V6', expiry: '2027-01' };
  await desk.record('stock_move', 'u-v1', { ...sooner, quantity: 5 });
  expect(await late({ date: '2026-11-10', quantity: 1, use: 'beside' })).toEqual([]);
  expect(await late({ date: '2026-11-16', quantity: 1, use: 'beside' })).toContain('stock_give_passes_over');
});

test('quantities and days that cannot be', async () => {
  const desk = await stocked();
  const move = (more: Fields) =>
    desk.stopped('stock_move', 'u-v1', { type: 'receipt', date: '2026-11-05', store: 'u-v1', ...pills, ...more });
  expect(await move({ quantity: 0 })).toEqual(['stock_move_nothing']);
  expect(await move({ quantity: -5 })).toEqual(['stock_move_nothing']);
  expect(await move({ quantity: 10, lot: 'X', expiry: '2026-10' })).toEqual(['stock_move_arrived_expired']);
  expect(await move({ quantity: 10, lot: 'v 7', expiry: '2027-07' })).toEqual(['stock_move_other_expiry']);
  expect(await move({ quantity: 60_000 })).toEqual(['stock_move_much']);
  for (const quantity of [1_000_000, 1.5]) await expect(move({ quantity })).rejects.toThrow();
});

test('issued to the other village it is on its way until she takes it in', async () => {
  const desk = await stocked({ store: 'u-c' });
  const issue = { type: 'issue', date: '2026-11-10', store: 'u-c', counterpart: 'u-v2', ...pills, quantity: 6 };
  const { made } = await desk.record('stock_move', 'u-c', issue);
  const [sent = ''] = made('stock_movement');
  expect(desk.register.get(sent)?.place).toBe('u-v2');
  const page = (store: string) => storePage(desk.register.folk, store, today);
  expect(page('u-c')).toMatchObject({ shelves: [{ stock: 4 }], going: [{ left: 6 }] });
  expect(page('u-v2')).toMatchObject({ shelves: [], coming: [{ sent, left: 6 }] });
});

test('what was issued and taken in is not taken back at one end alone, nor written anew there', async () => {
  const desk = await stocked({ store: 'u-c' });
  const issue = { type: 'issue', date: '2026-11-10', store: 'u-c', counterpart: 'u-v2', ...pills, quantity: 6 };
  const { made } = await desk.record('stock_move', 'u-c', issue);
  const [sent = ''] = made('stock_movement');
  const receipt = { type: 'receipt', date: '2026-11-11', store: 'u-v2', counterpart: 'u-c', ...pills, quantity: 6 };
  desk.register.apply([tell('stock_movement', 'd2.1', { ...receipt, confirms: sent }, { place: 'u-v2' })]);
  expect((await desk.judgeTakeBack(sent)).held).toContain('Bên nhận đã nhận');
  await expect(desk.takeBack(sent)).rejects.toThrow('Rút lại lần nhận trước');
  await expect(desk.mend([sent], { quantity: 5 })).rejects.toThrow('held');
  const closings = () => monthLedger(desk.register.folk, '2026-11').map(({ closing }) => closing);
  expect(closings()).toEqual([4, 6]);
  desk.register.apply([
    tell('stock_movement', 'd2.1', { ...receipt, confirms: sent }, { place: 'u-v2', isVoid: true }),
  ]);
  await desk.takeBack(sent);
  expect(closings()).toEqual([10]);
});

test('a quantity that was wrong is mended in the same form, and all three books follow', async () => {
  const desk = await stocked();
  const { records } = await desk.record('stock_give', 'h1', give());
  const facts = records.map(({ id }) => id);
  const { opened } = await desk.mend(facts, { quantity: 3 });
  expect(opened.form).toBe('stock_give');
  expect(row(desk)).toMatchObject({ dispensed: 3, closing: 7 });
  expect(desk.facts('supply', 'p2').map(({ quantity }) => quantity)).toEqual([3]);
  expect(desk.figure('new_users[pill]')).toBe(1);
});

test('a temporary resident who is in no book is served like everyone', async () => {
  const desk = await stocked();
  const { pillCheck: _, person: __, use: ___, ...goods } = give({ channel: 'free' });
  const given = await desk.record('stock_give_unnamed', 'u-v1', { ...goods, sex: 'female', ageGroup: '20_34' });
  expect(await desk.formOf(...given.made('stock_movement'))).toMatchObject({
    form: 'stock_give_unnamed',
    where: 'u-v1',
  });
  expect(row(desk)).toMatchObject({ dispensed: 2, closing: 8 });
  expect(desk.figure('new_users[pill]')).toBe(0);
});

test('a receipt that was typed wrong is mended in its form', async () => {
  const desk = openDesk([...hoaFamily]);
  const receipt = { type: 'receipt', date: '2026-11-01', store: 'u-v1', ...pills, quantity: 10 };
  const { records } = await desk.record('stock_move', 'u-v1', receipt);
  const { opened } = await desk.mend(
    records.map(({ id }) => id),
    { quantity: 12 },
  );
  expect(opened).toMatchObject({ form: 'stock_move', where: 'u-v1' });
  expect(row(desk)).toMatchObject({ received: 12, closing: 12 });
});
