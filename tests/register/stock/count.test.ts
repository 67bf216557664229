import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/value.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { countFacts, countLines, countSheet, type Found } from '../../../src/register/stock/count.ts';
import { comparedLines, moneyPage, stockReport } from '../../../src/register/stock/month/month-report.ts';
import { orderedLines, orderLines } from '../../../src/register/stock/order.ts';
import { shelfLines } from '../../../src/register/stock/shelf-lines.ts';
import { ordersUser } from '../../../src/sync/orders-user.ts';
import { hoaFamily, openRegister, tell } from '../tale.ts';

/* What is found in a store, what is ordered for it, what its money comes to. */

const shelf = { store: 'u-v1', product: 'VUTT', channel: 'free' };
let written = 0;
function move(type: string, quantity: number, more: Fields = {}): StandingState {
  written += 1;
  const fields = { date: '2026-10-05', ...shelf, lot: 'V7', expiry: '2027-06', type, quantity, ...more };
  return tell('stock_movement', `m.${written}`, fields, { stamp: [written, 0], place: String(fields.store) });
}

function afterCount(states: readonly StandingState[], found: Found): readonly (readonly [string, number])[] {
  const register = openRegister(states);
  const facts = countFacts(register.folk, found, '2026-11-20', 'counted');
  register.apply(facts.map(({ kind, fields }, index) => tell(kind, `c.${index}`, fields, { stamp: [9_000, index] })));
  return countLines(register.folk, found.store).map(({ lot, stock }) => [lot, stock]);
}

test('a collaborator counts one number: what lacks went from the lot that expires first', () => {
  const lots = [move('receipt', 5), move('receipt', 10, { lot: 'V8', expiry: '2028-01' })];
  expect(afterCount(lots, { ...shelf, counted: 8 })).toEqual([['V8', 8]]);
  expect(afterCount(lots, { ...shelf, counted: 12 })).toEqual([
    ['V7', 2],
    ['V8', 10],
  ]);
  expect(afterCount(lots, { ...shelf, counted: 17 })).toEqual([
    ['V7', 5],
    ['V8', 12],
  ]);
  expect(afterCount(lots, { ...shelf, counted: 0 })).toEqual([]);
});

test('a station counts by lot, and a shortage is settled by the count', () => {
  const lots = [move('receipt', 5), move('dispense', 7), move('receipt', 10, { lot: 'V8', expiry: '2028-01' })];
  expect(afterCount(lots, { ...shelf, lot: 'V7', counted: 3 })).toEqual([
    ['V7', 3],
    ['V8', 10],
  ]);
  expect(afterCount(lots, { ...shelf, counted: 9 })).toEqual([['V8', 9]]);
});

test('what is found where the card says there is nothing is put back to the lot that went last', () => {
  const used = [
    move('receipt', 5),
    move('dispense', 5),
    move('receipt', 4, { lot: 'V8', expiry: '2028-01' }),
    move('dispense', 4, { lot: 'V8', date: '2026-10-30' }),
    move('receipt', 9, { product: 'BCS', lot: 'B0', expiry: '2026-09', date: '2025-01-05' }),
    move('dispense', 9, { product: 'BCS', lot: 'B0', date: '2025-02-01' }),
    move('receipt', 9, { product: 'BCS', lot: 'B1', expiry: '2029-01', date: '2025-01-05' }),
  ];
  const sheet = (...more: readonly StandingState[]) =>
    countSheet(openRegister([...used, ...more]).folk, 'u-v1', '2026-11-20').map(({ lot, stock }) => [lot, stock]);
  // Used up lately, and so perhaps found; of what was used up long ago one lot stands for its shelf while it is empty.
  expect(sheet()).toEqual([
    ['B1', 9],
    ['V7', 0],
    ['V8', 0],
  ]);
  expect(sheet(move('dispense', 9, { product: 'BCS', lot: 'B1', date: '2025-06-01' }))).toEqual([
    ['B1', 0],
    ['V7', 0],
    ['V8', 0],
  ]);
  expect(afterCount(used, { ...shelf, counted: 2 })).toEqual([
    ['B1', 9],
    ['V8', 2],
  ]);
  expect(afterCount(used, { ...shelf, lot: 'v-7', counted: 1 })).toEqual([
    ['B1', 9],
    ['V7', 1],
  ]);
});

