import { expect, test } from 'vitest';
import { guessColumns, guessHeading, titlesOf } from '../../src/formats/interchange/wizard/headings.ts';
import { mapSheet } from '../../src/formats/interchange/wizard/map-sheet.ts';
import { columnsBy, readProfile, writeProfile } from '../../src/formats/interchange/wizard/profile.ts';

/* Offices sort by given names, so many lists have the name in two columns. Nobody comes in with half of it. */

/** Names as the list is read without anybody choosing a column. */
function namesIn(rows: readonly (readonly string[])[]) {
  const heading = guessHeading(rows);
  const columns = guessColumns(titlesOf(rows, heading), rows.slice(heading + 1));
  const { persons } = mapSheet({ name: 'ds', rows }, { heading, columns, village: '' }, []);
  return persons?.rows.map(({ cell }) => cell('full_name'));
}

const hoa = ['1', 'Nguyễn Thị', 'Hoa', '1985'];

test.each([
  ['a heading merged over both', [['Hộ số', 'Họ và tên', '', 'Năm sinh']]],
  ['each with its own heading', [['Hộ số', 'Họ và tên đệm', 'Tên', 'Năm sinh']]],
  ['as the south says it', [['Hộ số', 'Họ và chữ lót', 'TÊN', 'Năm sinh']]],
  ['surname apart', [['Hộ', 'Họ', 'Đệm và tên', 'Năm sinh']]],
  [
    'a merged heading over two of its own',
    [
      ['Hộ số', 'Họ và tên', '', 'Năm sinh'],
      ['', 'Họ đệm', 'Tên', ''],
    ],
  ],
  [
    'columns numbered below',
    [
      ['Hộ số', 'Họ và tên', '', 'Năm sinh'],
      ['(1)', '(2)', '(3)', '(4)'],
    ],
  ],
])('a name in two columns is one name: %s', (_, heading) => {
  expect(namesIn([...heading, hoa, ['', 'Lê', 'An', '2010']])).toEqual(['Nguyễn Thị Hoa', 'Lê An']);
});

test('what stands beside a whole name is no part of it', () => {
  const whole = ['1', 'Nguyễn Thị Hoa', 'Hoa', '1985'];
  expect(namesIn([['Hộ số', 'Họ và tên', 'Tên', 'Năm sinh'], whole])).toEqual(['Nguyễn Thị Hoa']);
  expect(namesIn([['Hộ số', 'Họ và tên', 'Họ tên chủ hộ', 'Năm sinh'], whole])).toEqual(['Nguyễn Thị Hoa']);
  expect(
    namesIn([
      ['Hộ số', 'Tên chủ hộ', 'Tên', 'Năm sinh'],
      ['1', 'Lê An', 'Nguyễn Thị Hoa', '1985'],
    ]),
  ).toEqual(['Nguyễn Thị Hoa']);
  for (const beside of ['', 'Nữ', 'x', '0912345678', '12/3'])
    expect(
      namesIn([
        ['Hộ số', 'Họ và tên', '', 'Năm sinh'],
        ['1', 'Nguyễn Thị Hoa', beside, '1985'],
      ]),
    ).toEqual(['Nguyễn Thị Hoa']);
});

test('a way of reading keeps the column without a title beside the name', () => {
  const titles = ['Hộ số', 'Họ và tên', '', 'Năm sinh', ''];
  const profile = readProfile(writeProfile(titles, { columns: ['household_no', 'full_name', 'full_name', '', ''] }));
  if (!profile.ok) throw new Error(profile.error);
  expect(columnsBy(profile.value, ['Họ và tên', '', 'Ghi chú', ''])).toEqual(['full_name', 'full_name', '', '']);
});
