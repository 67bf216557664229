import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheets } from '../../src/formats/sheet/read-sheets.ts';
import { writeCsv } from '../../src/formats/sheet/write-csv.ts';
import type { FileBytes, ImportPreview, OpenedFiles } from '../../src/workers/api/transfer-api.ts';
import { book, commune, type JourneyHub, openCommune, villages } from '../journeys/commune.ts';
import { activatedPhone } from '../workers/invented-phone.ts';

/* An officer's phone with files in its hand, a real hub of the demo commune behind it. */

const month = '2026-10';
const file = (name: string, rows: readonly (readonly string[])[]): FileBytes => ({
  name: `${name}.csv`,
  bytes: writeCsv({ name, rows }),
});

const register = [
  file('households', [
    ['household_key', 'village_code', 'household_no', 'kind'],
    ['X1', '001', '901', 'family'],
    ['X2', '002', '902', 'family'],
  ]),
  file('persons', [
    ['person_key', 'household_key', 'full_name', 'relation', 'sex', 'birth_date', 'marital', 'residence', 'status'],
    ['A', 'X1', 'Đinh Thị Thơm', 'head', 'female', '1990-05-03', 'single', 'usual_present', 'active'],
    ['B', 'X2', 'Đinh Văn Thảo', 'head', 'male', '1960', 'single', 'usual_present', 'active'],
    ['C', 'X2', 'Đinh Văn Thuận', 'child', 'male', '31/02/1991', 'single', 'usual_present', 'active'],
  ]),
  file('events', [
    ['event_key', 'kind', 'date', 'person_key', 'household_key', 'to_household_key'],
    ['1', 'move_internal', '2026-10-09', 'A', 'X2', 'X1'],
    ['2', 'move_in', '2026-10-12', 'B', 'X2', ''],
  ]),
];

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
}, 60_000);
afterAll(() => hub.close());

function previewed(opened: OpenedFiles): ImportPreview {
  if (opened.is !== 'preview') throw new Error(`no preview: ${opened.is}`);
  return opened;
}

const figure = async (key: string, place = commune) => {
  const { above, rows } = await phone.app.report('01-DSX', month, place);
  return [...above, ...rows].find((row) => row.key === key)?.value ?? null;
};

test('a register is looked at first, taken, counted the same on the hub, and taken back by one undo', async () => {
  const { app } = phone;
  const before = { people: await figure('pop_end'), came: await figure('move_in') };
  const preview = previewed(await app.openFiles(register));
  expect(
    preview.tables.map(({ table, rows, fine, doubtful, refused }) => [table, rows, fine, doubtful, refused]),
  ).toEqual([
    ['households', 2, 2, 0, 0],
    ['persons', 3, 2, 0, 1],
    ['events', 2, 2, 0, 0],
  ]);
  expect(preview.remarks.map(({ row, column }) => [row, column])).toEqual([[4, 'birth_date']]);
  expect(await figure('pop_end')).toBe(before.people);

  expect(await app.takeFiles('take')).toEqual({ is: 'done', written: 6 });
  expect(await figure('pop_end')).toBe((before.people ?? 0) + 2);
  expect(await figure('move_in')).toBe((before.came ?? 0) + 1);
  expect(
    (await app.search('dinh thi thom', 5)).rows.map(({ name, householdNumber }) => [name, householdNumber]),
  ).toEqual([['Đinh Thị Thơm', '901']]);
  expect(previewed(await app.openFiles(register)).writes).toBe(0);

  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  const onHub = await hub.figures().report(book, '01-DSX', month);
  expect(onHub?.above.find(({ key }) => key === 'pop_end')?.value).toBe((before.people ?? 0) + 2);

  expect(await app.lastImport()).toMatchObject({ written: 6, isUndone: false });
  await app.undoImport();
  expect(await app.lastImport()).toMatchObject({ isUndone: true });
  expect(await figure('pop_end')).toBe(before.people);
  expect((await app.search('dinh thi thom', 5)).rows).toEqual([]);
  expect(previewed(await app.openFiles(register)).writes).toBe(6);
}, 60_000);

