import { expect, test } from 'vitest';
import { wordOutcome, wordWrites } from '../../src/features/transfer/importing/preview-page.tsx';
import { missingColumns } from '../../src/features/transfer/wizard/missing-columns.ts';

/* What a person is told before a list is read, and of what came of it. */

const told = (columns: readonly string[], village: string, use: 'import' | 'compare') =>
  missingColumns({ columns, village }, use).map(({ control }) => control);

test('for the register a list must say the village, the household and the name', () => {
  expect(told(['full_name', '', 'birth_date'], '', 'import')).toEqual(['village', 'column-1']);
  expect(told(['full_name', 'household_no', 'birth_date'], '', 'import')).toEqual(['village']);
  expect(told(['full_name', 'household_no', 'village'], '', 'import')).toEqual([]);
  expect(told(['full_name', 'household_no', ''], 'u-v1', 'import')).toEqual([]);
  expect(told(['', 'household_no', ''], 'u-v1', 'import')).toEqual(['column-0']);
});

test('to be compared it must say the name', () => {
  expect(told(['full_name', '', ''], '', 'compare')).toEqual([]);
  expect(told(['birth_date', ''], '', 'compare')).toEqual(['column-1']);
});

test('a file of which every row was refused is not said to stand in the book', () => {
  const table = { table: 'persons', rows: 7, fine: 0, doubtful: 0 } as const;
  expect(wordWrites({ writes: 0, tables: [{ ...table, refused: 7 }] })).toMatch(/^Không có gì để ghi/);
  expect(wordWrites({ writes: 0, tables: [{ ...table, fine: 7, refused: 0 }] })).toBe(
    'Sổ đã có đủ mọi dòng của tệp này.',
  );
  expect(wordOutcome({ written: 0 })).toBe('Không ghi thêm gì: những dòng nhập được, sổ đã có đủ.');
  expect(wordOutcome({ written: 2 })).toBe('Đã lưu trên máy 2 mục.');
  expect(wordWrites({ writes: 3, tables: [{ ...table, refused: 4 }] })).toMatch(/^Sẽ ghi 3 mục/);
});

test('one thing in two columns is asked about, as only one would be read; a name may stand in two', () => {
  const columns = ['household_no', 'full_name', 'full_name', 'phone', '', 'phone'];
  expect(missingColumns({ columns, village: 'u1v001' }, 'import')).toEqual([
    { control: 'column-5', text: 'Cột 4 và cột 6 cùng là “Số điện thoại hộ”. Chỉ giữ một cột.' },
  ]);
});
