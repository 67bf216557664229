import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSheets } from '../../src/formats/sheet/read-sheets.ts';
import type { FileBytes, ImportPreview, OpenedFiles } from '../../src/workers/api/transfer-api.ts';
import { commune, type JourneyHub, openCommune, villages } from '../journeys/commune.ts';
import { activatedPhone } from '../workers/invented-phone.ts';
import { file } from './csv-file.ts';

/* Lists of offices on an officer's phone: read the way a person says, laid against the register, extracted for others. */

/** As offices keep it: no title row the same, numbers filled down, the year under Nam or Nữ. */
const list = file('danh sách thôn 1', [
  ['UBND XÃ SUỐI MẪU', '', '', '', ''],
  ['Hộ số', 'Họ và tên', 'Quan hệ với chủ hộ', 'Nam', 'Nữ'],
  ['950', 'Hà Văn Sơn', 'Chủ hộ', '1970', ''],
  ['', 'Lò Thị Mây', 'Vợ', '', '1972'],
  ['951', 'Quàng Thị Pha', '1', '', '1955'],
]);

let hub: JourneyHub;
let phone: Awaited<ReturnType<typeof activatedPhone>>;

beforeAll(async () => {
  hub = await openCommune('PGlite');
  phone = await activatedPhone((url, init) => hub.answer(url, init), await hub.officerCode());
  phone.line.clock = hub.clock.now;
});
afterAll(() => hub.close());

function previewed(opened: OpenedFiles): ImportPreview {
  if (opened.is !== 'preview') throw new Error(`no preview: ${opened.is}`);
  return opened;
}

/** Opens a list and reads it as it seems to be. */
async function readAsGuessed(list: FileBytes, village = '') {
  const opened = await phone.app.openFiles([list]);
  if (opened.is !== 'sheets') throw new Error(opened.is);
  const [sheet] = opened.sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const columns = sheet.readings[sheet.heading]?.columns ?? [];
  return { sheet: sheet.sheet, heading: sheet.heading, columns, village, words: {} };
}

test('a list of an office is read the way a person says; the same list again adds nothing', async () => {
  const { app } = phone;
  const opened = await app.openFiles([list]);
  if (opened.is !== 'sheets') throw new Error(opened.is);
  const [sheet] = opened.sheets;
  expect(sheet).toMatchObject({ heading: 1, font: '' });
  const columns = sheet?.readings[1]?.columns ?? [];
  expect(columns).toEqual(['household_no', 'full_name', 'relation', 'birth_male', 'birth_female']);
  const mapping = { sheet: sheet?.sheet ?? '', heading: 1, columns, village: villages[0] ?? '', words: {} };
  const preview = previewed(await app.mapSheet(mapping));
  expect(preview.tables.map(({ table, rows, refused }) => [table, rows, refused])).toEqual([
    ['households', 2, 0],
    ['persons', 3, 0],
  ]);
  expect(await app.takeFiles('take')).toMatchObject({ written: 5 });
  const [found] = (await app.search('lo thi may', 5)).rows;
  expect(found).toMatchObject({ householdNumber: '950', birthYear: '1972', sex: 'female' });
  expect(previewed(await app.mapSheet(mapping)).writes).toBe(0);
  const again = await app.openFiles([list]);
  expect(again).toMatchObject({ is: 'sheets', sheets: [{ heading: 1 }] });
});

test('a list laid against the register: who is missing, extra, different; nothing is written', async () => {
  const { app } = phone;
  const police = file('công an', [
    ['Họ và tên', 'Ngày sinh', 'Giới tính'],
    ['HÀ VĂN SƠN', '1970', 'Nam'],
    ['Lò Thị Mây', '1975', 'Nữ'],
    ['Người Nơi Khác', '1980', 'Nữ'],
  ]);
  const opened = await app.openFiles([police]);
  if (opened.is !== 'sheets') throw new Error(opened.is);
  const columns = opened.sheets[0]?.readings[0]?.columns ?? [];
  const waiting = (await app.syncState()).waiting;
  const { listed, same, lines } = await app.compareSheet({
    sheet: 'công an',
    heading: 0,
    columns,
    village: '',
    words: {},
  });
  expect([listed, same]).toEqual([3, 1]);
  expect(lines.filter(({ is }) => is === 'extra').map(({ row, name }) => [row, name])).toEqual([[4, 'Người Nơi Khác']]);
  expect(lines.filter(({ is }) => is === 'different').map(({ name, differs }) => [name, differs])).toEqual([
    ['Lò Thị Mây', [{ field: 'birthDate', list: '1975', register: '1972' }]],
  ]);
  const missing = lines.filter(({ is }) => is === 'missing');
  expect(missing.map(({ name }) => name)).toContain('Quàng Thị Pha');
  // As on paper: village by village, by the numbers of the households.
  for (const village of new Set(missing.map((one) => one.village))) {
    const places = missing.flatMap((one, at) => (one.village === village ? [at] : []));
    expect((places.at(-1) ?? 0) - (places[0] ?? 0)).toBe(places.length - 1);
    const numbers = places.map((at) => Number(missing[at]?.householdNumber));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }
  // A number alone finds no household: each village has its own.
  expect(missing.every(({ village, householdNumber }) => village !== '' || householdNumber === '')).toBe(true);
  expect((await app.syncState()).waiting).toBe(waiting);
});