test('whatever was found, the card says it afterwards', () => {
  const lot = fc.record({ lot: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: -20, max: 30 }) });
  fc.assert(
    fc.property(fc.array(lot, { minLength: 1, maxLength: 5 }), fc.nat(60), (lots, counted) => {
      const states = lots.map(({ lot: name, quantity }) => move('adjust', quantity, { lot: name, expiry: '' }));
      const total = afterCount(states, { ...shelf, counted }).reduce((sum, [, stock]) => sum + stock, 0);
      const isEmpty = lots.every(({ quantity }) => quantity === 0);
      expect(total).toBe(isEmpty && counted === 0 ? 0 : counted);
    }),
  );
});

test('condoms of a quarter: 1,200 a month, 2,500 there, so 1,100 are ordered; half of it came', () => {
  const station = { store: 'u-c', product: 'BCS', lot: 'B1', expiry: '2029-01' };
  const states = [
    move('opening', 6_100, { ...station, date: '2026-08-01' }),
    ...(
      [
        ['2026-08', 1_200],
        ['2026-09', 1_100],
        ['2026-10', 1_300],
      ] as const
    ).map(([month, quantity]) => move('dispense', quantity, { ...station, date: `${month}-20` })),
  ];
  const register = openRegister(states);
  const line = () => orderLines(register.folk, 'u-c', '2026-11-22')[0];
  expect(line()).toMatchObject({ stock: 2_500, use: 1_200, max: 3_600, onOrder: 0, computed: 1_100 });
  const asked = { date: '2026-11-22', store: 'u-c', product: 'BCS', channel: 'free', computed: 1_100, quantity: 1_100 };
  register.apply([tell('stock_order', 'o.1', asked, { stamp: [5_000, 0], place: 'u-c' })]);
  expect(line()).toMatchObject({ onOrder: 1_100, computed: 0 });
  const came = { ...asked, date: '2026-11-22', type: 'receipt', quantity: 500, lot: 'B2' };
  register.apply([tell('stock_movement', 'o.2', came, { stamp: [6_000, 0], place: 'u-c' })]);
  expect(line()).toMatchObject({ stock: 3_000, onOrder: 600, computed: 0 });
});

test('the level above grants 800 of 1,100; the goods come in two boxes, and the next order leaves them off', () => {
  const station = { store: 'u-c', product: 'BCS', channel: 'free' };
  const months = ['2026-08', '2026-09', '2026-10'];
  const used = months.map((month) => move('dispense', 1_200, { ...station, lot: 'B1', date: `${month}-20` }));
  const register = openRegister([move('opening', 6_100, { ...station, lot: 'B1', date: '2026-08-01' }), ...used]);
  const asked = { date: '2026-11-02', ...station, computed: 1_100, quantity: 1_100 };
  const granted = { date: '2026-11-05', order: 'o.1', quantity: 800, why: 'Kho tỉnh chỉ còn 800' };
  register.apply([
    tell('stock_order', 'o.1', asked, { stamp: [5_000, 0], place: 'u-c' }),
    // Only what the hub wrote for the level above is its answer.
    tell('order_approval', 'a.0', { ...granted, quantity: 5 }, { stamp: [5_900, 0], place: 'u-c' }),
    tell('order_approval', 'a.1', granted, { stamp: [5_500, 0], place: 'u-c', user: ordersUser }),
  ]);
  const [ordered] = orderedLines(register.folk, 'u-c');
  expect(ordered).toMatchObject({ asked: 1_100, granted: 800, left: 800, answered: { why: 'Kho tỉnh chỉ còn 800' } });
  const first = { date: '2026-11-10', ...station, type: 'receipt', quantity: 500, lot: 'B2', order: 'o.1' };
  register.apply([tell('stock_movement', 'o.2', first, { stamp: [6_000, 0], place: 'u-c' })]);
  expect(orderedLines(register.folk, 'u-c')[0]).toMatchObject({ received: 500, left: 300 });
  expect(orderLines(register.folk, 'u-c', '2026-11-22')[0]).toMatchObject({
    stock: 3_000,
    onOrder: 300,
    computed: 300,
  });
  // An order more is added to what is on its way, and does not take its place.
  const more = { ...asked, date: '2026-11-22', computed: 300, quantity: 300 };
  register.apply([tell('stock_order', 'o.3', more, { stamp: [7_000, 0], place: 'u-c' })]);
  expect(orderLines(register.folk, 'u-c', '2026-11-22')[0]).toMatchObject({ onOrder: 600, computed: 0 });
  // The second box names no order: it fills the one that waits longest.
  const second = { date: '2026-11-22', ...station, type: 'receipt', quantity: 300, lot: 'B3' };
  register.apply([tell('stock_movement', 'o.4', second, { stamp: [8_000, 0], place: 'u-c' })]);
  expect(orderedLines(register.folk, 'u-c').map(({ id, left }) => [id, left])).toEqual([['o.3', 300]]);
});

