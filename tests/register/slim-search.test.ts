import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { givenNameFirst } from '../../src/domain/search-key.ts';
import { createPlaces } from '../../src/register/places.ts';
import type { StandingState } from '../../src/register/register.ts';
import { createNameIndex } from '../../src/register/search/name-index.ts';
import { createNameKeys } from '../../src/register/search/name-keys.ts';
import { createSlimSearch } from '../../src/register/search/slim-search.ts';
import { pageFromBytes } from '../../src/sync/records/columns/binary/columns-codec.ts';
import { pageToBytes } from '../../src/sync/records/columns/binary/write-columns.ts';
import { toColumns } from '../../src/sync/records/columns/written-columns.ts';
import { birth, hoaFamily, household, lodgers, openRegister, resident, units } from './tale.ts';

const book: readonly StandingState[] = [
  ...hoaFamily,
  ...lodgers,
  household('h3', 3, 'u-v2'),
  resident('r1', { fullName: 'Phạm Hoàng Anh', sex: 'male', household: 'h3', relation: 'head', birthDate: '1980-02' }),
  resident('r2', { fullName: 'Vũ Thị  Hòa', sex: 'female', household: 'h3' }),
  ...birth('b9', { date: '2026-11-02', mother: 'p2', child: 'c9', fullName: 'Lê Thảo Hoa' }),
];

const slim = (rows: readonly StandingState[], changed: readonly StandingState[] = []) =>
  createSlimSearch(
    {
      catalogue,
      places: createPlaces(units),
      pages: [toColumns(rows.map(({ state }) => state))],
      apart: new Set(changed.map(({ state }) => state.id)),
      changed,
    },
    createNameIndex(),
  );

const queries = ['hoa', 'Hoà', 'nguyen thi', '42', 'ho 3', 'hoa thon dong', 'lan', 'thao hoa', 'bai cat', 'x', ''];

test('before the pages are open the search index gives the answers that the register gives behind them', () => {
  const register = openRegister(book);
  const search = slim(book);
  for (const query of queries) expect(search(query, 5)).toEqual(register.search(query, 5));
});

test('who was changed since, or waits to be sent, is found as she stands now', () => {
  const renamed = resident('r1', { fullName: 'Phạm Hoa', household: 'h3' }, { standing: 'waiting' });
  const gone = resident('r2', { fullName: 'Vũ Thị Hòa', household: 'h3' }, { isVoid: true });
  const unchanged = book.filter(({ state }) => state.id !== 'r1' && state.id !== 'r2');
  const search = slim(book, [renamed, gone]);
  const register = openRegister([...unchanged, renamed, gone]);
  expect(search('hoa', 20).rows.find(({ id }) => id === 'r1')?.isWaiting).toBe(true);
  for (const query of queries) expect(search(query, 20)).toEqual(register.search(query, 20));
});

test('names that came by a page are renamed, and back again, each found as it is written now', () => {
  const told = ['Nguyễn Thị Hoà', 'H’Bia-Niê Kđăm', 'Vũ Thị  Hòa', ...Array.from({ length: 20 }, () => 'Trần Thị Lan')];
  const people = told.map((fullName, at) => resident(`d1.${at + 1}`, { fullName, household: 'd1.99' }));
  const register = openRegister();
  register.shelve(pageFromBytes(pageToBytes(toColumns(people.map(({ state }) => state)))), new Set());
  const found = (text: string) => register.search(text, 50).rows.map(({ id, name }) => [id, name]);
  expect([found('hoa'), found('nie'), found('lan').length]).toEqual([
    [
      ['d1.1', 'Nguyễn Thị Hoà'],
      ['d1.3', 'Vũ Thị  Hòa'],
    ],
    [['d1.2', 'H’Bia-Niê Kđăm']],
    20,
  ]);
  const rename = (fullName: string) => register.apply([resident('d1.1', { fullName, household: 'd1.99' })]);
  rename('Nguyễn Thị Thu-Hà');
  expect([found('hoa'), found('thu')]).toEqual([[['d1.3', 'Vũ Thị  Hòa']], [['d1.1', 'Nguyễn Thị Thu-Hà']]]);
  rename('Nguyễn Thị Hoà');
  register.remove(['d1.3']);
  expect([found('hoa'), found('thu')]).toEqual([[['d1.1', 'Nguyễn Thị Hoà']], []]);
});

test('the key of a name is the same, however it is written', () => {
  const keys = createNameKeys();
  const names = ['Nguyễn Thị Hoà', ' Hoà', 'Đặng  Thu', 'H’Bia-Niê Kđăm', 'A\tB', 'Y', '', 'Ông Ích Khiêm '];
  for (const name of names) expect(keys(name)).toBe(givenNameFirst(name));
});
