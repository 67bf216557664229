import { expect, test } from 'vitest';
import type { SlipReader } from '../../../src/register/figures/meeting/keepers.ts';
import { bookCover } from '../../../src/register/lives/lists/book-cover.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { hoaFamily, household, lodgers, openRegister, resident, tell } from '../tale.ts';

/* The cover of the paper book and the page behind it, as the book on this device knows them. */

const officer: SlipReader = {
  role: 'officer',
  userName: 'Trần Thị Bích',
  places: ['u-c', 'u-v1', 'u-v2'],
  nameOf: () => undefined,
};
const collaborator: SlipReader = {
  ...officer,
  role: 'collaborator',
  userName: 'Phạm Thị Lan',
  places: ['u-v1', 'u-v2'],
};
const term = (id: string, fields: { readonly [key: string]: string }, place = 'u-v1') =>
  tell('collaborator', id, { since: '2026-01-01', ...fields }, { place });
const cover = (states: readonly StandingState[], place = 'u-v1', reader: SlipReader = officer) =>
  bookCover(openRegister([...hoaFamily, ...lodgers, ...states]).folk, place, reader, '2026-11-22');

test('places, collaborator, numbers and people stand on it; who lodges is counted beside the residents', () => {
  const told = cover([term('c1', { fullName: 'Phạm Thị Lan' })]);
  expect(told).toMatchObject({
    province: 'Tỉnh Mẫu',
    commune: 'Xã Hương Mẫu',
    village: 'Thôn Đông',
    keepers: ['Phạm Thị Lan'],
    households: 1,
    residents: 4,
    temporary: 0,
  });
  expect(cover([], 'u-v2')).toMatchObject({ keepers: [], households: 1, residents: 0, temporary: 1 });
});

test('the areas of all that its collaborator keeps follow, each by its own numbers', () => {
  const both = term('c1', { fullName: 'Phạm Thị Lan', villages: 'u-v1 u-v2' });
  const areas = (reader: SlipReader, states: readonly StandingState[]) =>
    cover(states, 'u-v2', reader)?.areas.map(({ village, area, from, to }) => `${village} ${area} ${from}–${to}`);
  expect(areas(officer, [])).toEqual(['Thôn Bãi Cát  7–7']);
  expect(areas(officer, [both])).toEqual(['Thôn Đông  42–42', 'Thôn Bãi Cát  7–7']);
  expect(areas(collaborator, [])).toEqual(['Thôn Đông  42–42', 'Thôn Bãi Cát  7–7']);
  const old = tell('household', 'o1', { number: 1, area: 'Xã Cũ' }, { place: 'u-v2' });
  const same = tell('household', 'o2', { number: 2, area: 'xã cũ' }, { place: 'u-v2' });
  expect(areas(officer, [old, same])).toEqual(['Thôn Bãi Cát Xã Cũ 1–2', 'Thôn Bãi Cát  7–7']);
});

test('a sheet that everybody left holds its number no more; one that nobody is written on yet does', () => {
  const gone = [
    household('h5', 5),
    resident('z1', { household: 'h5', relation: 'head', birthDate: '1980-01-01' }),
    tell('move_out', 'm1', { date: '2026-05-01', person: 'z1', where: 'other_commune' }),
  ];
  expect(cover([...gone, household('h6', 6)])).toMatchObject({ households: 2, areas: [{ from: 6, to: 42 }] });
});

test('of a village that is none of this device’s there is no cover', () => {
  expect(cover([], 'u-v2', { ...officer, places: ['u-v1'] })).toBeUndefined();
  expect([cover([], 'u-c'), cover([], 'nowhere')]).toEqual([undefined, undefined]);
});
