import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PhoneApi } from '../../../src/workers/api/phone-api.ts';
import { asked } from '../../store/invented-phone.ts';
import { collaboratorCode, inventedHub, officerCode } from '../invented-hub.ts';
import { activatedPhone, pin } from '../invented-phone.ts';

/*
 * An officer's reports are worked out while she does something else, and what they rest on waits for her next opening, on a
 * phone that goes on hearing of births. One hub, the 22nd of November.
 */

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'], shouldAdvanceTime: true }));
afterEach(() => void vi.useRealTimers());

/** What a phone fetches late is here: no moment of a story is spent on that. */
const late = [
  import('../../../src/workers/answering/foreseen/foresee-reports.ts'),
  import('../../../src/store/confirmed/beside.ts'),
  import('../../../src/workers/syncing/syncing.ts'),
];

/** A minute and a half in which nobody asks for anything; storage works on. */
async function quietly(): Promise<void> {
  for (let steps = 0; steps < 900; steps += 1) {
    await vi.advanceTimersByTimeAsync(100);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

type Rows = ReadonlyMap<string, string>;

/** Time goes by until what is stored is so; a machine under load seals as slowly as it does. */
async function until(stored: () => Promise<Rows>, isSo: (rows: Rows) => boolean): Promise<Rows> {
  for (;;) {
    const rows = await stored();
    if (isSo(rows)) return rows;
    for (let steps = 0; steps < 20; steps += 1) {
      await vi.advanceTimersByTimeAsync(100);
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

/** What is stored of the book, each row by its hash. */
async function storedPages(indexedDB: IDBFactory): Promise<Rows> {
  const [known] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('so-dan-so-'));
  const database = await asked(indexedDB.open(known?.name ?? ''));
  const rows: { readonly name: string; readonly body: Uint8Array }[] = await asked(
    database.transaction('pages').objectStore('pages').getAll(),
  );
  database.close();
  return new Map(rows.map(({ name, body }) => [name, createHash('sha256').update(body).digest('hex')]));
}

async function openOfficer() {
  await Promise.all(late);
  const hub = await inventedHub();
  const collaborator = (await activatedPhone(hub.answer, collaboratorCode)).app;
  const phone = await activatedPhone(hub.answer, officerCode);
  const reopen = async () => {
    await phone.app.lock();
    const app = phone.start();
    await app.unlock(pin);
    await app.tasks('', 1);
    return app;
  };
  const stored = () => storedPages(phone.indexedDB);
  // One row more beside what the first sync folded.
  const { size } = await stored();
  const kept = await until(stored, (rows) => rows.size === size + 1);
  return { collaborator, phone, reopen, stored, kept };
}

const births = async (app: PhoneApi) => {
  const state = await app.state();
  if (state.is !== 'open') throw new Error('the book is locked');
  const { rows } = await app.report('01-DSX', '2026-11', state.who.commune);
  return rows.find(({ key }) => key === 'births')?.value ?? Number.NaN;
};

/** A child of Hoà's. @returns its transaction */
async function recordBirth(app: PhoneApi): Promise<string> {
  const { rows } = await app.search('hoa', 20);
  const hoa = rows.find(({ name }) => name.normalize('NFC') === 'Nguyễn Thị Hoà'.normalize('NFC'));
  if (hoa === undefined) throw new Error('Nguyễn Thị Hoà lives here');
  const told = { mother: hoa.id, fullName: 'Nguyễn Bảo An', sex: 'female', date: '2026-11-20', order: 2 };
  const saved = await app.record('birth', hoa.household, { ...told, deliveryPlace: 'station', multiple: false }, []);
  if (!saved.ok) throw new Error('the birth was not saved');
  return saved.value.transaction;
}

test('one quiet opening counts, the next takes it up and writes nothing, and a birth since is in both', async () => {
  const { collaborator, phone, reopen, stored, kept } = await openOfficer();
  const before = await births(phone.app);

  const again = await reopen();
  await quietly();
  expect(await stored()).toEqual(kept);
  expect(await births(again)).toBe(before);

  await recordBirth(collaborator);
  await collaborator.sync();
  await again.sync();
  expect(await births(again)).toBe(before + 1);
  // Asked at once, behind an opening that has yet to take up what was counted before the child was born.
  const third = await reopen();
  expect(await births(third)).toBe(before + 1);
  await quietly();
  expect(await births(third)).toBe(before + 1);
  expect(await stored()).toEqual(kept);
});

test('locked while it is taken up, nothing is lost and nothing is told as broken', async () => {
  const { phone, reopen, stored, kept } = await openOfficer();
  const before = await births(phone.app);
  // At any moment of it.
  for (const moments of [2, 8, 32]) {
    const again = await reopen();
    const asked = births(again).catch(() => undefined);
    for (let passed = 0; passed < moments; passed += 1) await Promise.resolve();
    await again.lock();
    await asked;
  }
  await quietly();
  expect(await stored()).toEqual(kept);
  expect(await births(await reopen())).toBe(before);
});

test('once the book was folded anew, what is counted is kept beside it again', async () => {
  const { phone, reopen, stored, kept } = await openOfficer();
  const before = await births(phone.app);
  for (let times = 0; times < 11; times += 1) {
    const transaction = await recordBirth(phone.app);
    await phone.app.sync();
    await phone.app.undo(transaction);
    await phone.app.sync();
  }
  // The page of her village, the index, and what stands beside are written anew, and none is missing.
  const isAnew = (rows: Rows) => [...rows].filter(([name, hash]) => kept.get(name) !== hash).length >= 3;
  const after = await until(stored, (rows) => rows.size === kept.size && isAnew(rows));
  const again = await reopen();
  expect(await births(again)).toBe(before);
  await quietly();
  expect(await stored()).toEqual(after);
});
