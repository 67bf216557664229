import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { createRegister, type Register } from '../../src/register/register.ts';
import type { UnitRow } from '../../src/sync/activation.ts';
import type { Op } from '../../src/sync/op.ts';
import { mergeOp, seenOf } from '../../src/sync/records/merge.ts';
import type { RecordState } from '../../src/sync/records/record-state.ts';
import { addDays } from './chance.ts';

import { type Days, figuresOf } from './figures.ts';
import { isComing } from './line.ts';
import { copyOut } from './paper-book.ts';
import { type Counted, readBook } from './reader.ts';
import type { Written } from './scribe.ts';
import { commune, villages } from './town.ts';
import { first, last, tellCommune } from './years.ts';

/*
 * Two who never met count the same book: the engine from merged ops, and a reader who goes through it day by day.
 * Every key, every village, every month, quarter, year and review.
 */

const some = Array.from({ length: Number(process.env.ORACLE_COMMUNES ?? 30) }, (_, index) => index + 1);
/** Over these the two once disagreed: found missing on the very day of birth. */
const seeds = [...new Set([...some, 65, 251])];

const unit = (id: string, level: UnitRow['level'], parent: string | null): UnitRow => {
  return { id, level, kind: level, code: id, name: id, parent };
};
const units = [unit(commune, 'commune', null), ...villages.map((id) => unit(id, 'village', commune))];

/** The lines as ops of one device, merged as phone and hub merge them. */
function openRegister(lines: readonly Written[]): Register {
  const states = new Map<string, RecordState>();
  for (const line of lines) {
    const { seq, id, kind, place, at, put, add } = line;
    const state = states.get(id);
    const header = { d: 'o', s: seq, at, u: 'u', p: place, k: kind, id, tx: seq, of: 1 };
    const seen = seenOf(state, line.isVoid ? ['void'] : Object.keys(put ?? {}));
    const what = put ? { put } : add ? { add } : { void: { reason: 'ghi nhầm' } };
    const op: Op = { ...header, ...(Object.keys(seen).length > 0 ? { seen } : {}), ...what };
    states.set(id, mergeOp(state, op, at));
  }
  const register = createRegister({ catalogue, units, today: () => last });
  register.apply([...states.values()].map((state) => ({ state, standing: 'confirmed' as const })));
  return register;
}

const lastDay = (year: number, month: number) =>
  addDays(new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10), -1);
const two = (number: number) => String(number).padStart(2, '0');

/** Periods by their names, and the days that they are, by hand. */
const periods: ReadonlyMap<string, Days> = new Map([
  ...[2024, 2025].flatMap((year) => [
    ...Array.from({ length: 12 }, (_, index) => monthOf(year, index + 1)),
    ...[1, 2, 3, 4].map((quarter) => span(`${year}-Q${quarter}`, year, quarter * 3 - 2, quarter * 3)),
    span(`${year}`, year, 1, 12),
  ]),
  ...[1, 2, 3].map((month) => monthOf(2026, month)),
  ...[6, 9, 11].map((months) => span(`2025-01..2025-${two(months)}`, 2025, 1, months)),
  ['2024-09-17..2025-02-28', { first: '2024-09-17', last: '2025-02-28' }],
  ['2024-02-29..2024-02-29', { first: '2024-02-29', last: '2024-02-29' }],
]);

function span(name: string, year: number, from: number, to: number): readonly [string, Days] {
  return [name, { first: `${year}-${two(from)}-01`, last: lastDay(year, to) }];
}

function monthOf(year: number, month: number): readonly [string, Days] {
  return span(`${year}-${two(month)}`, year, month, month);
}

const newYear = ({ last: end }: Days): Days => ({ first: `${end.slice(0, 4)}-01-01`, last: end });
const closes = new Set(
  [...periods.values()]
    .flatMap((days) => [days, newYear(days)])
    .flatMap((days) => [days.last, addDays(days.first, -1)]),
);

const places = [[commune, [commune, ...villages]], ...villages.map((id) => [id, [id]] as const)] as const;

/** Numbers of both, where they differ; a ratio may in what lies behind the ninth decimal. */
function differing(
  register: Register,
  counted: Counted,
  period: string,
  days: Days,
  place: string,
  of: readonly string[],
) {
  const figures = figuresOf(counted, days, of);
  const cumulative = figuresOf(counted, newYear(days), of);
  const { above, rows } = register.wholeReport('02-DSX', period, place);
  const isSame = (one: number | null, other: number | null | undefined) =>
    one === other || (typeof one === 'number' && typeof other === 'number' && Math.abs(one - other) < 1e-9);
  const told = new Set([...above, ...rows].map(({ key }) => key));
  return [
    ...[...figures.keys()].filter((key) => !told.has(key)).map((key) => `${key} is not in the report`),
    ...[...above, ...rows].flatMap(({ key, value, cumulative: sum }) => {
      const [mine, mineSum] = [figures.get(key), cumulative.get(key)];
      if (isSame(value, mine) && isSame(sum, mineSum)) return [];
      return [`${place} ${period} ${key}: the engine says ${value} (${sum}), the reader ${mine} (${mineSum})`];
    }),
  ];
}

/** Rows of one report by their keys. */
function rowsOf(register: Register, period: string, place: string): ReadonlyMap<string, number | null> {
  const { above, rows } = register.wholeReport('02-DSX', period, place);
  return new Map([...above, ...rows].map(({ key, value }) => [key, value]));
}

const flows = catalogue.indicators
  .filter(({ rule, key }) => rule.is === 'flow' || /^(new|stop)_users|^births_by/.test(key))
  .map(({ key }) => key);
