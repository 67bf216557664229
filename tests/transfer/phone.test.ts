import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileBytes, ImportPreview, OpenedFiles } from '../../src/workers/api/transfer-api.ts';
import { book, commune, type JourneyHub, openCommune, villages } from '../journeys/commune.ts';
import { activatedPhone } from '../workers/invented-phone.ts';
import { file } from './csv-file.ts';

/* An officer's phone with files in its hand, a real hub of the demo commune behind it. */

const month = '2026-10';
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
  expect(preview.remarks.remarks.map(({ row, column }) => [row, column])).toEqual([[4, 'birth_date']]);
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
});

test('the register goes out as one workbook and comes home without adding anything', async () => {
  const { app } = phone;
  const files = await app.exportFiles('xlsx');
  const [workbook] = files === 'no_officer' ? [] : files;
  if (workbook === undefined) throw new Error('no file');
  const preview = previewed(await app.openFiles([workbook]));
  expect(preview.remarks.remarks.filter(({ strength }) => strength === 'refuse')).toEqual([]);
  expect(preview.writes).toBe(0);
  expect((await app.exportLog()).map(({ format }) => format)).toEqual(['xlsx']);
});

const own = file('persons', [
  ['person_key', 'household_key', 'full_name', 'relation', 'sex', 'birth_date', 'marital', 'residence', 'status'],
  ['A', 'X1', 'Đinh Thị Thơm', 'head', 'female', '1990-05-03', 'single', 'usual_present', 'active'],
  ['B', 'X2', 'Đinh Văn Thảo', 'head', 'male', '1960', 'single', 'usual_present', 'active'],
]);
const homes = (village: string, number: string) =>
  file('households', [
    ['household_key', 'village_code', 'household_no', 'kind'],
    ['X1', village, number, 'family'],
    ['X2', '002', '902', 'family'],
  ]);
const cameOn = (date: string) =>
  file('events', [
    ['event_key', 'kind', 'date', 'person_key', 'household_key'],
    ['2', 'move_in', date, 'B', 'X2'],
  ]);

test('an undo of a later file brings back what was: the date of an event, the village of a household', async () => {
  const { app } = phone;
  const take = async (...files: readonly FileBytes[]) => {
    await app.openFiles(files);
    return app.takeFiles('take');
  };
  await take(homes('001', '901'), own, cameOn('2026-10-12'));
  const before = [await figure('move_in'), await figure('pop_end', villages[0]), await figure('pop_end', villages[1])];
  await take(homes('001', '901'), own, cameOn('2026-10-14'));
  await app.undoImport();
  expect([await figure('move_in'), await figure('pop_end', villages[0]), await figure('pop_end', villages[1])]).toEqual(
    before,
  );

  expect(previewed(await app.openFiles([homes('002', '901'), own])).doubts.map(({ why }) => why)).toContain(
    'other_values',
  );
  await app.takeFiles('take');
  expect([await figure('pop_end', villages[0]), await figure('pop_end', villages[1])]).toEqual([
    (before[1] ?? 0) - 1,
    (before[2] ?? 0) + 1,
  ]);
  await app.undoImport();
  expect([await figure('move_in'), await figure('pop_end', villages[0]), await figure('pop_end', villages[1])]).toEqual(
    before,
  );
});

test('an undo that is pressed while the import still writes waits for its end, and takes all of it back', async () => {
  const { app } = phone;
  const before = await figure('pop_end');
  const numbers = Array.from({ length: 1_500 }, (_, index) => String(2_000 + index));
  await app.openFiles([
    file('households', [
      ['household_key', 'village_code', 'household_no', 'kind'],
      ...numbers.map((number) => [`R${number}`, '001', number, 'family']),
    ]),
    file('persons', [
      ['person_key', 'household_key', 'full_name', 'sex', 'birth_date', 'residence', 'status'],
      ...numbers.map((number) => [
        `RP${number}`,
        `R${number}`,
        `Người ${number}`,
        'male',
        '1980-01-01',
        'usual_present',
        'active',
      ]),
    ]),
  ]);
  const taking = app.takeFiles('take');
  const seen = new Set<string>();
  while (!seen.has('writing')) {
    seen.add((await app.transferProgress()).is);
    await new Promise((resolve) => setTimeout(resolve));
  }
  const undoing = app.undoImport();
  await Promise.all([taking, undoing]);
  expect(await figure('pop_end')).toBe(before);
  expect(await app.lastImport()).toMatchObject({ isUndone: true });
  expect(await app.transferProgress()).toMatchObject({ is: 'idle' });
});