test('people who are in the book already are told, row by row, before a list doubles them', async () => {
  const { app } = phone;
  const again = file('danh sách khác', [
    ['Hộ số', 'Họ và tên', 'Năm sinh', 'Giới tính'],
    ['960', 'LÒ THỊ MÂY', '1972', 'Nữ'],
    ['960', 'Lò Thị Mới', '1980', 'Nữ'],
  ]);
  const preview = previewed(await app.mapSheet(await readAsGuessed(again, villages[0])));
  expect((await app.importRemarks(0, 'person_in_book')).remarks.map(({ row, words }) => [row, words.vi])).toEqual([
    [2, 'trùng họ tên, ngày sinh, giới tính với một người của sổ, hộ số 950'],
  ]);
  expect(preview.doubts.map(({ why }) => why)).toContain('person_in_book');
});

test('a word that nobody knows is asked for once, and what was said is kept for the next list', async () => {
  const { app } = phone;
  const list = file('danh sách có chữ lạ', [
    ['Hộ số', 'Họ và tên', 'Quan hệ', 'Năm sinh', 'Giới tính', 'Hôn nhân'],
    ['970', 'Vi Văn Lâm', 'Chủ hộ', '1970', 'Nam', 'Ly thân'],
    ['970', 'Vi Thị Lan', 'con của em', '1999', 'Nữ', 'ly thân'],
  ]);
  const mapping = await readAsGuessed(list, villages[0]);
  const asked = await app.sheetWords(mapping);
  expect(asked.map(({ column, word, rows }) => [column, word, rows])).toEqual([
    ['marital', 'Ly thân', 2],
    ['relation', 'con của em', 1],
  ]);
  const [marital, relation] = asked.map(({ key }) => key);
  const words = { marital: { [marital ?? '']: 'married' }, relation: { [relation ?? '']: 'other' } };
  const preview = previewed(await app.mapSheet({ ...mapping, words }));
  expect(preview.tables.map(({ refused }) => refused)).toEqual([0, 0]);
  const next = await app.openFiles([list]);
  expect(next).toMatchObject({ is: 'sheets', sheets: [{ words }] });
});

test('a way of reading goes out as a file and is laid over another list', async () => {
  const { app } = phone;
  const list = file('mẫu', [
    ['Mã', 'Người', 'Sinh', 'Phái'],
    ['1', 'Vi Văn Lâm', '1970', 'Nam'],
  ]);
  const guessed = await readAsGuessed(list, villages[0]);
  const profile = await app.saveProfile({
    ...guessed,
    heading: 0,
    columns: ['household_no', 'full_name', 'birth_date', 'sex'],
  });
  expect(await app.openProfile(profile, ['Phái', 'Người', 'Khác'])).toEqual({
    is: 'profile',
    columns: ['sex', 'full_name', ''],
    words: {},
  });
  expect(await app.openProfile(profile, ['x'])).toEqual({ is: 'other_list' });
  expect(await app.openProfile({ name: 'a.json', bytes: new TextEncoder().encode('?') }, ['x'])).toEqual({
    is: 'no_profile',
  });
});

test('a list is laid against its own village, by card first; every field that differs is told', async () => {
  const { app } = phone;
  const own = file('nhân khẩu', [
    ['Hộ số', 'Họ và tên', 'Quan hệ', 'Ngày sinh', 'Giới tính', 'Số thẻ BHYT'],
    ['980', 'Tòng Thị Ín', 'Chủ hộ', '02/03/1960', 'Nữ', 'HT1234567890123'],
  ]);
  await app.mapSheet(await readAsGuessed(own, villages[0]));
  await app.takeFiles('take');
  const insurance = file('bảo hiểm', [
    ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Số thẻ BHYT', 'Dân tộc', 'Hộ số'],
    ['Tòng Thị Inh', '02/03/1961', 'Nữ', 'HT1234567890123', 'Thái', '981'],
  ]);
  const { lines } = await app.compareSheet(await readAsGuessed(insurance, villages[0]));
  const different = lines.filter(({ is }) => is === 'different');
  expect(
    different.map(({ name, differs }) => [name, differs.map(({ field, list, register }) => [field, list, register])]),
  ).toEqual([
    [
      'Tòng Thị Ín',
      [
        ['fullName', 'Tòng Thị Inh', 'Tòng Thị Ín'],
        ['birthDate', '1961-03-02', '1960-03-02'],
        ['householdNumber', '981', '980'],
        ['ethnicity', 'Thái', ''],
      ],
    ],
  ]);
  const inVillage = lines.filter(({ is }) => is === 'missing').length;
  const everywhere = await app.compareSheet(await readAsGuessed(insurance));
  expect(everywhere.lines.filter(({ is }) => is === 'missing').length).toBeGreaterThan(inVillage);
});

