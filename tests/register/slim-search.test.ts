import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { givenNameFirst } from '../../src/domain/search-key.ts';
import { createPlaces } from '../../src/register/places.ts';
import type { StandingState } from '../../src/register/register.ts';
import { createNameIndex } from '../../src/register/search/name-index.ts';
import { createNameKeys } from '../../src/register/search/name-keys.ts';
import { createSlimSearch } from '../../src/register/search/slim-search.ts';
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

test('the key of a name is the same, however it is written', () => {
  const keys = createNameKeys();
  const names = ['Nguyễn Thị Hoà', ' Hoà', 'Đặng  Thu', 'H’Bia-Niê Kđăm', 'A\tB', 'Y', '', 'Ông Ích Khiêm '];
  for (const name of names) expect(keys(name)).toBe(givenNameFirst(name));
});
