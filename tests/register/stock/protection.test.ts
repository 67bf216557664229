import { expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/value.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { stockReport } from '../../../src/register/stock/month/month-report.ts';
import { hoaFamily, openRegister, tell } from '../tale.ts';

/* Couple-years of protection of a month: each method, and where it came from. Factors: domain.md 4.6. */

let written = 0;
function given(store: string, product: string, quantity: number, more: Fields = {}): StandingState {
  written += 1;
  const goods = { store, product, channel: 'free', lot: 'V7', expiry: '2029-06', type: 'dispense', quantity };
  const fields = { date: '2026-10-05', ...goods, ...more };
  return tell('stock_movement', `m.${written}`, fields, { stamp: [written, 0], place: store });
}
function began(method: string, source: string, more: Fields = {}, isVoid = false): StandingState {
  written += 1;
  const fields = { date: '2026-10-20', person: 'hoa', method, source, ...more };
  return tell('method_start', `s.${written}`, fields, { stamp: [written, 0], isVoid });
}
const inOctober = (states: readonly StandingState[], store = '') =>
  stockReport(openRegister([...hoaFamily, ...states]).folk, store, '2026-10').protection.map(
    ({ method, placeName, isAct, years }) => [method, placeName, isAct ? 'begun' : 'given', Math.round(years * 1000)],
  );

test('goods count where they were given, methods of a facility where they were written down', () => {
  const month = [
    given('u-v1', 'VUTT', 15),
    given('u-c', 'VUTT', 30),
    given('u-c', 'BCS', 60, { type: 'sale', channel: 'social', unitPrice: 500 }),
    given('u-c', 'VKC', 2),
    began('iud', 'facility'),
    began('ster_f', 'free'),
  ];
  expect(inOctober(month)).toEqual([
    ['VKC', 'Xã Hương Mẫu', 'given', 100],
    ['condom', 'Xã Hương Mẫu', 'given', 500],
    ['iud', 'Thôn Đông', 'begun', 4_600],
    ['pill', 'Xã Hương Mẫu', 'given', 2_000],
    ['pill', 'Thôn Đông', 'given', 1_000],
    ['ster_f', 'Thôn Đông', 'begun', 10_000],
  ]);
  expect(inOctober(month, 'u-v1')).toEqual([['pill', 'Thôn Đông', 'given', 1_000]]);
});

test('what our own stores gave counts once; another month, a voided start and what is no method count nothing', () => {
  expect(inOctober([given('u-c', 'DCTC', 1), began('iud', 'free')])).toEqual([['iud', 'Xã Hương Mẫu', 'given', 4_600]]);
  expect(
    inOctober([
      given('u-c', 'DCTC', 1, { date: '2026-11-01' }),
      given('u-c', 'DCTC', 3, { type: 'loss' }),
      began('implant', 'facility', { date: '2026-09-30' }),
      began('iud', 'facility', {}, true),
      began('pill', 'market'),
      began('other', 'facility'),
    ]),
  ).toEqual([]);
});
