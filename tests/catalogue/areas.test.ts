import { expect, test } from 'vitest';
import { areaRows, numberSpan } from '../../src/catalogue/paper/area-list.ts';

/* "Bảng kê địa bàn": the lanes that addresses tell, and which households stand in each. */

const houses = (from: number, to: number, address: string) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ number: from + index, address }));
const rows = (households: Parameters<typeof areaRows>[0]) =>
  areaRows(households).map(({ street, lane, alley, nook, households: count, numbers }) =>
    [street, lane, alley, nook, `${count} hộ: ${numbers}`].filter(Boolean).join(' · '),
  );

test('a ward with streets: the example of the guide, phường Ngọc Khánh, địa bàn 105', () => {
  expect(
    rows([
      ...houses(1, 10, 'Số 12 phố Kim Mã'),
      ...houses(11, 30, 'số nhà 3, ngõ 371, phố Kim Mã'),
      ...houses(31, 62, 'Số 5 ngách 2 ngõ 371 phố Kim Mã'),
      ...houses(63, 85, 'hẻm 10 - ngách 2 - ngõ 371 - Phố Kim Mã'),
      ...houses(86, 88, 'Số 1, Hẻm 15, Ngách 2, Ngõ 371, Phố Kim Mã'),
    ]),
  ).toEqual([
    'Phố Kim Mã · 10 hộ: 1–10',
    'Phố Kim Mã · Ngõ 371 · 20 hộ: 11–30',
    'Phố Kim Mã · Ngõ 371 · Ngách 2 · 32 hộ: 31–62',
    'Phố Kim Mã · Ngõ 371 · Ngách 2 · Hẻm 10 · 23 hộ: 63–85',
    'Phố Kim Mã · Ngõ 371 · Ngách 2 · Hẻm 15 · 3 hộ: 86–88',
  ]);
});

test('a village with xóm: each xóm one row, however its households were numbered, and gaps are told', () => {
  expect(
    rows([
      ...houses(1, 3, 'Xóm Đoài'),
      ...houses(4, 4, 'xóm Đông, thôn Phù Du'),
      // A number is missing: its sheet is gone. Typed by another hand, with accents beside their letters.
      ...houses(6, 8, 'nhà bà Ba xóm đoài'.normalize('NFD')),
      ...houses(9, 9, 'Đội 3'),
    ]),
  ).toEqual(['Xóm Đoài · 6 hộ: 1–3, 6–8', 'Xóm Đông · 1 hộ: 4', 'Đội 3 · 1 hộ: 9']);
});

test('an alley stands below its lane, though a later lane was numbered before it', () => {
  expect(rows([...houses(1, 2, 'Ngõ 5'), ...houses(3, 4, 'Ngõ 7'), ...houses(5, 6, 'Ngách 1 ngõ 5')])).toEqual([
    'Ngõ 5 · 2 hộ: 1–2',
    'Ngõ 5 · Ngách 1 · 2 hộ: 5–6',
    'Ngõ 7 · 2 hộ: 3–4',
  ]);
});

test('what no address tells is blank, never invented; a tổ dân phố, a city is no street', () => {
  expect(rows(houses(1, 4, 'Số nhà 8'))).toEqual(['4 hộ: 1–4']);
  expect(rows(houses(1, 2, 'Tổ dân phố 5, thành phố Hà Tĩnh'))).toEqual(['2 hộ: 1–2']);
  expect(rows(houses(1, 2, 'Ngõ Nhà Thờ tổ dân phố 5'))).toEqual(['Ngõ Nhà Thờ · 2 hộ: 1–2']);
  expect(rows([])).toEqual([]);
});

test('who has no number yet is counted, and one number that two hold is one number', () => {
  const households = [...houses(3, 4, ''), { number: 4, address: '' }, { number: null, address: '' }];
  expect(areaRows(households)).toMatchObject([{ households: 4, numbers: '3–4', unnumbered: 1 }]);
  expect(numberSpan(households)).toEqual({ from: 3, to: 4 });
  expect(numberSpan([{ number: null, address: '' }])).toBeUndefined();
});
