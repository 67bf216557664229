import { afterAll, beforeAll, expect, test } from 'vitest';
import { importRegister } from '../../server/command-line/register/import-register.ts';
import { findTables } from '../../src/formats/interchange/file/find-tables.ts';
import { readSheets } from '../../src/formats/sheet/read-sheets.ts';
import type { FileBytes, ImportPreview, OpenedFiles } from '../../src/workers/api/transfer-api.ts';
import { commune, type JourneyHub, openCommune, villages } from '../journeys/commune.ts';
import { activatedPhone } from '../workers/invented-phone.ts';
import { file } from './csv-file.ts';

/* In July thôn 3 went into thôn 1. In November somebody finds the folder of spring, where there was a thôn 3. */

const [first = '', , third = ''] = villages;
const houses = [
  ['household_key', 'village_code', 'household_no', 'kind'],
  ['X1', '003', '901', 'family'],
  ['X2', '002', '902', 'family'],
];
const people = [
  ['person_key', 'household_key', 'full_name', 'relation', 'sex', 'birth_date', 'marital', 'residence', 'status'],
  ['A', 'X1', 'Đinh Thị Thơm', 'head', 'female', '1990-05-03', 'single', 'usual_present', 'active'],
  ['B', 'X2', 'Đinh Văn Thảo', 'head', 'male', '1960-01-01', 'single', 'usual_present', 'active'],
];
const folder = [
  file('households', houses),
  file('persons', people),
  file('events', [
    ['event_key', 'kind', 'date', 'person_key', 'village_code', 'household_key'],
    ['N1', 'abortion', '2026-05-02', '', '003', ''],
    ['N2', 'abortion', '2026-05-03', '', '', 'X1'],
    ['N3', 'move_in', '2026-05-04', 'A', '', ''],
  ]),
  file('stock', [
    ['movement_key', 'date', 'store', 'product', 'channel', 'lot', 'type', 'quantity'],
    ['M1', '2026-05-02', 'ctv:003', 'BCS', 'free', 'B1', 'opening', '30'],
  ]),
];

let hub: JourneyHub;
let phone: Awaited<ReturnType<typeof activatedPhone>>;

beforeAll(async () => {
  hub = await openCommune('PGlite');
  phone = await activatedPhone((url, init) => hub.answer(url, init), await hub.officerCode());
  phone.line.clock = hub.clock.now;
  await phone.app.openFiles(folder);
  expect(await phone.app.takeFiles('take')).toMatchObject({ is: 'done' });
  await phone.app.sync();
  await phone.app.askUnits({ is: 'join', unit: third, into: first, date: '2026-07-01' });
  for (const _ of ['asked', 'heard', 'followed']) await phone.app.sync();
});
afterAll(() => hub.close());

function previewed(opened: OpenedFiles): ImportPreview {
  if (opened.is !== 'preview') throw new Error(`no preview: ${opened.is}`);
  return opened;
}

const refusedIn = ({ remarks }: ImportPreview) =>
  remarks.remarks.filter(({ strength }) => strength === 'refuse').map(({ table, row, why }) => [table, row, why]);
const populationAt = async (month: string) => {
  const figure = async (place: string) =>
    (await phone.app.report('01-DSX', month, place)).above.find(({ key }) => key === 'pop_end')?.value;
  return Promise.all([figure(first), figure(third)]);
};

async function onTheHub(files: readonly FileBytes[]) {
  const opened = await Promise.all(
    files.map(async ({ name, bytes }) => {
      const sheets = await readSheets(bytes, name);
      return { name, sheets: sheets.ok ? sheets.value : [] };
    }),
  );
  const found = findTables(opened);
  if (!found.ok) throw new Error('no tables');
  const order = { tables: found.value.tables, place: commune.slice(1), skipRefused: false };
  return importRegister(hub.hub(), order, { read: () => undefined, written: () => undefined });
}

test('the old folder moves nobody back, on the phone and by the command line', async () => {
  const { app } = phone;
  const months = async () => Promise.all(['2026-06', '2026-07', '2026-11'].map(populationAt));
  const before = await months();
  const preview = previewed(await app.openFiles(folder));
  expect([refusedIn(preview), preview.writes]).toEqual([[], 0]);
  expect(await onTheHub(folder)).toMatchObject({ is: 'done', written: 0 });
  await app.sync();
  expect(await months()).toEqual(before);
});

test('whom the folder of then names and the book does not comes in where the village has gone', async () => {
  const { app } = phone;
  const files = [
    file('households', [...houses, ['X3', '003', '903', 'family']]),
    file('persons', [
      ...people,
      ['C', 'X3', 'Đinh Văn Thuận', 'head', 'male', '1991-02-01', 'single', 'usual_present', 'active'],
    ]),
    file('units', [
      ['code', 'name', 'kind', 'parent_code'],
      ['003', 'Thôn Ba', 'village', commune.slice(1)],
    ]),
  ];
  const [before, none] = await populationAt('2026-11');
  const preview = previewed(await app.openFiles(files));
  expect([refusedIn(preview), preview.writes, preview.units]).toEqual([[], 2, { rows: 1, unknown: [] }]);
  await app.takeFiles('take');
  expect(await populationAt('2026-11')).toEqual([(before ?? 0) + 1, none]);
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
});

test('what the folder of then tells of the village itself stays there, and the hub takes it', async () => {
  const { app } = phone;
  const before = await populationAt('2026-11');
  const files = [
    file('events', [
      ['event_key', 'kind', 'date', 'person_key', 'village_code'],
      ['N9', 'abortion', '2026-05-20', '', '003'],
    ]),
    file('stock', [
      ['movement_key', 'date', 'store', 'product', 'channel', 'lot', 'type', 'quantity'],
      ['M9', '2026-05-20', 'ctv:003', 'BCS', 'free', 'B1', 'dispense', '10'],
    ]),
  ];
  const preview = previewed(await app.openFiles(files));
  expect([refusedIn(preview), preview.writes]).toEqual([[], 2]);
  await app.takeFiles('take');
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
  expect(previewed(await app.openFiles(files)).writes).toBe(0);
  expect(await onTheHub(files)).toMatchObject({ is: 'done', written: 0 });
  expect(await populationAt('2026-11')).toEqual(before);
});

test('its own export comes home: the card of the village that is no more, and what was told of nobody there', async () => {
  const { app } = phone;
  const files = await app.exportFiles('csv');
  if (files === 'no_officer') throw new Error('no file');
  const preview = previewed(await app.openFiles(files));
  expect([refusedIn(preview), preview.writes]).toEqual([[], 0]);
  expect(await onTheHub(files)).toMatchObject({ is: 'done', written: 0 });
});
