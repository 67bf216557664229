import { expect, test } from 'vitest';
import type { Fields } from '../../../src/domain/value.ts';
import { likenesses } from '../../../src/register/lives/likeness.ts';
import { household, openRegister, resident, tell } from '../tale.ts';

/* Somebody is typed in who may stand in the book already. */

const surnames = ['Nguyễn', 'Nguyễn', 'Trần', 'Lê'];
const given = ['Lan', 'Hùng', 'Sơn', 'Thu', 'Bình'];
const neighbours = Array.from({ length: 400 }, (_, index) =>
  resident(`n${String(index).padStart(3, '0')}`, {
    fullName: `${surnames[index % 4]} ${index % 2 ? 'Văn' : 'Thị'} ${given[index % 5]}`,
    sex: index % 2 ? 'male' : 'female',
    birthDate: `${1950 + (index % 70)}-${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`,
    household: 'h1',
  }),
);
const book = openRegister([
  household('h1', 42),
  household('h2', 7),
  ...neighbours,
  resident('hoa', {
    fullName: 'Nguyễn Thị Hoà',
    sex: 'female',
    birthDate: '1998-03-05',
    household: 'h2',
    insuranceNo: 'GD4010123456789',
  }),
  resident('dang', { fullName: 'Đặng Hữu Phước', sex: 'male', birthDate: '1987', household: 'h2', mother: 'hoa' }),
]);
const like = (answers: Fields, home = '') =>
  likenesses(book.folk, answers, home).map(({ row, reasons }) => [row.id, ...reasons.map(({ vi }) => vi)]);

test('the same name and birth date, whichever vowel carries the tone, or without accents', () => {
  const birthDate = '1998-03-05';
  expect(like({ fullName: 'Nguyễn Thị Hoà', birthDate })).toEqual([['hoa', 'Cùng họ tên', 'Cùng ngày sinh']]);
  expect(like({ fullName: 'Nguyễn Thị Hòa', birthDate })).toEqual([['hoa', 'Cùng họ tên', 'Cùng ngày sinh']]);
  expect(like({ fullName: 'nguyen thi hoa', birthDate })).toEqual([['hoa', 'Họ tên chỉ khác dấu', 'Cùng ngày sinh']]);
  expect(like({ fullName: 'Dang Huu Phuoc', birthDate: '1987-06-01' })).toEqual([
    ['dang', 'Họ tên chỉ khác dấu', 'Cùng năm sinh'],
  ]);
});

test('a birth date known by its year, a day and month that changed places', () => {
  expect(like({ fullName: 'Nguyễn Thị Hoà', birthDate: '1998' })[0]).toEqual(['hoa', 'Cùng họ tên', 'Cùng năm sinh']);
  expect(like({ fullName: 'Nguyễn Thị Hoà', birthDate: '1998-05-03' })[0]).toEqual([
    'hoa',
    'Cùng họ tên',
    'Ngày và tháng sinh đảo nhau',
  ]);
  expect(like({ fullName: 'Nguyễn Thị Hoà', birthDate: '1999-03-05' })).toEqual([]);
});

test('a word less in the name is still the same woman; a common family name alone is nobody', () => {
  expect(like({ fullName: 'Nguyễn Hoà', birthDate: '1998-03-05' })[0]).toEqual([
    'hoa',
    'Họ tên gần giống',
    'Cùng ngày sinh',
  ]);
  expect(like({ fullName: 'Nguyễn Thị Mai', birthDate: '1998-03-05' })).toEqual([]);
  expect(like({ fullName: 'Nguyễn Thị Lan' })).toEqual([]);
  expect(like({ fullName: 'Nguyễn Văn' })).toEqual([]);
});

test('a rare name is enough, a card always is; another sex never', () => {
  expect(like({ fullName: 'Đặng Hữu Phước' })).toEqual([['dang', 'Cùng họ tên']]);
  expect(like({ fullName: 'Hoà', insuranceNo: '0123456789' })[0]?.slice(0, 2)).toEqual([
    'hoa',
    'Trùng số thẻ hoặc số định danh',
  ]);
  expect(like({ fullName: 'Ai Đó', insuranceNo: 'GD4 010 123 456 789' })[0]?.[0]).toBe('hoa');
  expect(like({ fullName: 'Nguyễn Thị Hoà', birthDate: '1998-03-05', sex: 'male' })).toEqual([]);
});

test('the name as it is spelt comes first, whatever else speaks for another', () => {
  const home = { household: 'h2', birthDate: '1987' };
  const rare = openRegister([
    household('h2', 7),
    ...neighbours,
    resident('a', { ...home, fullName: 'Đặng Hữu Phuộc', sex: 'male', mother: 'm' }),
    resident('b', { fullName: 'Đặng Hữu Phước', sex: 'male', birthDate: '1987', household: 'h1' }),
  ]);
  const found = likenesses(rare.folk, { fullName: 'Đặng Hữu Phước', birthDate: '1987', mother: 'm' }, 'h2');
  expect(found.map(({ row }) => row.id)).toEqual(['b', 'a']);
});

test('the same mother or household adds to it', () => {
  expect(like({ fullName: 'Đặng Hữu Phước', birthDate: '1987', mother: 'hoa' }, 'h2')).toEqual([
    ['dang', 'Cùng họ tên', 'Cùng năm sinh', 'Cùng mẹ', 'Ở cùng hộ'],
  ]);
});

test('nothing typed yet is like nobody; who died or left is still known', () => {
  expect(like({})).toEqual([]);
  book.apply([tell('death', 'd1', { date: '2026-01-01', person: 'dang' })]);
  expect(like({ fullName: 'Đặng Hữu Phước' })).toHaveLength(1);
});
