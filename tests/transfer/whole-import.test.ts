import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenedFolder, openFolder } from '../../server/command-line/data-folder.ts';
import { findCommuneBook, listPlaceRows } from '../../server/command-line/register/commune-book.ts';
import { importRegister } from '../../server/command-line/register/import-register.ts';
import { readKnownBook } from '../../server/command-line/register/known-book.ts';
import { readKind } from '../../server/command-line/register/record-codec.ts';
import type { Hub } from '../../server/hub.ts';
import { readTable, type Tables } from '../../src/formats/interchange/file/table.ts';
import { importPartKind, readActs, type Way } from '../../src/formats/interchange/plan/import-parts.ts';

/* An import by the command line is all or nothing, whatever breaks in the middle. */

let folder = '';
let opened: OpenedFolder;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'so-dan-so-'));
  const found = await openFolder(join(folder, 'data'), 'no_demo');
  if (found === undefined) throw new Error('the folder is held');
  opened = found;
});

afterAll(async () => {
  await opened.close();
  await rm(folder, { recursive: true, force: true });
});

const households = 1_050;
const numbers = Array.from({ length: households }, (_, index) => String(index + 1));

function tables(phone: string): Tables {
  const read = (name: 'units' | 'households' | 'persons', rows: readonly (readonly string[])[]) => {
    const table = readTable(name, { name, rows });
    if (!table.ok) throw new Error(name);
    return table.value;
  };
  return {
    units: read('units', [
      ['code', 'name', 'kind', 'parent_code'],
      ['42', 'Tỉnh Thử', 'province', ''],
      ['18073', 'Xã Thử', 'commune', '42'],
      ['001', 'Thôn Một', 'village', '18073'],
    ]),
    households: read('households', [
      ['household_key', 'village_code', 'household_no', 'kind', 'phone'],
      ...numbers.map((number) => [`H${number}`, '001', number, 'family', phone]),
    ]),
    persons: read('persons', [
      ['person_key', 'household_key', 'full_name', 'relation', 'sex', 'birth_date', 'residence', 'status'],
      ...numbers.map((number) => [
        `P${number}`,
        `H${number}`,
        `Người ${number} ${phone}`,
        'head',
        'male',
        '1980-01-01',
        'usual_present',
        'active',
      ]),
    ]),
  };
}

/** The hub as it is, until its second envelope; then once as it is when the disk is full. */
function breaksOnce(hub: Hub): Hub {
  let envelopes = 0;
  return {
    ...hub,
    accept: (bytes, at) => {
      envelopes += 1;
      if (envelopes === 2) throw new Error('the disk is full');
      return hub.accept(bytes, at);
    },
  };
}

const silent = { read: () => {}, written: () => {} };
const take = (hub: Hub, phone: string) =>
  importRegister(hub, { tables: tables(phone), place: '18073', skipRefused: false }, silent);

async function phones(hub: Hub): Promise<ReadonlySet<unknown>> {
  const book = await findCommuneBook(hub, await listPlaceRows(hub), '18073');
  if (book === undefined) return new Set();
  return new Set([...(await readKnownBook(hub, book)).all('household')].map(({ fields }) => fields.phone ?? 'none'));
}

/** How far each import of the book has come, its undo behind it. */
async function acts(hub: Hub): Promise<readonly (readonly (Way | undefined)[])[]> {
  const told = readActs(await readKind(hub, 'b18073', importPartKind));
  return [...told.values()].map(({ taken, back }) => [taken, back]);
}

test('a first import that breaks leaves nothing, and comes in whole the next time', async () => {
  const { hub } = opened;
  expect(await take(breaksOnce(hub), '')).toMatchObject({ is: 'failed', isUndone: true, why: 'the disk is full' });
  expect(await phones(hub)).toEqual(new Set());
  expect(await take(hub, '')).toMatchObject({ is: 'done' });
  expect(await phones(hub)).toEqual(new Set(['none']));
});

test('a later one that breaks leaves every household as it was', async () => {
  const { hub } = opened;
  await take(hub, '0912345678');
  expect(await take(breaksOnce(hub), '0987654321')).toMatchObject({ is: 'failed', isUndone: true });
  expect(await phones(hub)).toEqual(new Set(['0912345678']));
});

test('given twice at once, it comes in once, and the way in stays open', async () => {
  const { hub } = opened;
  const both = await Promise.all([take(hub, '0911111111'), take(hub, '0911111111')]);
  expect(both.map((one) => (one.is === 'done' ? one.written : one))).toEqual([2 * households, 0]);
  expect(await take(hub, '0912345678')).toMatchObject({ is: 'done', written: 2 * households });
});

test('the hub is killed in the middle: the book says that it is not whole, until the same folder came again', async () => {
  const { hub } = opened;
  const before = await acts(hub);
  let envelopes = 0;
  const killed: Hub = {
    ...hub,
    accept(bytes, at) {
      envelopes += 1;
      return envelopes === 1 ? hub.accept(bytes, at) : Promise.reject(new Error('killed'));
    },
  };
  expect(await take(killed, '0933333333')).toMatchObject({ is: 'failed', isUndone: false });
  const cut = (await acts(hub)).slice(before.length);
  expect(cut).toEqual([[{ entries: expect.any(Number), of: 2 * households, isEnded: false }, undefined]]);
  const [entries] = cut.map(([taken]) => taken?.entries ?? 0);
  expect(entries).toBeGreaterThan(0);
  expect(entries).toBeLessThan(2 * households);

  expect(await take(hub, '0933333333')).toMatchObject({ is: 'done', written: 2 * households - (entries ?? 0) });
  const whole = [{ entries: 2 * households, of: 2 * households, isEnded: true }, undefined];
  expect((await acts(hub)).slice(before.length)).toEqual([whole]);
  expect(await take(hub, '0933333333')).toMatchObject({ is: 'done', written: 0 });
  expect((await acts(hub)).slice(before.length)).toEqual([whole]);
});
