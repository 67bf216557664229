import { expect, test } from 'vitest';
import { type Gift, readGift } from '../../src/features/stock/give/use-gift.ts';
import type { Offer, OfferedGoods } from '../../src/register/stock/answers.ts';

/* What stands on the form of giving, as it is read when "Lưu" is pressed. */

const lot = { lot: 'B7', expiry: '2029-06', stock: 40, isExpired: false, surplus: 0 };
const condoms: OfferedGoods = { product: 'BCS', channel: 'social', price: 1_000, lots: [lot] };
const offer: Offer = { store: 'u-v1', stores: [], goods: [condoms], method: '', isCheckDue: false };
const gift: Gift = {
  goods: condoms,
  quantity: '10',
  lot,
  passedOver: '',
  use: '',
  pillCheck: [],
  price: '1.000',
  sex: 'male',
  ageGroup: '20-34',
  date: '2026-11-22',
};
const faults = (change: Partial<Gift>) => {
  const read = readGift({ ...gift, ...change }, offer, 'unnamed');
  return 'errors' in read ? read.errors.map(({ control }) => control) : [];
};

test('a price is whole đồng, and nothing that is sold costs nothing', () => {
  expect(readGift(gift, offer, 'unnamed')).toMatchObject({ answers: { quantity: 10, unitPrice: 1_000 } });
  expect(['', '0', '-5', '12,5', 'một nghìn'].map((price) => faults({ price }))).toEqual(
    Array.from({ length: 5 }, () => ['unitPrice']),
  );
  expect(faults({ price: '', goods: { ...condoms, channel: 'free' } })).toEqual([]);
});

test('nought, a fraction, a word are no quantity; a day that is none is asked again', () => {
  expect(['', '0', '-3', '1,5', 'hai'].map((quantity) => faults({ quantity }))).toEqual(
    Array.from({ length: 5 }, () => ['quantity']),
  );
  expect(faults({ date: '' })).toEqual(['date']);
});
