import { expect, test } from 'vitest';
import type { BookRecord } from '../../src/domain/book/book.ts';
import type { Fields } from '../../src/domain/value.ts';
import { endOf, rowOf } from './balance.ts';
import { shelve } from './shelf.ts';

/* What random villages found out: each once, told as it may come about. East and west are two villages of a commune. */

const written = [0, 0] as const;
const home = (id: string, place: string): BookRecord => ({
  kind: 'household',
  id,
  place,
  fields: { number: 1 },
  written,
});
const resident = (id: string, more: Fields = {}): BookRecord => ({
  kind: 'person',
  id,
  place: 'east',
  fields: { household: 'east home', residence: 'usual_present', status: 'active', ...more },
  written,
});
let turn = 0;
const told = (kind: string, date: string, fields: Fields): BookRecord => {
  turn += 1;
  return { kind, id: `fact ${turn}`, place: 'east', fields: { date, ...fields }, written: [0, turn] };
};
const homes = [home('east home', 'east'), home('west home', 'west')];

/** Rows of March, east and west; each must close. */
function march(records: readonly BookRecord[]) {
  const book = shelve([...homes, ...records]);
  const [east, west] = ['east', 'west'].map((village) => rowOf(book, '2026-03', [village]));
  if (east === undefined || west === undefined) throw new RangeError('two villages');
  expect([east.pop_end, west.pop_end]).toEqual([endOf(east), endOf(west)]);
  return { east, west };
}

test('a birth told twice of one child, on two days, is one birth', () => {
  const child: BookRecord = {
    kind: 'person',
    id: 'child',
    place: 'east',
    fields: { birthDate: '2026-03-02' },
    written,
  };
  const of = { child: 'child', household: 'east home', residence: 'usual_present' };
  const { east } = march([child, told('birth', '2026-03-02', of), told('birth', '2026-03-05', of)]);
  expect([east.births, east.pop_end]).toEqual([1, 1]);
});

test('a birth told of somebody who has lived here for years is none', () => {
  const of = { child: 'grandfather', household: 'west home', residence: 'usual_present' };
  const { east, west } = march([resident('grandfather', { birthDate: '1950' }), told('birth', '2026-03-05', of)]);
  expect([east.births, west.births, east.internal_out, west.internal_in]).toEqual([0, 0, 1, 1]);
});

test('a baby who stands in an imported list and has a birth fact too is born once', () => {
  const of = { child: 'baby', household: 'east home', residence: 'usual_present' };
  const { east } = march([resident('baby', { birthDate: '2026-03-09' }), told('birth', '2026-03-09', of)]);
  expect([east.pop_start, east.births, east.pop_end]).toEqual([0, 1, 1]);
});

test('who becomes a lodger in another village leaves the population of the village they came from', () => {
  const of = { person: 'Lan', household: 'west home', residence: 'temporary' };
  const { east, west } = march([resident('Lan'), told('move_in', '2026-03-10', of)]);
  expect([east.move_out, west.move_out, east.pop_end, west.pop_end]).toEqual([1, 0, 0, 0]);
});
