import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { createPlaces } from '../../src/register/places.ts';
import type { StandingState } from '../../src/register/register.ts';
import { createNameIndex } from '../../src/register/search/name-index.ts';
import { createSlimSearch } from '../../src/register/search/slim-search.ts';
import { toColumns } from '../../src/sync/records/columns/written-columns.ts';
import { slimFieldsOf } from '../../src/workers/answering/slim-fields.ts';
import { birth, hoaFamily, household, lodgers, openRegister, resident, tell, units } from '../register/tale.ts';

const slim = slimFieldsOf(catalogue.records);

/** A record as the search index holds it. */
function slimmed({ state, standing }: StandingState): readonly StandingState[] {
  const keys = slim[state.kind];
  if (keys === undefined) return [];
  const fields = Object.fromEntries(Object.entries(state.fields).filter(([field]) => keys.includes(field)));
  return [{ standing, state: { ...state, fields } }];
}

const village: readonly StandingState[] = [
  ...hoaFamily,
  ...lodgers,
  household('h3', 9),
  ...birth('b1', { date: '2026-10-01', mother: 'p2', fullName: 'Trần Bảo An' }),
  tell('person', 'n1', { fullName: 'Trần Thị Sen', sex: 'female', birthDate: '1990' }),
  tell('move_in', 'f1', {
    date: '2026-09-01',
    person: 'n1',
    household: 'h2',
    residence: 'temporary',
    marital: 'single',
  }),
  tell('move_internal', 'f2', { date: '2026-09-10', person: 'n1', toHousehold: 'h3' }),
  tell('person', 'n2', { fullName: 'Trần Văn Bình', sex: 'male', birthDate: '2020-01-01' }),
  tell('adopt', 'f3', { date: '2026-08-01', person: 'n2', household: 'h1', residence: 'usual_present' }),
  tell('death', 'f4', { date: '2026-11-01', person: 'p3' }),
  tell('move_out', 'f5', { date: '2026-11-02', person: 'q1', to: 'Vinh' }),
  resident('n3', { fullName: 'Trần Văn Gốc', household: 'h1', status: 'left' }),
  tell('review_remove', 'f6', { date: '2026-11-03', person: 'p4', reason: 'gone' }),
  resident('n4', { fullName: 'Trần Thị Sen', sex: 'female', birthDate: '1990', household: 'h3' }),
  tell('alias', 'f7', { date: '2026-11-04', person: 'n1', other: 'n4' }),
];

test('before the pages are open, search and lists show who left, died, moved, came, or is somebody else', () => {
  const whole = openRegister(village);
  const early = openRegister(village.flatMap(slimmed));
  for (const text of ['tran', 'le', 'lo', 'sen', '42', '1990', 'huy'])
    expect(early.search(text, 20)).toEqual(whole.search(text, 20));
  const pages = [toColumns(village.flatMap(slimmed).map(({ state }) => state))];
  const index = { catalogue, places: createPlaces(units), pages, apart: new Set<string>(), changed: [] };
  const quick = createSlimSearch(index, createNameIndex());
  for (const text of ['tran', 'sen', '42']) expect(quick(text, 20)).toEqual(whole.search(text, 20));
  for (const place of ['u-v1', 'u-v2']) expect(early.village(place)).toEqual(whole.village(place));
});

test('of a fact the index holds what moves somebody, and nothing that is nobody else’s business', () => {
  expect(slim.death).toEqual(['date', 'person']);
  expect(slim.move_internal).toEqual(['date', 'person', 'toHousehold']);
  expect(Object.keys(slim)).not.toContain('pregnancy');
  expect(Object.keys(slim)).not.toContain('method_start');
});
