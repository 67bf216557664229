import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { columnPlaces, reportColumn } from '../../../src/register/figures/report-columns.ts';
import { createRegister } from '../../../src/register/register.ts';
import type { UnitRow } from '../../../src/sync/activation.ts';
import { birth, hoaFamily, tell, units } from '../tale.ts';

/*
 * Thôn Đông went into Thôn Bãi Cát on the first of November, and Xã Cũ into the commune before that: the villages beside
 * the commune sum to it in every month, also in those before.
 */

const old: UnitRow = { id: 'u-o', level: 'commune', kind: 'xã', code: '99002', name: 'Xã Cũ', parent: 'u-c' };
const tree: readonly UnitRow[] = [
  ...units
    .map((unit) => (unit.id === 'u-v1' ? { ...unit, validTo: '2026-10-31' } : unit))
    .filter(({ id }) => id !== 'u-v2'),
  { ...old, validTo: '2026-06-30' },
  { id: 'u-v2', level: 'village', kind: 'thôn', code: '002', name: 'Thôn Bãi Cát', parent: 'u-o' },
];
const home = { number: 42, kind: 'family', formerPlaces: ['u-v1 2026-11-01'] };
const register = createRegister({ catalogue, units: tree, today: () => '2026-12-22' });
register.apply([
  ...hoaFamily.filter(({ state }) => state.kind !== 'household'),
  tell('household', 'h1', home, { place: 'u-v2' }),
  ...birth('b1', { date: '2026-10-20', mother: 'p2', fullName: 'An' }),
]);

function columns(code: string, period: string, last: string) {
  return columnPlaces(register.folk.places)
    .flatMap((unit) => reportColumn(register, unit, { code, period, last }) ?? [])
    .map(({ placeName, rows }) => [placeName, rows.find(({ key }) => key === 'births')?.value]);
}

test('a village that is no more has its column in the months in which it stood, and an old commune in all', () => {
  expect(columns('01-DSX', '2026-10', '2026-10-31')).toEqual([
    ['Xã Cũ', 0],
    ['Thôn Đông', 1],
    ['Thôn Bãi Cát', 0],
  ]);
  expect(columns('01-DSX', '2026-11', '2026-11-30')).toEqual([
    ['Xã Cũ', 0],
    ['Thôn Bãi Cát', 0],
  ]);
  // A period is counted on the boundaries of its last day.
  expect(columns('02-DSX', '2026-Q4', '2026-12-31')).toEqual([
    ['Xã Cũ', 1],
    ['Thôn Bãi Cát', 1],
  ]);
});
