import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exactKey, foldText, givenNameFirst } from '../../src/domain/search-key.ts';

test('both ways to place the tone find each other, and đ is found by d', () => {
  expect(foldText('Nguyễn Thị Hoà')).toBe('nguyen thi hoa');
  expect(foldText('Nguyễn Thị Hòa')).toBe('nguyen thi hoa');
  expect(foldText('  ĐẶNG   Văn Đức ')).toBe('dang van duc');
});

test('text typed as composed or as decomposed letters is the same text', () => {
  const name = 'Trần Thị Ngọc Ánh';
  expect(foldText(name.normalize('NFD'))).toBe(foldText(name));
  expect(exactKey(name.normalize('NFD'))).toBe(exactKey(name));
});

test('what cannot be seen, pasted along with a name, does not hide it', () => {
  const pasted = '\ufeffNguyễn Thị Ho\u200bà\u202c';
  expect(foldText(pasted)).toBe('nguyen thi hoa');
  expect(exactKey(pasted)).toBe(exactKey('Nguyễn Thị Hoà'));
});

test('the exact key keeps what tells Đặng, Đăng and Dâng apart', () => {
  expect(new Set(['Đặng', 'Đăng', 'Dâng'].map(exactKey)).size).toBe(3);
  expect(new Set(['Đặng', 'Đăng', 'Dâng'].map(foldText)).size).toBe(1);
});

test('people are sorted by given name, then surname; a name of one word or with a mark stays whole', () => {
  const names = ['Nguyễn Thị Hoà', 'Lò Ánh', "Y H'Len", 'Pó', 'Bùi Văn Hoa'];
  expect(names.toSorted((a, b) => (givenNameFirst(a) < givenNameFirst(b) ? -1 : 1))).toEqual([
    'Lò Ánh',
    "Y H'Len",
    'Bùi Văn Hoa',
    'Nguyễn Thị Hoà',
    'Pó',
  ]);
});

test('folding twice is folding once, and leaves no accent', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aàảãáạăằâầđĐƠờưựYỳ nN’-\t'), maxLength: 20 }), (text) => {
      const folded = foldText(text);
      expect(foldText(folded)).toBe(folded);
      expect(folded).toMatch(/^[a-z’ ]*$/);
    }),
  );
});
