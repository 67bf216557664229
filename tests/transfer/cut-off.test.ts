import { IDBObjectStore } from 'fake-indexeddb';
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { FileBytes, ImportPreview, OpenedFiles } from '../../src/workers/api/transfer-api.ts';
import { commune, type JourneyHub, openCommune } from '../journeys/commune.ts';
import { activatedPhone, pin } from '../workers/invented-phone.ts';
import { file } from './csv-file.ts';

/*
 * "Chưa đủ: 1.200/3.000": an import is many transactions, and is whole only when all of them are in, on the phone that
 * imports and on the one that gets it from the hub.
 */

const month = '2026-10';
const households = 700;
const keys = Array.from({ length: households }, (_, index) => String(3_000 + index));
const register: readonly FileBytes[] = [
  file('households', [
    ['household_key', 'village_code', 'household_no', 'kind'],
    ...keys.map((key) => [`H${key}`, '001', key, 'family']),
  ]),
  file('persons', [
    ['person_key', 'household_key', 'full_name', 'sex', 'birth_date', 'residence', 'status'],
    ...keys.map((key) => [`P${key}`, `H${key}`, `Người ${key}`, 'male', '1980-01-01', 'usual_present', 'active']),
  ]),
];
const other = [
  file('households', [
    ['household_key', 'village_code', 'household_no', 'kind'],
    ['Z1', '001', '9001', 'family'],
  ]),
];
const all = 2 * households;

type Phone = Awaited<ReturnType<typeof activatedPhone>>;
let hub: JourneyHub;
let desk: Phone;

beforeEach(async () => {
  await hub?.close();
  hub = await openCommune('PGlite');
  desk = await officerPhone();
}, 120_000);
afterEach(() => vi.restoreAllMocks());
afterAll(() => hub.close());

async function officerPhone(): Promise<Phone> {
  const phone = await activatedPhone((url, init) => hub.answer(url, init), await hub.officerCode());
  phone.line.clock = hub.clock.now;
  return phone;
}

function previewed(opened: OpenedFiles): ImportPreview {
  if (opened.is !== 'preview') throw new Error(`no preview: ${opened.is}`);
  return opened;
}

const people = async ({ app }: Pick<Phone, 'app'>) => {
  const { above } = await app.report('01-DSX', month, commune);
  return above.find(({ key }) => key === 'pop_end')?.value ?? 0;
};

/** The app is killed behind so many saves of an act, and opened anew on the same flash. */
async function killedBehind(saves: number, phone: Phone, act: (app: Phone['app']) => Promise<unknown>): Promise<Phone> {
  const add = IDBObjectStore.prototype.add;
  let saved = 0;
  const power = vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (this: IDBObjectStore, ...words) {
    if (this.name === 'outbox') saved += 1;
    if (saved > saves) throw new Error('the power is gone');
    return add.apply(this, words);
  });
  await expect(act(phone.app)).rejects.toThrow();
  power.mockRestore();
  const app = phone.start();
  expect(await app.unlock(pin)).toMatchObject({ ok: true });
  return { ...phone, app };
}

const agreed = async ({ app }: Phone) => expect(await app.sync()).toMatchObject({ is: 'done', waiting: 0, mending: 0 });

