import { describe, expect, test } from 'vitest';
import { mapSheet } from '../../src/formats/interchange/wizard/map-sheet.ts';
import { fromOldFont, recogniseFont } from '../../src/formats/old-fonts/recognise-font.ts';

describe('text typed in an old font', () => {
  test.each([
    [
      'tcvn3',
      'Hä vµ tªn: NguyÔn V¨n B×nh, TrÇn ThÞ Hoµ, §Æng Quèc ViÖt',
      'Họ và tên: Nguyễn Văn Bình, Trần Thị Hoà, Đặng Quốc Việt',
    ],
    [
      'vni',
      'Hoï vaø teân: Nguyeãn Vaên Bình, Traàn Thò Hoaø, Ñaëng Quoác Vieät',
      'Họ và tên: Nguyễn Văn Bình, Trần Thị Hoà, Đặng Quốc Việt',
    ],
  ] as const)('%s is recognised and read', (font, seen, meant) => {
    expect(recogniseFont(seen)).toBe(font);
    expect(fromOldFont(seen, font)).toBe(meant.normalize('NFC'));
  });

  test('Vietnamese as it is, and a list without Vietnamese, stay as they are', () => {
    expect(recogniseFont('Họ và tên: Nguyễn Văn Bình')).toBe(undefined);
    expect(recogniseFont('name, year')).toBe(undefined);
  });
});

test('numbers and addresses are filled down, codes read by number or words, two alike are two', () => {
  const rows = [
    ['Thôn', 'Hộ số', 'Địa chỉ', 'Họ tên', 'QH', 'Giới', 'Ngày sinh', 'Dân tộc'],
    ['Thôn 2', '7', 'Xóm Đình', 'Vì Thị Lả', '1', 'Nữ', '03/05/1960', 'Thái'],
    ['', '', '', 'Vì Văn Ban', 'con', 'nam', '1985', '3'],
    ['', '', '', 'Vì Văn Ban', 'con', 'nam', '1985', '3'],
    ['', '8', '', 'Cà Văn Ín', 'Chủ hộ', 'Nam', '1/1/1970', 'Kinh'],
  ];
  const columns = ['village', 'household_no', 'address', 'full_name', 'relation', 'sex', 'birth_date', 'ethnicity'];
  const codes = new Map([['u1v002', '002']]);
  const { households, persons } = mapSheet({ name: 'danh sách', rows }, { heading: 0, columns, village: '' }, codes);
  expect(households?.rows.map(({ cell }) => [cell('village_code'), cell('household_no'), cell('address')])).toEqual([
    ['002', '7', 'Xóm Đình'],
    ['002', '8', ''],
  ]);
  const read = persons?.rows.map(({ number, cell }) => [
    number,
    cell('household_key'),
    cell('relation'),
    cell('sex'),
    cell('ethnicity'),
  ]);
  expect(read).toEqual([
    [2, '002/7', 'head', 'female', '03'],
    [3, '002/7', 'child', 'male', '03'],
    [4, '002/7', 'child', 'male', '03'],
    [5, '002/8', 'head', 'male', '01'],
  ]);
  expect(new Set(persons?.rows.map(({ cell }) => cell('person_key'))).size).toBe(4);
});