test('doubtful rows come in by their reasons, and every remark can be seen', async () => {
  const { app } = phone;
  const doubtful = file('persons', [
    ['person_key', 'household_key', 'full_name', 'sex', 'birth_date', 'residence', 'status'],
    ['D1', 'X1', '', 'male', '1981-01-01', 'usual_present', 'active'],
    ['D2', 'X1', 'Đinh Văn Hai', 'male', '', 'usual_present', 'active'],
    ['D3', 'X1', '', 'male', '', 'usual_present', 'active'],
  ]);
  const preview = previewed(await app.openFiles([doubtful]));
  expect(preview.doubts.map(({ why, rows }) => [why, rows])).toEqual([
    ['no_name', 2],
    ['no_birth_date', 2],
  ]);
  expect((await app.importRemarks(0, 'no_name')).remarks.map(({ row }) => row)).toEqual([2, 4]);
  expect((await app.importRemarks(3, '')).remarks).toHaveLength(1);
  // Nobody finds a row of thousands by its number alone.
  expect((await app.importRemarks(0, 'no_birth_date')).remarks.map(({ about }) => about)).toEqual([
    { is: 'person', name: 'Đinh Văn Hai' },
    undefined,
  ]);
  expect(await app.takeFiles({ kinds: ['no_birth_date'] })).toMatchObject({ written: 1 });
  expect((await app.search('dinh van hai', 5)).rows).toHaveLength(1);
  await app.undoImport();
});

test('a pregnancy without a name stands in the village of its household, and names nobody', async () => {
  const { app } = phone;
  const nameless = file('events', [
    ['event_key', 'kind', 'date', 'person_key', 'household_key'],
    ['N1', 'abortion', '2026-10-02', '', 'X2'],
  ]);
  expect(previewed(await app.openFiles([nameless])).writes).toBe(1);
  expect(await app.takeFiles('take')).toMatchObject({ is: 'done', written: 1 });
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0 });
  await app.undoImport();
});

test("places are the hub's: a phone says what it does with a table of them", async () => {
  const units = file('units', [
    ['code', 'name', 'kind', 'parent_code'],
    ['001', 'Thôn Một', 'village', '18073'],
    ['009', 'Thôn Chín', 'village', '18073'],
  ]);
  const preview = previewed(await phone.app.openFiles([units, file('ghi chú', [['a']])]));
  expect(preview.units).toEqual({ rows: 2, unknown: ['Thôn Chín'] });
  expect(preview.unread).toEqual(['ghi chú.csv']);
});

test('a register typed in an old font comes in as Unicode, and the preview says so', async () => {
  const { app } = phone;
  const heading = 'person_key,household_key,full_name,sex,birth_date,residence,status';
  const typed = `${heading}\nT1,T1,NguyÔn V¨n B×nh,male,1981-01-01,usual_present,active\n`;
  const house = file('households', [
    ['household_key', 'village_code', 'household_no', 'kind'],
    ['T1', '001', '911', 'family'],
  ]);
  const byteForByte = new Uint8Array(Buffer.from(typed, 'latin1'));
  for (const bytes of [byteForByte, new TextEncoder().encode(typed)]) {
    const preview = previewed(await app.openFiles([house, { name: 'persons.csv', bytes }]));
    expect([preview.font, preview.writes]).toEqual(['tcvn3', 2]);
  }
  await app.takeFiles('take');
  expect((await app.search('nguyen van binh', 5)).rows.map(({ name }) => name)).toContain('Nguyễn Văn Bình');
  await app.undoImport();
  expect(previewed(await app.openFiles(register)).font).toBe('');
});

test('files that cannot be read are told, and nothing is written', async () => {
  const { app } = phone;
  const cut = { name: 'persons.csv', bytes: new TextEncoder().encode('person_key\nHoà').slice(0, -1) };
  expect(await app.openFiles([cut])).toEqual({ is: 'unreadable', file: 'persons.csv', why: 'not_utf8', row: 2 });
  const old = Buffer.from('2,NguyÔn V¨n Bình,1980\n', 'latin1');
  const pasted = Buffer.concat([Buffer.from('Hộ số,Họ và tên,Năm sinh\n1,Nguyễn Văn An,1980\n'), old]);
  const mixed = { name: 'mixed.csv', bytes: new Uint8Array(pasted) };
  expect(await app.openFiles([mixed])).toEqual({ is: 'unreadable', file: 'mixed.csv', why: 'not_utf8', row: 3 });
  expect(await app.openFiles([{ name: 'blank.csv', bytes: new Uint8Array() }])).toEqual({ is: 'no_table' });
  const wrong = file('persons', [['person_key', 'ten']]);
  expect(await app.openFiles([wrong])).toMatchObject({ is: 'columns', file: 'persons.csv' });
  const long = { name: 'persons.csv', bytes: new TextEncoder().encode('a\n'.repeat(200_002)) };
  expect(await app.openFiles([long])).toMatchObject({ is: 'unreadable', why: 'too_many_rows' });
});
