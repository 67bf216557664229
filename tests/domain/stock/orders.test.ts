import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Arrival, type OrderedShelf, ordersStanding } from '../../../src/domain/stock/orders.ts';

/* What was ordered, what was granted, what came. */

const order = (id: string, at: number, asked: number, granted: number | null = null): OrderedShelf => ({
  id,
  stamp: [at, 0],
  asked,
  granted,
});
const came = (at: number, quantity: number, of = ''): Arrival => ({ stamp: [at, 0], order: of, quantity });
const left = (orders: readonly OrderedShelf[], arrivals: readonly Arrival[]) =>
  ordersStanding(orders, arrivals).map((one) => one.left);

test('800 of 1,100 are granted, and they come in two boxes', () => {
  const granted = [order('o1', 1, 1_100, 800)];
  expect(left(granted, [])).toEqual([800]);
  expect(left(granted, [came(2, 500, 'o1')])).toEqual([300]);
  expect(left(granted, [came(2, 500, 'o1'), came(3, 300, 'o1')])).toEqual([0]);
  expect(ordersStanding(granted, [came(2, 900, 'o1')])).toMatchObject([{ received: 900, left: 0 }]);
});

test('nothing granted is nothing to come; nobody’s answer yet is what was asked for', () => {
  expect(left([order('o1', 1, 1_100, 0), order('o2', 2, 60)], [])).toEqual([0, 60]);
});

test('goods that name no order fill the oldest that waits, and never one that was written after them', () => {
  const two = [order('o2', 5, 60), order('o1', 1, 100)];
  expect(left(two, [came(3, 120)])).toEqual([0, 60]);
  expect(left(two, [came(9, 120)])).toEqual([0, 40]);
  expect(left(two, [came(0, 120)])).toEqual([100, 60]);
  expect(left(two, [came(9, 50, 'o2'), came(9, 30)])).toEqual([70, 10]);
});

test('in whatever order it arrives, nothing is left below nought and nothing comes from nowhere', () => {
  const stamp = fc.nat(40);
  const orders = fc.uniqueArray(fc.record({ at: stamp, asked: fc.nat(500), granted: fc.option(fc.nat(500)) }), {
    maxLength: 6,
    selector: ({ at }) => at,
  });
  const arrivals = fc.array(
    fc.record({ at: stamp, quantity: fc.integer({ min: 1, max: 300 }), of: fc.option(fc.nat(6)) }),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(orders, arrivals, (asked, arrived) => {
      const told = asked.map((one, index) => order(`o${index}`, one.at, one.asked, one.granted));
      const goods = arrived.map(({ at, quantity, of }) => came(at, quantity, of === null ? '' : `o${of}`));
      const standing = ordersStanding(told, goods);
      expect(ordersStanding([...told].reverse(), [...goods].reverse())).toEqual(standing);
      const received = standing.reduce((sum, one) => sum + one.received, 0);
      expect(received).toBeLessThanOrEqual(goods.reduce((sum, { quantity }) => sum + quantity, 0));
      for (const one of standing) {
        expect(one.left).toBeGreaterThanOrEqual(0);
        expect(one.left).toBe(Math.max(0, (one.order.granted ?? one.order.asked) - one.received));
      }
    }),
    { numRuns: Number(process.env.STOCK_CASES ?? 300) },
  );
});
