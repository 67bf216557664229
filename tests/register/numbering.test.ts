import { expect, test } from 'vitest';
import type { Act } from '../../src/register/acts/act.ts';
import { planFor } from '../../src/register/acts/plan-for.ts';
import { startReview } from '../../src/register/lives/reviews.ts';
import type { StandingState } from '../../src/register/register.ts';
import { openDesk } from '../workers/recording/clerk.ts';
import { openRegister, resident, tell } from './tale.ts';

/* A household's number is its own within its numbering area (an old commune, or the village where none is said). */

function home(id: string, fields: Parameters<typeof tell>[2], place: string): readonly StandingState[] {
  return [
    tell('household', id, { kind: 'family', ...fields }, { place }),
    resident(
      `${id}-p`,
      { fullName: 'Lê Văn An', household: id, relation: 'head', sex: 'male', marital: 'single' },
      { place },
    ),
  ];
}

const area = 'Xã cũ A';
/** Two villages of one old commune that numbered on from the one to the other, and a third thing: no area said. */
const commune = [
  ...home('a1', { number: 5, area }, 'u-v1'),
  ...home('a2', { number: 6, area }, 'u-v2'),
  ...home('b1', { number: 7 }, 'u-v1'),
];
const doubled = (states: readonly StandingState[]) => {
  const run = startReview(openRegister(states), '', 20);
  while (!run.advance(100));
  return run
    .groups()
    .filter(({ check }) => check === 'number_twice')
    .flatMap(({ lines }) => lines.map(({ record }) => record));
};

test('the form asks in the area, over its villages; where none is said, in the village', () => {
  const desk = openDesk(commune);
  const asked = (place: string, answers: Parameters<typeof desk.check>[2]) =>
    desk.check('household_new', place, answers);
  expect(asked('u-v2', { number: 5, area: 'xã Cũ a' })).toEqual(['household_number_taken']);
  expect(asked('u-v2', { number: 5 })).toEqual([]);
  expect(asked('u-v1', { number: 7 })).toEqual(['household_number_taken']);
  expect(asked('u-v2', { number: 7 })).toEqual([]);
  expect(desk.check('household_edit', 'a2', { number: 5, isCorrection: true })).toEqual(['household_number_taken']);
});

test('the acts ask alike: split, move, renumber', () => {
  const register = openRegister(commune);
  const codes = (act: Act) => planFor(register, act).problems.map(({ code }) => code);
  expect(codes({ is: 'renumber', numbers: { a2: 5 } })).toEqual(['number_twice']);
  expect(codes({ is: 'renumber', numbers: { a2: 7 } })).toEqual([]);
  expect(codes({ is: 'renumber', numbers: { b1: 6 } })).toEqual([]);
  expect(codes({ is: 'renumber', numbers: { b1: 6 }, area: 'Xã cũ A' })).toEqual(['number_twice']);
  expect(codes({ is: 'move', household: 'a1', village: 'u-v2', date: '2026-11-01', number: 6 })).toEqual([
    'number_taken',
  ]);
  expect(codes({ is: 'move', household: 'b1', village: 'u-v2', date: '2026-11-01', number: 6 })).toEqual([]);
});

test('the checks of the book find alike; a sheet that everybody left holds its number no more', () => {
  expect(doubled(commune)).toEqual([]);
  expect(doubled([...commune, ...home('a3', { number: 6, area: 'XÃ CŨ A' }, 'u-v1')])).toEqual(['a3', 'a2']);
  expect(doubled([...commune, ...home('b2', { number: 7 }, 'u-v2')])).toEqual([]);
  const left = tell('move_internal', 'm1', { date: '2026-02-01', person: 'b3-p', toHousehold: 'a1' });
  const emptied = [...commune, ...home('b3', { number: 7 }, 'u-v1'), left];
  expect(doubled(emptied)).toEqual([]);
  expect(openDesk(emptied).check('household_new', 'u-v1', { number: 7 })).toEqual(['household_number_taken']);
  expect(
    openDesk([...emptied.filter(({ state }) => !state.id.startsWith('b1'))]).check('household_new', 'u-v1', {
      number: 7,
    }),
  ).toEqual([]);
});

test('a number is found with its area, and the one before it too', () => {
  const ids = (text: string, states = commune) =>
    openRegister(states)
      .search(text, 9)
      .rows.map(({ id }) => id);
  expect(ids('hộ 5 xã cũ a')).toEqual(['a1']);
  expect(ids('hộ 7 xã cũ a')).toEqual([]);
  const renumbered = [...home('h1', { number: 50, area, formerNumbers: ['42 Xã cũ A', '7'] }, 'u-v1')];
  expect(ids('hộ cũ 42', renumbered)).toEqual(['h1']);
  expect(ids('hộ cũ 7', renumbered)).toEqual(['h1']);
  expect(ids('hộ cũ 4', renumbered)).toEqual([]);
});