const quarters = [1, 2, 3, 4];
const sumOf = (tables: readonly ReadonlyMap<string, number | null>[], key: string) =>
  tables.reduce((sum, table) => sum + (table.get(key) ?? 0), 0);

/** Told when its turn comes: three hundred communes do not fit into memory. */
const tell = (seed: number) => tellCommune(seed, 200 + ((seed * 37) % 200)).lines;

describe.each(seeds)('commune %i', (seed) => {
  let lines: readonly Written[] = [];
  let register = openRegister(lines);
  beforeAll(() => {
    lines = tell(seed);
    register = openRegister(lines);
  });
  afterAll(() => {
    lines = [];
    register = openRegister(lines);
  });
  test('engine and reader agree on every number', () => {
    const counted = readBook(copyOut(lines), first, last, closes);
    const found = [...periods].flatMap(([period, days]) =>
      places.flatMap(([place, of]) => differing(register, counted, period, days, place, of)),
    );
    expect(found.slice(0, 20)).toEqual([]);
  });

  test('population and users close; months sum to quarters, quarters to the year, villages to the commune', () => {
    const year = rowsOf(register, '2025', commune);
    const byQuarter = quarters.map((quarter) => rowsOf(register, `2025-Q${quarter}`, commune));
    const byMonth = [1, 2, 3].map((month) => rowsOf(register, `2025-0${month}`, commune));
    const byVillage = [commune, ...villages].map((place) => rowsOf(register, '2025', place));
    const of = (key: string) => year.get(key) ?? Number.NaN;
    for (const key of [...flows, 'users_other', 'net_migration']) {
      expect([key, sumOf(byQuarter, key), sumOf(byMonth, key)]).toEqual([key, of(key), byQuarter[0]?.get(key)]);
    }
    for (const key of [...flows, 'pop_start', 'pop_end', 'hh_total', 'users_end', 'ctv_count']) {
      // What stands at the commune itself (a term in no village) is in its row and in no village's.
      const inVillages = sumOf(byVillage.slice(1), key);
      expect([key, key === 'ctv_count' ? inVillages <= of(key) : inVillages]).toEqual([
        key,
        key === 'ctv_count' ? true : of(key),
      ]);
    }
    const came = of('births') + of('move_in') + of('review_add') + silentBirths(lines, '2025');
    expect(of('pop_end')).toBe(of('pop_start') + came - of('deaths') - of('move_out') - of('review_remove'));
    expect(byQuarter.slice(1).map((one) => [one.get('pop_start'), one.get('users_start')])).toEqual(
      byQuarter.slice(0, 3).map((one) => [one.get('pop_end'), one.get('users_end')]),
    );
    expect(of('users_end')).toBe(of('users_start') + of('new_users') - of('stop_users') + of('users_other'));
  });
});

/** Usual residents born in a year whose birth nobody wrote down: they are there, and in no flow. */
function silentBirths(lines: readonly Written[], year: string): number {
  const gone = new Set(lines.flatMap(({ id, isVoid }) => (isVoid ? [id] : [])));
  // The first to tell of a newborn tells that she came.
  const told = new Set(
    lines.flatMap(({ id, kind, add }) => (isComing({ kind }) && !gone.has(id) ? [`${add?.person} ${add?.date}`] : [])),
  );
  return lines.filter(({ id, put }) => {
    const isBornThen = put?.status === 'active' && String(put.birthDate).startsWith(year);
    return isBornThen && !told.has(`${id} ${put.birthDate}`);
  }).length;
}

const few = seeds.slice(0, 30);

test('the communes hold what a count can get wrong', () => {
  const all = few.flatMap(tell);
  const facts = all.filter(({ add }) => add !== undefined);
  const have = (fits: (line: Written) => boolean) => all.filter(fits).length;
  const births = all.map(({ put }) => String(put?.birthDate ?? ''));
  const isThere: { readonly [what: string]: boolean } = {
    'every kind of event': new Set(facts.map(({ kind }) => kind)).size === 19,
    'taken back': have(({ isVoid }) => isVoid === true) > 20,
    'written late': have(({ add, at }) => add !== undefined && new Date(at[0]).toISOString() > `${add.date}T24`) > 100,
    twins: have(({ add }) => add?.multiple === true) > 5,
    'third children': have(({ add }) => Number(add?.order) > 2) > 20,
    'born on 29 February': births.filter((date) => date.endsWith('-02-29')).length > 10,
    'born in a year': births.filter((date) => date.length === 4).length > 20,
    'born in a month': births.filter((date) => date.length === 7).length > 10,
    'births nobody wrote down': few.some((seed) => silentBirths(tell(seed), '2025') > 0),
    'lodgers who settled': have(({ add }) => add?.old === 'temporary') > 20,
    'residents who ceased to be': have(({ add }) => add?.new === 'temporary') > 20,
    'married somebody unnamed': have(({ kind, add }) => kind === 'marriage' && add?.spouse === undefined) > 10,
    'methods without a name': have(({ kind, add }) => kind === 'method_start' && add !== undefined && !add.person) > 2,
  };
  expect(Object.keys(isThere).filter((what) => !isThere[what])).toEqual([]);
  const said = few.flatMap((seed) => {
    const lines = tell(seed);
    const figures = figuresOf(
      readBook(copyOut(lines), first, last, closes),
      { first: '2024-01-01', last: '2025-12-31' },
      [commune, ...villages],
    );
    return [...figures].flatMap(([key, value]) => (value === 0 || value === null ? [] : [key]));
  });
  const keys = catalogue.indicators.map(({ key }) => key);
  expect(keys.filter((key) => !said.includes(key))).toEqual([]);
});
