import { expect, test } from 'vitest';
import { cycleOf, openYear } from '../../../src/catalogue/paper/book-year.ts';
import { planFor } from '../../../src/register/acts/plan-for.ts';
import { yearBook } from '../../../src/register/acts/year-book.ts';
import type { Register } from '../../../src/register/register.ts';
import { openDesk } from '../../workers/recording/clerk.ts';
import { hoaFamily, lodgers, openRegister } from '../tale.ts';

/* Khóa sổ, đổi sổ: what stands at the year's end is kept in one fact, and the next year's book is open. */

const yearBookOf = ({ folk, today }: Register) => yearBook(folk, today(), () => undefined);

const closing = { is: 'closeYear', year: 2026, drafts: 2, waiting: 1, doubts: 14 } as const;

test('before anything was closed the book of the calendar’s year is open', () => {
  expect(yearBookOf(openRegister(hoaFamily))).toEqual({ year: 2026, closed: [] });
});

test('closing says what stands and what was doubtful, and opens the next year', async () => {
  const desk = openDesk([...hoaFamily, ...lodgers]);
  await desk.record('death', 'h1', { person: 'p3', date: '2026-05-02' });
  const { records } = await desk.act(closing, ['year_not_over']);
  expect(records.map(({ kind }) => kind)).toEqual(['book_closed']);
  const { year, closed } = yearBookOf(desk.register);
  expect(year).toBe(2027);
  expect(closed).toMatchObject([{ year: 2026, date: '2026-11-22', author: 'u1', standing: 'waiting' }]);
  expect(closed[0]?.counts).toEqual({
    households: 1,
    people: 3,
    births: 0,
    deaths: 1,
    moveIn: 0,
    moveOut: 0,
    drafts: 2,
    waiting: 1,
    doubts: 14,
  });
  expect(desk.placeOf(records[0]?.id ?? '')).toBe('u-c');
});

test('late facts of the closed year are written as ever, and no figure is frozen by it', async () => {
  const desk = openDesk(hoaFamily);
  await desk.act(closing, ['year_not_over']);
  await desk.record('death', 'h1', { person: 'p3', date: '2026-05-02' });
  expect(desk.figure('deaths', '2026-05')).toBe(1);
});

test('a year is closed once; taken back, with the reason, its book is open again', async () => {
  const desk = openDesk(hoaFamily);
  const { transaction, records } = await desk.act(closing, ['year_not_over']);
  expect(planFor(desk.register, closing).problems.map(({ code }) => code)).toEqual(['year_closed']);
  await desk.undo(transaction);
  expect(yearBookOf(desk.register)).toEqual({ year: 2026, closed: [] });
  const again = await desk.act(closing, ['year_not_over']);
  expect(records[0]?.id).not.toBe(again.records[0]?.id);
  await desk.takeBack(again.records[0]?.id ?? '');
  expect(yearBookOf(desk.register).year).toBe(2026);
});

test('a year that is not over is asked about, one to come cannot be closed', () => {
  const register = openRegister(hoaFamily);
  expect(planFor(register, closing).problems.map(({ code }) => code)).toEqual(['year_not_over']);
  expect(planFor(register, { ...closing, year: 2027 }).problems.map(({ code }) => code)).toEqual(['year_to_come']);
  expect(planFor(register, { ...closing, year: 2025 }).problems).toEqual([]);
});

test('the book runs five years, and a number of the old book is still found', async () => {
  expect([2025, 2026, 2030, 2031].map((year) => cycleOf(year).first)).toEqual([2021, 2026, 2026, 2031]);
  expect(openYear([2029, 2030], '2031-01-10')).toBe(2031);
  expect(openYear([2026], '2028-03-01')).toBe(2027);
  const desk = openDesk(hoaFamily);
  const found = () => desk.register.search('hộ cũ 42', 5).rows.map(({ household }) => household);
  await desk.act({ is: 'renumber', numbers: { h1: 7 } });
  expect(found()).toContain('h1');
});

test('a number of a numbering area is found too', async () => {
  const desk = openDesk(hoaFamily);
  await desk.act({ is: 'renumber', numbers: { h1: 42 }, area: 'Địa bàn 105' });
  await desk.act({ is: 'renumber', numbers: { h1: 9 } });
  expect(desk.register.get('h1')?.fields.formerNumbers).toEqual(['42', '42 Địa bàn 105']);
  await desk.act({ is: 'renumber', numbers: { h1: 10 } });
  expect(desk.register.search('hộ cũ 9', 5).rows.map(({ household }) => household)).toContain('h1');
});
