import { expect, test } from 'vitest';
import { hoaFamily, resident } from '../../register/tale.ts';
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
