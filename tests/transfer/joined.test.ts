import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheets } from '../../src/formats/sheet/read-sheets.ts';
import { commune, type JourneyHub, openCommune } from '../journeys/commune.ts';
import { activatedPhone } from '../workers/invented-phone.ts';
import { file } from './csv-file.ts';

/* Two records turned out to be one old woman: whatever file goes out tells of her once, and old files do not double her. */

const named = 'Đinh Thị Thơm';
const register = [
  file('households', [
    ['household_key', 'village_code', 'household_no', 'kind'],
    ['X1', '001', '901', 'family'],
    ['X2', '002', '902', 'family'],
  ]),
  file('persons', [
    ['person_key', 'household_key', 'full_name', 'relation', 'sex', 'birth_date', 'residence', 'status', 'mother_key'],
    ['A', 'X1', named, 'head', 'female', '1931-05-03', 'usual_present', 'active', ''],
    ['B', 'X2', named, 'head', 'female', '1931-05-03', 'usual_present', 'active', ''],
    ['C', 'X2', 'Đinh Văn Thuận', 'child', 'male', '1961-02-01', 'usual_present', 'active', 'B'],
    ['D', 'X1', 'Đinh Văn Thảo', 'child', 'male', '1964-02-01', 'usual_present', 'active', 'A'],
  ]),
];

let hub: JourneyHub;
let phone: Awaited<ReturnType<typeof activatedPhone>>;

beforeAll(async () => {
  hub = await openCommune('PGlite');
  phone = await activatedPhone((url, init) => hub.answer(url, init), await hub.officerCode());
  phone.line.clock = hub.clock.now;
  const { app } = phone;
  expect(await app.openFiles(register)).toMatchObject({ is: 'preview' });
  await app.takeFiles('take');
  const { rows } = await app.search('dinh thi thom', 5);
  const [one, other] = rows.filter(({ kind, name }) => kind === 'person' && name === named);
  if (one?.household === undefined || other === undefined) throw new Error('not two of that name');
  const join = { date: '2026-11-22', person: one.id, other: other.id };
  expect((await app.record('join', one.household, join, [])).ok).toBe(true);
});
afterAll(() => hub.close());

const order = { purpose: 'longevity', place: commune, recipient: 'UBND xã', ground: 'CV 12' };

test('a list for another office names her once', async () => {
  const { bytes, name } = await phone.app.extractList(order);
  const read = await readSheets(bytes, name);
  const cells = read.ok ? (read.value[0]?.rows.flat() ?? []) : [];
  expect(cells.filter((cell) => cell === named)).toHaveLength(1);
});

test('a list that names her once misses nobody of that name', async () => {
  const opened = await phone.app.openFiles([
    file('công an', [
      ['Họ và tên', 'Ngày sinh', 'Giới tính'],
      [named.toUpperCase(), '03/05/1931', 'Nữ'],
      ['Đinh Văn Thảo', '01/02/1964', 'Nam'],
    ]),
  ]);
  if (opened.is !== 'sheets') throw new Error(opened.is);
  const columns = opened.sheets[0]?.readings[0]?.columns ?? [];
  const reading = { sheet: 'công an', heading: 0, columns, village: '', words: {} };
  const { same, lines } = await phone.app.compareSheet(reading);
  expect([same, lines.filter(({ is, name }) => is === 'missing' && name === named)]).toEqual([2, []]);
});

test('the register goes out with one row of hers, children with her as their mother, and comes home without adding anything', async () => {
  const files = await phone.app.exportFiles('csv');
  if (files === 'no_officer') throw new Error('no file');
  const persons = files.find(({ name }) => name === 'persons.csv');
  const read = await readSheets(persons?.bytes ?? new Uint8Array(), 'persons.csv');
  const rows = read.ok ? (read.value[0]?.rows ?? []) : [];
  const [head = []] = rows;
  const cell = (row: readonly string[] | undefined, column: string) => row?.[head.indexOf(column)];
  const hers = rows.filter((row) => cell(row, 'full_name') === named);
  expect(hers).toHaveLength(1);
  const children = rows.filter((row) => cell(row, 'mother_key') === cell(hers[0], 'person_key'));
  expect(children.map((row) => cell(row, 'full_name')).sort()).toEqual(['Đinh Văn Thuận', 'Đinh Văn Thảo']);
  expect(await phone.app.openFiles(files)).toMatchObject({ is: 'preview', writes: 0 });
});

test('the file from before the join adds nobody: her second row is told and left', async () => {
  const opened = await phone.app.openFiles(register);
  if (opened.is !== 'preview') throw new Error(opened.is);
  expect(opened.remarks.remarks.map(({ why }) => why)).toContain('joined_in_book');
  await phone.app.takeFiles('take');
  const { rows } = await phone.app.search('dinh thi thom', 5);
  expect(rows.filter(({ kind, name }) => kind === 'person' && name === named)).toHaveLength(1);
});
