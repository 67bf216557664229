import { expect, test } from 'vitest';
import { hoaFamily, household, resident, tell } from '../../register/tale.ts';
import { openDesk } from './clerk.ts';

/* Two records are said to be one person: whatever speaks against it is asked about, with both named. */

const man = { fullName: 'Lê Thị Mận', sex: 'female', birthDate: '1965-04-02', household: 'h1' };
const join = { date: '2026-11-22', person: 'p3', other: 'x1' };
const openWith = (other: object) => openDesk([...hoaFamily, resident('x1', { ...man, ...other })], 'officer');

test('two of one name, sex and year are joined without a question', async () => {
  const desk = openWith({});
  expect(desk.check('join', 'h1', join)).toEqual([]);
  await desk.record('join', 'h1', join);
  expect(desk.register.get('x1')?.id).toBe('p3');
});

test('another name, another sex, another year of birth: each is asked about in words that name both', () => {
  expect(openWith({ fullName: 'Lê Thị Mai' }).say('join', 'h1', join)).toEqual([
    'Hai bản ghi khác họ tên: Lê Thị Mận và Lê Thị Mai. Có đúng là một người không?',
  ]);
  expect(openWith({ sex: 'male' }).check('join', 'h1', join)).toEqual(['join_other_sex']);
  expect(openWith({ birthDate: '1970-01-01' }).say('join', 'h1', join)).toEqual([
    'Lê Thị Mận sinh 1965, Lê Thị Mận sinh 01/01/1970. Có đúng là một người không?',
  ]);
});

test('said yes to, they are one', async () => {
  const desk = openWith({ fullName: 'Lê Thị Mai', birthDate: '1970-01-01' });
  expect(await desk.stopped('join', 'h1', join)).toEqual(['join_other_name', 'join_other_birth']);
  await desk.record('join', 'h1', join, ['join_other_name', 'join_other_birth']);
  expect(desk.register.get('x1')?.id).toBe('p3');
});

const out = (date: string, person = 'p3') => tell('move_out', 'm1', { date, person });
const inTo = (date: string) =>
  tell('move_in', 'm2', { date, person: 'x1', household: 'h2', residence: 'usual_present' });

test('who lives here would be off the book by what the other record says: it is asked, and told how to mend it', async () => {
  const there = resident('x1', { ...man, household: 'h2' });
  const desk = openDesk([...hoaFamily, household('h2', 43), there, out('2026-11-05')], 'officer');
  const [question] = desk.say('join', 'h1', join);
  expect(question).toContain('Một bản ghi đang ở, bản ghi kia đã ra khỏi sổ từ 05/11/2026.');
  expect(desk.check('join', 'h2', { ...join, person: 'x1', other: 'p3' })).toEqual(['join_ends_person']);
  await desk.record('join', 'h1', join, ['join_ends_other']);
  expect(desk.register.person('x1')?.line.status).toBe('left');
});

test('a move within the commune written as a leaving and a coming of one day is asked about; a later coming is a return', () => {
  const bare = tell('person', 'x1', { fullName: 'Lê Thị Mận', sex: 'female', birthDate: '1965', relation: 'other' });
  const open = (came: string) =>
    openDesk([...hoaFamily, household('h2', 43), bare, out('2026-11-05'), inTo(came)], 'officer');
  expect(open('2026-11-05').check('join', 'h1', join)).toEqual(['join_ends_other']);
  expect(open('2026-11-01').check('join', 'h1', join)).toEqual(['join_ends_other']);
  expect(open('2026-11-10').check('join', 'h1', join)).toEqual([]);
});

test('a line taken off as written twice is asked about before it takes the living one along', () => {
  const off = tell('review_remove', 'r1', { date: '2026-11-06', person: 'x1', reason: 'twice' });
  const desk = openDesk([...hoaFamily, resident('x1', man), off], 'officer');
  expect(desk.check('join', 'h1', join)).toEqual(['join_ends_person']);
});
