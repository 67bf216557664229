import { describe, expect, test } from 'vitest';
import { education } from '../../src/catalogue/codes/education.ts';
import { ethnicity } from '../../src/catalogue/codes/ethnicity.ts';
import { marital } from '../../src/catalogue/codes/marital.ts';
import { relation } from '../../src/catalogue/codes/relation.ts';
import { findVillage } from '../../src/formats/interchange/wizard/find-village.ts';
import { guessColumns, guessHeading, titlesOf } from '../../src/formats/interchange/wizard/headings.ts';
import { mapSheet, unknownWords } from '../../src/formats/interchange/wizard/map-sheet.ts';
import { columnsBy, readProfile, writeProfile } from '../../src/formats/interchange/wizard/profile.ts';
import { codeOfWords } from '../../src/formats/interchange/wizard/read-words.ts';
import { fromOldFont, readOldFonts, recogniseFont } from '../../src/formats/old-fonts/recognise-font.ts';

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
    expect(recogniseFont('Hồ Tân, Lê Hà, Phú Mỹ, tỉnh')).toBe(undefined);
  });

  test('in some cells only: each is read as what can be pronounced', () => {
    const { rows, font } = readOldFonts([
      ['Hé sè', 'Hä vµ tªn', 'Giíi tÝnh'],
      ['1', 'NguyÔn ThÞ H­¬ng', 'N÷'],
      ['2', 'TrÇn V¨n An', 'Nam'],
      ['3', 'Lý Văn Đà', 'Nữ'],
      ['Hà', 'Lê Thị Phú', ''],
    ]);
    expect(font).toBe('tcvn3');
    expect(rows.map((cells) => cells.map((cell) => cell.normalize('NFC')))).toEqual([
      ['Hộ số', 'Họ và tên', 'Giới tính'],
      ['1', 'Nguyễn Thị Hương', 'Nữ'],
      ['2', 'Trần Văn An', 'Nam'],
      ['3', 'Lý Văn Đà', 'Nữ'],
      ['Hà', 'Lê Thị Phú', ''],
    ]);
  });

  test('in one cell of a list in Unicode', () => {
    const { rows } = readOldFonts([
      ['Nguyễn Thị Hà', 'Phú Mỹ'],
      ['NguyÔn ThÞ H­¬ng', 'Lê Lợi'],
      ['Lê Hà', 'Tân Lý'],
    ]);
    expect(rows.map(([name]) => name)).toEqual(['Nguyễn Thị Hà', 'Nguyễn Thị Hương', 'Lê Hà']);
  });
});