test('the month’s report proposes what an order of its last day would: less what was on order then', () => {
  const station = { store: 'u-c', product: 'BCS', channel: 'free' };
  const months = ['2026-07', '2026-08', '2026-09', '2026-10'];
  const used = months.map((month) => move('dispense', 1_200, { ...station, lot: 'B1', date: `${month}-20` }));
  const register = openRegister([move('opening', 6_000, { ...station, lot: 'B1', date: '2026-07-01' }), ...used]);
  const proposed = (month: string) =>
    ['u-c', ''].map((store) => stockReport(register.folk, store, month).rows[0]?.order);
  expect(proposed('2026-10')).toEqual([2_400, 2_400]);
  const asked = { date: '2026-10-28', ...station, computed: 2_400, quantity: 2_000 };
  register.apply([tell('stock_order', 'o.1', asked, { stamp: [5_000, 0], place: 'u-c' })]);
  expect(proposed('2026-10')).toEqual([400, 400]);
  // What came and what was answered in November changes nothing in October.
  const granted = { date: '2026-11-05', order: 'o.1', quantity: 1_500 };
  const came = { date: '2026-11-10', ...station, type: 'receipt', quantity: 1_000, lot: 'B2', order: 'o.1' };
  register.apply([
    tell('order_approval', 'a.1', granted, { stamp: [5_500, 0], place: 'u-c', user: ordersUser }),
    tell('stock_movement', 'o.2', came, { stamp: [6_000, 0], place: 'u-c' }),
  ]);
  expect(proposed('2026-10')).toEqual([400, 400]);
});

test('the station stands for its collaborators: use is what clients were given, not what was issued', () => {
  const register = openRegister([
    move('receipt', 100, { store: 'u-c', date: '2026-10-01' }),
    move('issue', 60, { store: 'u-c', date: '2026-10-02' }),
    move('receipt', 60, { date: '2026-10-03' }),
    move('dispense', 12, { date: '2026-10-10' }),
  ]);
  expect(shelfLines(register.folk, 'u-c', '2026-11-22')[0]).toMatchObject({ stock: 40, use: 12 });
});

test('a station that passes everything on at once is not without stock while its collaborators have some', () => {
  const months = ['2026-08', '2026-09', '2026-10'].flatMap((month) => [
    move('receipt', 60, { store: 'u-c', date: `${month}-01` }),
    move('issue', 60, { store: 'u-c', counterpart: 'u-v1', date: `${month}-03` }),
    move('receipt', 60, { counterpart: 'u-c', date: `${month}-03` }),
    move('dispense', 50, { date: `${month}-20` }),
  ]);
  const { folk } = openRegister(months);
  expect(orderLines(folk, 'u-c', '2026-11-22')).toMatchObject([{ stock: 0, use: 50, max: 150, computed: 150 }]);
  // Its own shelf was empty all the same.
  expect(shelfLines(folk, 'u-c', '2026-10-31')[0]?.daysWithout).toBeGreaterThan(80);
});

test('money of social marketing: whole đồng, 70 % at most kept, the rest handed on', () => {
  const sale = { channel: 'social', unitPrice: 1_333 };
  const register = openRegister([
    move('receipt', 50, { channel: 'social' }),
    move('sale', 3, sale),
    tell('remittance', 'r.1', { date: '2026-11-02', store: 'u-v1', amount: 1_000, receipt: 'BL 07' }),
  ]);
  expect(moneyPage(register.folk, 'u-v1')).toMatchObject({
    sold: 3_999,
    kept: 2_799,
    due: 1_200,
    remitted: 1_000,
    balance: 200,
  });
});

