import { expect, test } from 'vitest';
import { householdsTyped } from '../../../src/features/event/paper/households-typed.ts';

/* A village that was joined with another has two households 42; the paper of either says 42. */

const row = (id: string, householdNumber: string, name: string, area = '', people = 3) => ({
  ...{ id, kind: 'household' as const, household: id, householdNumber, name, area, people },
  ...{ villageName: 'Thôn Đông', birthYear: '', sex: '', isWaiting: false },
});
const village = [
  row('h1', '42', 'Trần Văn Quyết'),
  row('h2', '42', 'Lê Thị Hoà', 'Xóm Trên'),
  row('h3', '43', 'Bùi Văn Năm'),
  row('h4', '43', '', '', 0),
  row('h5', '44', '', '', 0),
];
const meant = (typed: string) => householdsTyped(village, typed).map(({ id }) => id);

test('a number alone means every household that has it; its area or its head tells which', () => {
  expect(meant('42')).toEqual(['h1', 'h2']);
  expect(meant('42 xom tren')).toEqual(['h2']);
  expect(meant('42 quyết')).toEqual(['h1']);
  expect(meant('42 hoa')).toEqual(['h2']);
  expect(meant(' 42  Xóm Trên ')).toEqual(['h2']);
  expect(meant('42 oa')).toEqual([]);
});

test('a sheet that everybody has left is meant only where nobody else has its number', () => {
  expect(meant('43')).toEqual(['h3']);
  expect(meant('44')).toEqual(['h5']);
});

test('what is no number means nobody', () => {
  expect(meant('')).toEqual([]);
  expect(meant('hoa')).toEqual([]);
  expect(meant('4')).toEqual([]);
});