test('headings as offices write them: with slashes, commas, and in brackets how to fill them', () => {
  const heading = [
    'STT',
    'Mã hộ gia đình',
    'Thôn/bản',
    'Họ, chữ đệm và tên',
    'Ngày, tháng, năm sinh (dd/mm/yyyy)',
    'Giới tính (Nam/Nữ)',
    'CMND/CCCD',
    'Thôn (bản, tổ dân phố)',
  ];
  expect(guessColumns(heading)).toEqual([
    '',
    'household_no',
    'village',
    'full_name',
    'birth_date',
    'sex',
    'national_id',
    '',
  ]);
  expect(guessColumns(['Thôn (bản, tổ dân phố)', 'Thôn – Tổ dân phố', 'Khu phố'])).toEqual(['village', '', '']);
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
  const villages = [{ id: 'u1v002', code: '002', name: 'Thôn Đình' }];
  const { households, persons } = mapSheet({ name: 'danh sách', rows }, { heading: 0, columns, village: '' }, villages);
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

test('a household’s head and the spouse beside, both married, are a couple; where it is not sure, nobody is', () => {
  const columns = ['household_no', 'full_name', 'relation', 'sex', 'birth_date', 'marital'];
  const listed = (...rows: readonly (readonly string[])[]) => {
    const sheet = { name: 'ds', rows: [['Hộ số', 'Họ tên', 'QH', 'Giới', 'Năm sinh', 'Hôn nhân'], ...rows] };
    const { persons } = mapSheet(sheet, { heading: 0, columns, village: '' }, []);
    const names = new Map(persons?.rows.map(({ cell }) => [cell('person_key'), cell('full_name')]));
    return persons?.rows.flatMap(({ cell }) => {
      const spouse = names.get(cell('spouse_key'));
      return spouse === undefined ? [] : [`${cell('full_name')} – ${spouse}`];
    });
  };
  const husband = ['1', 'Lò Văn Pản', 'Chủ hộ', 'Nam', '1987', 'Có vợ'];
  const wife = ['1', 'Quàng Thị Hặc', 'Vợ', 'Nữ', '1987', 'Có chồng'];
  expect(listed(husband, wife, ['1', 'Lò Thị Mai', 'Con', 'Nữ', '2012', 'Có chồng'])).toEqual([
    'Lò Văn Pản – Quàng Thị Hặc',
  ]);
  expect(listed(husband, wife, ['1', 'Lò Thị Ban', 'Vợ', 'Nữ', '1990', 'Có chồng'])).toEqual([]);
  expect(listed(husband, ['2', ...wife.slice(1)])).toEqual([]);
  expect(listed(husband, [...wife.slice(0, 5), 'Góa'])).toEqual([]);
  expect(listed(husband, ['1', 'Quàng Thị Hặc', 'Vợ', 'Nam', '1987', 'Có chồng'])).toEqual([]);
});

test('the second sheet of a household is no second household', () => {
  const rows = [
    ['Hộ số', 'Họ tên', 'Năm sinh'],
    ['100.1', 'Vì Văn Ban', '1985'],
    ['', 'Vì Thị Lả', '1988'],
    ['100.2', 'Vì Văn Em', '2010'],
  ];
  const columns = ['household_no', 'full_name', 'birth_date'];
  const { households, persons } = mapSheet({ name: 'ds', rows }, { heading: 0, columns, village: '' }, []);
  expect(households?.rows.map(({ cell }) => cell('household_no'))).toEqual(['100']);
  expect(persons?.rows.map(({ cell }) => cell('household_key'))).toEqual(['/100', '/100', '/100']);
});

test('words of offices are read by what they mean; what may mean two things is asked for', () => {
  const read = (list: typeof relation, words: string) => words.split(', ').map((word) => codeOfWords(list, word));
  expect(
    read(relation, 'C.hộ, Vợ, Con đẻ, Con rể, Con dâu, Mẹ vợ, Bố chồng, Cháu nội, Cháu ngoại, Em trai, em, 5'),
  ).toEqual(
    'head, spouse, child, son_in_law, daughter_in_law, parent, parent, grandchild, grandchild, other, other, parent'.split(
      ', ',
    ),
  );
  expect(read(education, '12/12, 9/12, 7/10, Lớp 5, ĐH, Đại học, Cấp II, TC, Thạc sĩ, Mù chữ')).toEqual(
    'upper_sec, lower_sec, lower_sec, primary, university, university, lower_sec, vocational, postgrad, none'.split(
      ', ',
    ),
  );
  expect(read(marital, 'Có gia đình, Ly dị, Goá, Góa, Chưa kết hôn, Độc thân, Ly thân')).toEqual([
    'married',
    'divorced',
    'widowed',
    'widowed',
    'single',
    'single',
    '',
  ]);
  expect(read(ethnicity, "KINH, Mông, H'Mông, Khmer, Khơ me, Êđê, Ê-đê, Cơ Ho, 1, 01")).toEqual([
    '01',
    '08',
    '08',
    '05',
    '05',
    '12',
    '12',
    '16',
    '01',
    '01',
  ]);
});

test('a village is found by its code, its name with or without what stands before it, or within an address', () => {
  const villages = [
    { id: 'a', code: '001', name: 'Thôn Hòa Bình' },
    { id: 'b', code: '002', name: 'Bản Lác' },
    { id: 'c', code: '003', name: 'Tổ 4' },
  ];
  const found = [
    '001',
    '1',
    'Thôn 2',
    'HOÀ BÌNH',
    'thôn Hòa Bình',
    'Xóm 4, thôn Hòa Bình',
    'Lác',
    'Tổ 4',
    '4',
    '3',
    'Tổ 3 khu 1',
    'Nà Phòn',
  ];
  expect(found.map((given) => findVillage(given, villages)?.id)).toEqual([
    'a',
    'a',
    'b',
    'a',
    'a',
    'a',
    'b',
    'c',
    'c',
    'c',
    undefined,
    undefined,
  ]);
});

describe('the heading of a list', () => {
  test('may take two rows', () => {
    const rows = [
      ['Hộ số', 'Họ và tên', 'Năm sinh', '', 'Dân tộc'],
      ['', '', 'Nam', 'Nữ', ''],
      ['1', 'Nguyễn A', '1970', '', 'Kinh'],
    ];
    const heading = guessHeading(rows);
    expect([heading, guessColumns(titlesOf(rows, heading))]).toEqual([
      1,
      ['household_no', 'full_name', 'birth_male', 'birth_female', 'ethnicity'],
    ]);
  });

  test('may stand far down, below titles and notes', () => {
    const notes = Array.from({ length: 17 }, (_, index) => [`Ghi chú ${index}`, '', '']);
    expect(guessHeading([...notes, ['Hộ số', 'Họ và tên', 'Năm sinh'], ['1', 'Nguyễn A', '1970']])).toBe(17);
  });
});

describe('a way of reading', () => {
  const sheet = {
    name: 'ds',
    rows: [
      ['Số hộ', 'Tên người', 'Q.hệ', 'Thôn'],
      ['(1)', '(2)', '(3)', '(4)'],
      ['1', 'Vì Thị Lả', 'Chủ hộ', 'Nà Phòn'],
      ['', 'Vì Văn Ban', 'Con của em', ''],
      ['', 'Vì Văn Ín', 'con của em', ''],
    ],
  };
  const villages = [{ id: 'a', code: '001', name: 'Bản Lác' }];
  const columns = ['household_no', 'full_name', 'relation', 'village'];

  test('asks for the words that nobody knows, and takes what a person says of them', () => {
    const asked = unknownWords(sheet, { heading: 0, columns, village: '' }, villages);
    expect(asked.map(({ column, word, rows }) => [column, word, rows])).toEqual([
      ['relation', 'Con của em', 2],
      ['village', 'Nà Phòn', 1],
    ]);
    const words = { relation: { concuaem: 'other' }, village: { naphon: 'a' } };
    const { persons } = mapSheet(sheet, { heading: 0, columns, village: '', words }, villages);
    expect(persons?.rows.map(({ cell }) => [cell('household_key'), cell('relation')])).toEqual([
      ['001/1', 'head'],
      ['001/1', 'other'],
      ['001/1', 'other'],
    ]);
  });

  test('goes into a file and comes out of it, and fits a list whose columns stand otherwise', () => {
    const file = writeProfile(sheet.rows[0] ?? [], {
      columns,
      words: { relation: { concuaem: 'other' }, village: { naphon: 'a' } },
    });
    const profile = readProfile(file);
    if (!profile.ok) throw new Error(profile.error);
    expect(profile.value.words).toEqual({ relation: { concuaem: 'other' } });
    expect(columnsBy(profile.value, ['Tên người', 'Ghi chú', 'Q.hệ'])).toEqual(['full_name', '', 'relation']);
    for (const other of ['', '[]', '{"is":"x"}', file.slice(0, 20)]) expect(readProfile(other).ok).toBe(false);
  });
});
