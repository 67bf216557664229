import { expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/value.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { storeLines, storePage } from '../../../src/register/stock/store-page.ts';
import { openRegister, tell } from '../tale.ts';

/*
 * The station sends twenty cycles to the village, hears nothing for days, and puts them back; the collaborator, without a
 * network, has had them in her cupboard all the time and takes them in.
 */

const goods = { product: 'VUTT', channel: 'free', lot: 'V7', expiry: '2029-06' };
const places = ['u-c', 'u-v1'];
let written = 0;
function fact(kind: string, id: string, fields: Fields): StandingState {
  written += 1;
  return tell(kind, id, { date: '2026-11-20', ...goods, ...fields }, { stamp: [written, 0], place: 'u-v1' });
}
const move = (id: string, store: string, type: string, quantity: number, more: Fields = {}): StandingState =>
  fact('stock_movement', id, { store, type, quantity, ...more });
const counted = (store: string, id = `c.${store}`, product = 'VUTT'): StandingState =>
  fact('stock_count', id, { store, product, counted: 20, expected: 20 });

const delivery = () => [
  move('r', 'u-c', 'receipt', 100),
  move('s', 'u-c', 'issue', 20, { counterpart: 'u-v1' }),
  move('b', 'u-c', 'return_in', 20, { counterpart: 'u-v1', confirms: 's' }),
  move('t', 'u-v1', 'receipt', 20, { counterpart: 'u-c', confirms: 's' }),
];
const told = (states: readonly StandingState[], store: string) =>
  storePage(openRegister(states).folk, store, '2026-11-22')?.twice.map(({ sent, left }) => [sent, left]);

test('both stores are told: one of the two cards says twenty too many', () => {
  const states = delivery();
  expect(places.map((store) => told(states, store))).toEqual([[['s', 20]], [['s', 20]]]);
  expect(told(states, 'u-v2')).toEqual([]);
  const { folk } = openRegister(states);
  expect(storeLines(folk, places, '2026-11-22').map(({ id, wanting }) => [id, wanting > 0])).toEqual([
    ['u-c', true],
    ['u-v1', true],
  ]);
});

test('each is told until it has counted that shelf; a count of before, or of other goods, settles nothing', () => {
  const before = counted('u-c', 'c.before');
  const states = [before, ...delivery()];
  expect(told([...states, counted('u-c', 'c.condoms', 'BCS')], 'u-c')).toEqual([['s', 20]]);
  const settled = [...states, counted('u-c')];
  expect(places.map((store) => told(settled, store))).toEqual([[], [['s', 20]]]);
  expect(told([...settled, counted('u-v1')], 'u-v1')).toEqual([]);
});

test('in parts: what each took in comes to no more than was sent, and nobody is told', () => {
  const parts = [
    move('s2', 'u-c', 'issue', 20, { counterpart: 'u-v1' }),
    move('t2', 'u-v1', 'receipt', 12, { counterpart: 'u-c', confirms: 's2' }),
    move('b2', 'u-c', 'return_in', 8, { counterpart: 'u-v1', confirms: 's2' }),
  ];
  expect(told(parts, 'u-c')).toEqual([]);
  const late = move('t3', 'u-v1', 'receipt', 3, { counterpart: 'u-c', confirms: 's2' });
  expect(told([...parts, late], 'u-v1')).toEqual([['s2', 3]]);
});