test('a number that a spreadsheet shortened is the same number; of another one no digit of the register is told', async () => {
  const { app } = phone;
  const head = ['Hộ số', 'Họ và tên', 'Quan hệ', 'Ngày sinh', 'Giới tính', 'Số CCCD', 'Số thẻ BHYT', 'Điện thoại'];
  const born = ['Chủ hộ', '05/06/1958', 'Nữ'];
  const own = file('nhân khẩu', [
    head,
    ['985', 'Tòng Thị Ún', ...born, '038123456789', 'HT4003812345678', '0912345678'],
  ]);
  const mapping = await readAsGuessed(own, villages[0]);
  expect(mapping.columns).toEqual([
    ...['household_no', 'full_name', 'relation', 'birth_date', 'sex'],
    ...['national_id', 'insurance_no', 'phone'],
  ]);
  await app.mapSheet(mapping);
  await app.takeFiles('take');
  const against = async (...numbers: readonly string[]) => {
    const list = file('công an', [head, ['985', 'Tòng Thị Ún', ...born, ...numbers]]);
    const { same, lines } = await app.compareSheet(await readAsGuessed(list, villages[0]));
    return { same, told: lines.filter(({ is }) => is === 'different').flatMap(({ differs }) => differs) };
  };
  expect(await against('38123456789', 'ht4-0038-12345678', '912345678')).toEqual({ same: 1, told: [] });
  expect(await against('038.123.456.789', '', '+84 912-345-678')).toEqual({ same: 1, told: [] });
  const { told } = await against('038123456788', 'HT4003812345670', '0912345678');
  expect(told).toEqual([
    { field: 'nationalId', list: '038123456788', register: undefined },
    { field: 'insuranceNo', list: 'HT4003812345670', register: undefined },
  ]);
});

describe('a list for another office', () => {
  const order = { purpose: 'insurance_under_6', place: commune, recipient: 'BHXH huyện', ground: 'CV 12/BHXH' };
  const rowsOf = async (made: FileBytes) => {
    const read = await readSheets(made.bytes, made.name);
    return read.ok ? (read.value[0]?.rows ?? []) : [];
  };

  test('is numbered by this device, marked, logged, with its few columns and no other', async () => {
    const { app } = phone;
    const purpose = (await app.extractPurposes(commune)).find(({ key }) => key === 'insurance_under_6');
    expect(purpose?.people).toBeGreaterThan(0);
    const rows = await rowsOf(await app.extractList(order));
    expect(rows[1]?.[0]).toMatch(/^Số 2026\/001\.[0-9A-Z]{4}-TDS · chỉ dùng cho: BHXH huyện · CV 12\/BHXH$/);
    expect(rows[3]).toEqual(['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Họ tên mẹ', 'Thôn']);
    expect(rows).toHaveLength(5 + (purpose?.people ?? 0));
    await app.extractList(order);
    expect((await app.extractLog()).map(({ number, people }) => [number.slice(0, 8), people])).toEqual([
      ['2026/002', purpose?.people],
      ['2026/001', purpose?.people],
    ]);
  });

  test('of two officers never bears the same number', async () => {
    const second = await activatedPhone((url, init) => hub.answer(url, init), await hub.officerCode());
    second.line.clock = hub.clock.now;
    const names = [await phone.app.extractList(order), await second.app.extractList(order)].map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });

  test('is counted for the village that it is asked for', async () => {
    const { app } = phone;
    const count = async (place: string) =>
      (await app.extractPurposes(place)).find(({ key }) => key === 'longevity')?.people ?? 0;
    const each = await Promise.all(villages.map(count));
    expect(each.reduce((sum, people) => sum + people, 0)).toBe(await count(commune));
  });

  test('for another purpose needs the approval of the head, which stands in it and in the log', async () => {
    const { app } = phone;
    const other = {
      words: 'Khám mắt',
      fromAge: '60',
      toAge: '',
      sex: 'female',
      approvedBy: '',
      approvedOn: '2026-10-01',
      document: '15/TYT',
    } as const;
    const asked = { ...order, purpose: 'other', other };
    expect(await app.countExtract(asked)).toBeGreaterThan(0);
    await expect(app.extractList(asked)).rejects.toThrow();
    const made = await app.extractList({ ...asked, other: { ...other, approvedBy: 'Bs. Hoàng Văn Sơn' } });
    const rows = await rowsOf(made);
    expect(rows[0]?.[0]).toContain('Khám mắt');
    expect(rows[3]).toEqual([
      'Trạm trưởng Bs. Hoàng Văn Sơn đồng ý ngày 01/10/2026, văn bản số 15/TYT',
      ...Array(5).fill(''),
    ]);
    expect((await app.extractLog())[0]).toMatchObject({ purpose: 'other', other: { document: '15/TYT' } });
  });
});
