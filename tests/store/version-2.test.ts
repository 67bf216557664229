import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { pageShelf } from '../../src/store/loading/page-shelf.ts';
import { indexFromBytes, pageFromBytes } from '../../src/sync/records/columns/binary/columns-codec.ts';
import { findInColumns, fromColumns } from '../../src/sync/records/columns/columns.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { inventedPhone } from './invented-phone.ts';

/* A page and a search index as version 2 wrote them in November 2026: they open for ever, or somebody's book is lost. */

const kept = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/columns-2.json'), 'utf8'));
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const byId = (a: RecordState, b: RecordState) => (a.id < b.id ? -1 : 1);

test('a page of version 2 holds what it held', () => {
  expect([...fromColumns(pageFromBytes(bytes(kept.page)))].sort(byId)).toEqual([...kept.states].sort(byId));
});

test('bytes that begin at an odd place are read all the same', () => {
  const moved = new Uint8Array(1 + bytes(kept.page).length);
  moved.set(bytes(kept.page), 1);
  expect([...fromColumns(pageFromBytes(moved.subarray(1)))].sort(byId)).toEqual([...kept.states].sort(byId));
});

test('a first load that was cut off in November 2026 stands as far as it came, and goes on there', async () => {
  const load = JSON.parse(readFileSync(join(import.meta.dirname, 'fixtures/journal-2.json'), 'utf8'));
  const phone = await inventedPhone({ key: bytes(load.key) });
  const database = await openDatabase(phone.ports, 'dev1');
  await database.write([database.journal, database.pages], async () => {
    await database.journal.add({ n: 1, body: bytes(load.entry) });
    await database.pages.put({ name: load.page.name, body: bytes(load.page.body) });
  });
  database.close();
  const { store, shown } = await phone.start();
  expect([...shown.values()].sort(byId)).toEqual([...load.states].sort(byId));
  const shelf = await store.pageShelf(pageShelf);
  expect(await shelf?.mark()).toEqual(load.mark);
});

test('a search index of version 2 says where pages stand, and finds people by the fields it holds', () => {
  const { pages, slim } = indexFromBytes(bytes(kept.index));
  expect(pages).toEqual([
    ['v1#0', 'v1', 7, '0123456789abcdef0123456789abcdef'],
    ['v2#0', 'v2', 6],
  ]);
  const found = slim.map((columns) => findInColumns(columns, 'dev1.4'))[0];
  expect(Object.entries(found?.fields ?? {}).map(([field, heads]) => [field, heads[0]?.value])).toEqual([
    ['fullName', 'Nguyễn Thị Thảo Vy'],
    ['birthDate', '1971-04'],
    ['household', 'dev1.1001'],
  ]);
});