test('a list of an office is read the way a person says; the same list again adds nothing', async () => {
  const { app } = phone;
  const opened = await app.openFiles([list]);
  if (opened.is !== 'sheets') throw new Error(opened.is);
  const [sheet] = opened.sheets;
  expect(sheet).toMatchObject({ heading: 1, font: '' });
  expect(sheet?.columns).toEqual(['household_no', 'full_name', 'relation', 'birth_male', 'birth_female']);
  const mapping = { sheet: sheet?.sheet ?? '', heading: 1, columns: sheet?.columns ?? [], village: villages[0] ?? '' };
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
  expect(again).toMatchObject({ is: 'sheets', sheets: [{ heading: 1, columns: mapping.columns }] });
}, 60_000);

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
  const columns = opened.sheets[0]?.columns ?? [];
  const waiting = (await app.syncState()).waiting;
  const { listed, same, lines } = await app.compareSheet({ sheet: 'công an', heading: 0, columns, village: '' });
  expect([listed, same]).toEqual([3, 1]);
  expect(lines.filter(({ is }) => is === 'extra').map(({ row, name }) => [row, name])).toEqual([[4, 'Người Nơi Khác']]);
  expect(lines.filter(({ is }) => is === 'different').map(({ name, differs }) => [name, differs])).toEqual([
    ['Lò Thị Mây', [{ field: 'birthDate', list: '1975', register: '1972' }]],
  ]);
  expect(lines.filter(({ is }) => is === 'missing').map(({ name }) => name)).toContain('Quàng Thị Pha');
  expect((await app.syncState()).waiting).toBe(waiting);
}, 60_000);

test('the register goes out as one workbook and comes home without adding anything', async () => {
  const { app } = phone;
  const [workbook] = await app.exportFiles('xlsx');
  if (workbook === undefined) throw new Error('no file');
  const preview = previewed(await app.openFiles([workbook]));
  expect(preview.remarks.filter(({ strength }) => strength === 'refuse')).toEqual([]);
  expect(preview.writes).toBe(0);
}, 60_000);

test('a list for another office: numbered, marked, logged, with its few columns and no other', async () => {
  const { app } = phone;
  const purpose = (await app.extractPurposes()).find(({ key }) => key === 'insurance_under_6');
  expect(purpose?.people).toBeGreaterThan(0);
  const order = { purpose: 'insurance_under_6', place: commune, recipient: 'BHXH huyện', ground: 'CV 12/BHXH' };
  const made = await app.extractList(order);
  const read = await readSheets(made.bytes, made.name);
  const rows = read.ok ? (read.value[0]?.rows ?? []) : [];
  expect(rows[1]?.[0]).toBe('Số 2026/001-TDS · chỉ dùng cho: BHXH huyện · CV 12/BHXH');
  expect(rows[3]).toEqual(['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Họ tên mẹ', 'Thôn']);
  expect(rows).toHaveLength(5 + (purpose?.people ?? 0));
  await app.extractList(order);
  expect((await app.extractLog()).map(({ number, people }) => [number, people])).toEqual([
    ['2026/002-TDS', purpose?.people],
    ['2026/001-TDS', purpose?.people],
  ]);
}, 60_000);

test('files that cannot be read are told, and nothing is written', async () => {
  const { app } = phone;
  const cut = { name: 'persons.csv', bytes: new TextEncoder().encode('person_key\nHoà').slice(0, -1) };
  expect(await app.openFiles([cut])).toEqual({ is: 'unreadable', file: 'persons.csv', why: 'not_utf8', row: 2 });
  const wrong = file('persons', [['ma', 'ten']]);
  expect(await app.openFiles([wrong])).toMatchObject({ is: 'columns', file: 'persons' });
  const long = { name: 'persons.csv', bytes: new TextEncoder().encode('a\n'.repeat(200_001)) };
  expect(await app.openFiles([long])).toMatchObject({ is: 'unreadable', why: 'too_many_rows' });
}, 60_000);
