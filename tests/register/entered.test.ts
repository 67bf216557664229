import { expect, test } from 'vitest';
import { writtenLines } from '../../src/register/lives/written.ts';
import type { Register, StandingState } from '../../src/register/register.ts';
import { wholeStates } from '../../src/sync/records/columns/columns.ts';
import { toColumns } from '../../src/sync/records/columns/written-columns.ts';
import { birth, hoaFamily, household, lodgers, openRegister, resident, tell } from './tale.ts';

/* A book comes in from its pages by values alone: it must answer as if every record had been told whole. */

const book: readonly StandingState[] = [
  ...hoaFamily,
  ...lodgers,
  household('h3', 3, 'u-v2'),
  resident('r1', { fullName: 'Phạm Hoàng Anh', sex: 'male', household: 'h3', relation: 'head', birthDate: '1980-02' }),
  resident('r2', { fullName: 'Vũ Thị  Hòa', sex: 'female', household: 'h3', phone: null, spouse: 'r1' }),
  ...birth('b9', { date: '2026-11-02', mother: 'p2', child: 'c9', fullName: 'Lê Thảo Hoa' }, { stamp: [7000, 2] }),
  tell('move_out', 'm1', { date: '2026-11', person: 'p2', to: 'district' }, { stamp: [8000, 0] }),
  tell('death', 'd1', { date: '2026-11-20', person: 'r1' }, { stamp: [9000, 1], isVoid: true }),
];

function enterPages(states: readonly StandingState[], size: number): Register {
  const register = openRegister();
  for (let at = 0; at < states.length; at += size) {
    const columns = toColumns(states.slice(at, at + size).map(({ state }) => state));
    register.shelve(columns, new Set());
    register.apply(wholeStates(columns).map((state) => ({ state, standing: 'confirmed' })));
  }
  return register;
}

function answers(register: Register) {
  const ids = [...new Set(book.map(({ state }) => state.id))];
  return {
    size: register.size(),
    records: ids.map((id) => register.get(id)),
    households: ids.map((id) => register.household(id)),
    people: ids.map((id) => register.person(id)),
    changes: ids.map((id) => register.changes(id)),
    written: writtenLines(register, 'u1', 0, 10_000),
    found: ['hoa', 'Hoà', 'ho 3', '42', 'bai cat', '1980'].map((text) => register.search(text, 20)),
    tasks: register.tasks('', 50),
    report: register.report('01-DSX', '2026-11', 'u-c'),
  };
}

test('a book that comes in page by page answers as one that was told record by record', () => {
  const told = openRegister(book.map(({ state }) => ({ state, standing: 'confirmed' })));
  for (const size of [1, 4, book.length]) expect(answers(enterPages(book, size))).toEqual(answers(told));
  expect(answers(enterPages(book.toReversed(), 3))).toEqual(answers(told));
});

test('what is put onto a record that came in from a page stands in its place', () => {
  const register = enterPages(book, 4);
  register.apply([resident('r2', { fullName: 'Vũ Thị Huệ', household: 'h1' }, { standing: 'waiting' })]);
  expect(register.household('h1')?.people.map(({ name }) => name)).toContain('Vũ Thị Huệ');
  expect(register.household('h3')?.people.map(({ id }) => id)).not.toContain('r2');
});

test('every record of a page can be put anew, taken back and come home, one after the other', () => {
  const told = openRegister(book.map(({ state }) => ({ state, standing: 'confirmed' })));
  const shelved = enterPages(book, book.length);
  for (const { state } of book) {
    shelved.remove([state.id]);
    told.remove([state.id]);
    expect(answers(shelved)).toEqual(answers(told));
  }
  for (const { state } of book) {
    shelved.apply([{ state, standing: 'confirmed' }]);
    told.apply([{ state, standing: 'confirmed' }]);
    expect(answers(shelved)).toEqual(answers(told));
  }
});

test('a page that comes after somebody counted and looked for tasks is counted, too', () => {
  const told = openRegister(book.map(({ state }) => ({ state, standing: 'confirmed' })));
  const register = openRegister();
  for (const { state } of book) {
    register.shelve(toColumns([state]), new Set());
    register.apply(wholeStates(toColumns([state])).map((whole) => ({ state: whole, standing: 'confirmed' })));
    answers(register);
  }
  expect(answers(register)).toEqual(answers(told));
});