test('what clients pay through another channel is no money of social marketing', () => {
  const paid = { channel: 'socialised', unitPrice: 10_000 };
  const register = openRegister([move('receipt', 50, { channel: 'socialised' }), move('sale', 3, paid)]);
  expect(moneyPage(register.folk, 'u-v1')).toMatchObject({ sold: 0, kept: 0, due: 0, balance: 0, lines: [] });
});

test('the month’s report of one store and of all of them closes, and says what was counted', () => {
  const register = openRegister([
    move('opening', 10, { date: '2026-10-01' }),
    move('receipt', 5, { lot: 'V8' }),
    move('dispense', 4),
    move('loss', 1),
    move('opening', 7, { store: 'u-c', date: '2026-10-01' }),
    tell('stock_count', 'c.9', { date: '2026-10-31', ...shelf, counted: 9, expected: 10 }),
  ]);
  const [row] = stockReport(register.folk, 'u-v1', '2026-10').rows;
  expect(row).toMatchObject({
    opening: 10,
    received: 5,
    dispensed: 4,
    lost: 1,
    closing: 10,
    counted: 9,
    difference: -1,
  });
  // The station did not count: its stock is no difference.
  expect(stockReport(register.folk, '', '2026-10').rows[0]).toMatchObject({
    opening: 17,
    closing: 17,
    counted: 9,
    difference: -1,
  });
  expect(stockReport(register.folk, 'u-v1', '2026-11').rows[0]).toMatchObject({ opening: 10, closing: 10 });
});

test('who counts again on the same day is told by the last count alone', () => {
  const shelfCount = (id: string, counted: number, seq: number, more: Fields = {}) =>
    tell('stock_count', id, { date: '2026-10-31', ...shelf, counted, expected: 10, ...more }, { stamp: [seq, 0] });
  const lots = [move('receipt', 6), move('receipt', 4, { lot: 'V8' })];
  const counted = (...counts: readonly StandingState[]) =>
    stockReport(openRegister([...lots, ...counts]).folk, 'u-v1', '2026-10').rows[0];
  expect(counted(shelfCount('c.1', 9, 8_000), shelfCount('c.2', 10, 9_000))).toMatchObject({
    counted: 10,
    difference: 0,
  });
  // Lot by lot they are lines of one count.
  expect(
    counted(
      shelfCount('c.1', 9, 8_000),
      shelfCount('c.2', 6, 9_000, { lot: 'V7' }),
      shelfCount('c.3', 3, 9_000, { lot: 'V8' }),
    ),
  ).toMatchObject({ counted: 9, difference: -1 });
});

test('a village whose users and whose blisters do not fit is one to look at', () => {
  const start = { date: '2026-09-01', person: 'p2', method: 'pill' };
  const register = openRegister([...hoaFamily, tell('method_start', 's.1', start), move('dispense', 4)]);
  const places = ['u-c', 'u-v1', 'u-v2'];
  expect(comparedLines(register.folk, places, '2026-10')).toEqual([
    { village: 'Thôn Đông', product: 'VUTT', users: 1, needed: 1, given: 4, ratio: 4, isOdd: true },
  ]);
});

test('who buys hers herself is no user to be supplied, until she is given some', () => {
  const start = { date: '2026-09-01', person: 'p2', method: 'pill', source: 'market' };
  const states = [...hoaFamily, tell('method_start', 's.1', start), move('receipt', 1), move('dispense', 1)];
  const places = ['u-c', 'u-v1', 'u-v2'];
  const told = ({ folk }: ReturnType<typeof openRegister>) => [
    comparedLines(folk, places, '2026-10').map(({ users }) => users),
    orderLines(folk, 'u-v1', '2026-11-22').map(({ foretold }) => foretold),
  ];
  expect(told(openRegister(states))).toEqual([[0], [0]]);
  const given = { date: '2026-10-05', person: 'p2', product: 'VUTT', channel: 'free', quantity: 1, use: 'again' };
  expect(told(openRegister([...states, tell('supply', 'g.1', given)]))).toEqual([[1], [2]]);
});