test('killed in the middle, it says how much is in; the same file again brings the rest, and one undo takes back all', async () => {
  const before = await people(desk);
  await desk.app.openFiles(register);
  desk = await killedBehind(2, desk, (app) => app.takeFiles('take'));
  const cut = await desk.app.lastImport();
  expect(cut).toMatchObject({ of: all, isWhole: false, isUndone: false });
  expect(cut?.written).toBeGreaterThan(0);
  expect(cut?.written).toBeLessThan(all);

  // Other files come when this one is whole, or gone.
  expect(previewed(await desk.app.openFiles(other))).toMatchObject({ goesOn: false, writes: 1 });
  expect(await desk.app.takeFiles('take')).toEqual({ is: 'unfinished' });
  expect(await desk.app.lastImport()).toEqual(cut);

  const rest = all - (cut?.written ?? 0);
  expect(previewed(await desk.app.openFiles(register))).toMatchObject({ goesOn: true, writes: rest });
  expect(await desk.app.takeFiles('take')).toEqual({ is: 'done', written: rest });
  expect(await desk.app.lastImport()).toMatchObject({ written: all, of: all, isWhole: true });
  expect(await people(desk)).toBe(before + households);
  expect(previewed(await desk.app.openFiles(register))).toMatchObject({ goesOn: false, writes: 0 });

  desk = await killedBehind(1, desk, (app) => app.undoImport());
  const undoing = await desk.app.lastImport();
  expect(undoing).toMatchObject({ isUndone: false, back: { of: all } });
  expect(undoing?.back?.written).toBeGreaterThan(0);
  expect(undoing?.back?.written).toBeLessThan(all);
  await desk.app.openFiles(other);
  expect(await desk.app.takeFiles('take')).toEqual({ is: 'unfinished' });
  await desk.app.undoImport();
  expect(await desk.app.lastImport()).toMatchObject({ isUndone: true });
  expect(await people(desk)).toBe(before);
  await agreed(desk);

  // Taken back, the same file is an import of its own.
  expect(previewed(await desk.app.openFiles(register))).toMatchObject({ goesOn: false, writes: all });
  await desk.app.takeFiles('take');
  expect(await desk.app.lastImport()).toMatchObject({ written: all, isWhole: true, isUndone: false });
});

test('what is in of an import that was killed can be taken back, and other files come', async () => {
  const before = await people(desk);
  await desk.app.openFiles(register);
  desk = await killedBehind(1, desk, (app) => app.takeFiles('take'));
  expect(await people(desk)).toBeGreaterThanOrEqual(before);
  await desk.app.undoImport();
  expect(await desk.app.lastImport()).toMatchObject({ isUndone: true });
  expect(await people(desk)).toBe(before);
  await desk.app.openFiles(other);
  expect(await desk.app.takeFiles('take')).toEqual({ is: 'done', written: 1 });
  await agreed(desk);
});

test('an import that began with nothing saved stands for nothing, and hinders no other', async () => {
  await desk.app.openFiles(register);
  desk = await killedBehind(0, desk, (app) => app.takeFiles('take'));
  expect(await desk.app.lastImport()).toMatchObject({ written: 0, of: all, isWhole: false });
  await desk.app.openFiles(other);
  expect(await desk.app.takeFiles('take')).toEqual({ is: 'done', written: 1 });
});

test('another phone of the commune is told how much has come, and when it is all there', async () => {
  let second = await officerPhone();
  await desk.app.openFiles(register);
  desk = await killedBehind(2, desk, (app) => app.takeFiles('take'));
  const written = (await desk.app.lastImport())?.written ?? 0;
  expect(await second.app.importsElsewhere()).toEqual([]);
  await agreed(desk);
  await agreed(second);
  const day = '2026-11-22';
  expect(await second.app.importsElsewhere()).toEqual([{ day, written, of: all, isWhole: false, isUndone: false }]);

  await desk.app.openFiles(register);
  await desk.app.takeFiles('take');
  await agreed(desk);
  await agreed(second);
  expect(await second.app.importsElsewhere()).toEqual([{ day, written: all, of: all, isWhole: true, isUndone: false }]);
  expect(await people(second)).toBe(await people(desk));

  desk = await killedBehind(1, desk, (app) => app.undoImport());
  await agreed(desk);
  await agreed(second);
  expect(await second.app.importsElsewhere()).toMatchObject([{ isUndone: false, back: { of: all } }]);
  await desk.app.undoImport();
  await agreed(desk);
  // A phone that comes new sees it by its first load.
  second = await officerPhone();
  expect(await second.app.importsElsewhere()).toEqual([{ day, written: all, of: all, isWhole: true, isUndone: true }]);
  expect(await second.app.lastImport()).toBeUndefined();
});
