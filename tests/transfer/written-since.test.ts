import { afterAll, beforeAll, expect, test } from 'vitest';
import { commune, type JourneyHub, openCommune } from '../journeys/commune.ts';
import { activatedPhone } from '../workers/invented-phone.ts';
import { file } from './csv-file.ts';

/* Days after an import somebody works on with what came in; then the import is taken back. */

const month = '2026-11';
const register = [
  file('households', [
    ['household_key', 'village_code', 'household_no', 'kind'],
    ['X1', '001', '901', 'family'],
    ['X2', '002', '902', 'family'],
    ['X3', '003', '903', 'family'],
  ]),
  file('persons', [
    ['person_key', 'household_key', 'full_name', 'relation', 'sex', 'birth_date', 'marital', 'residence', 'status'],
    ['A', 'X1', 'Đinh Thị Thơm', 'head', 'female', '1990-05-03', 'married', 'usual_present', 'active'],
    ['B', 'X1', 'Đinh Văn Thuận', 'spouse', 'male', '1988-02-01', 'married', 'usual_present', 'active'],
    ['C', 'X2', 'Đinh Văn Thảo', 'head', 'male', '1960-01-01', 'single', 'usual_present', 'active'],
    ['D', 'X3', 'Đinh Thị Thuỳ', 'head', 'female', '1971-01-01', 'single', 'usual_present', 'active'],
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

const people = async () => {
  const { above } = await phone.app.report('01-DSX', month, commune);
  return above.find(({ key }) => key === 'pop_end')?.value ?? 0;
};
const found = async (name: string) => (await phone.app.search(name, 5)).rows.filter(({ kind }) => kind === 'person');

test('a birth in an imported household keeps that household when the import is taken back, and the page says so', async () => {
  const { app } = phone;
  const before = await people();
  await app.openFiles(register);
  await app.takeFiles('take');
  const [mother] = await found('dinh thi thom');
  const told = { mother: mother?.id ?? '', fullName: 'Đinh Bảo Qwxz', sex: 'female', date: '2026-11-20', order: 1 };
  const answers = { ...told, deliveryPlace: 'station', multiple: false };
  const asked = (await app.check('birth', mother?.household ?? '', answers)).map(({ check }) => check);
  expect(await app.record('birth', mother?.household ?? '', answers, asked)).toMatchObject({ ok: true });
  expect(await people()).toBe(before + 5);

  await app.undoImport();
  // The household and its couple stay with the child; the two other households are gone.
  expect(await app.lastImport()).toMatchObject({ isUndone: true, kept: 3 });
  expect(await people()).toBe(before + 3);
  expect((await found('dinh bao qwxz')).map(({ householdNumber }) => householdNumber)).toEqual(['901']);
  expect((await found('dinh thi thom')).map(({ householdNumber }) => householdNumber)).toEqual(['901']);
  expect([await found('dinh van thao'), await found('dinh thi thuy')]).toEqual([[], []]);
  expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });
});
