import { expect, test } from 'vitest';
import { isTakenOff, wordEnd } from '../../../src/features/lives/part/describe-person.ts';
import { vi } from '../../../src/i18n/vi.ts';
import type { StandingState } from '../../../src/register/register.ts';
import { hoaFamily, household, openRegister, resident, tell } from '../tale.ts';

/* A check of the book takes lines off: who was written twice went nowhere, and no page says so. */

const again = resident('x1', { fullName: 'Lê Thị Mận', sex: 'female', birthDate: '1965', household: 'h2' });
const openWith = (...facts: readonly StandingState[]) =>
  openRegister([...hoaFamily, household('h2', 43), again, ...facts]);
const takenOff = (reason: string) => tell('review_remove', 'r1', { date: '2026-11-06', person: 'x1', reason });
const wordsOf = (register: ReturnType<typeof openRegister>) => {
  const line = register.person('x1')?.line;
  return line && wordEnd(line, vi);
};
const movedAway = (register: ReturnType<typeof openRegister>) =>
  register.people('left', '', 50).rows.map(({ id }) => id);

test('a line that was written twice is taken off, and did not move away', () => {
  const register = openWith(takenOff('twice'));
  expect(wordsOf(register)).toBe('đã đưa ra khỏi sổ vì ghi trùng');
  expect(register.household('h2')?.people.map(isTakenOff)).toEqual([true]);
  expect(movedAway(register)).toEqual([]);
});

test('so it is for another reason; who is found gone or dead is said to be so', () => {
  expect(wordsOf(openWith(takenOff('other')))).toBe('đã đưa ra khỏi sổ');
  expect(wordsOf(openWith(takenOff('gone')))).toBe('đã chuyển đi');
  expect(movedAway(openWith(takenOff('gone')))).toEqual(['x1']);
  expect(wordsOf(openWith(takenOff('died')))).toBe('đã mất');
});

test('who comes to live here after that and moves away once more did move away', () => {
  const back = tell('move_in', 'm1', { date: '2026-11-08', person: 'x1', household: 'h2', residence: 'usual_present' });
  const out = tell('move_out', 'm2', { date: '2026-11-09', person: 'x1' });
  expect(wordsOf(openWith(takenOff('twice'), back))).toBe('');
  expect(wordsOf(openWith(takenOff('twice'), back, out))).toBe('đã chuyển đi');
});

test('her mother is told of with the same words', () => {
  const child = resident('k1', { fullName: 'Trần Văn Lộc', sex: 'male', household: 'h2', mother: 'x1' });
  const mother = openWith(takenOff('twice'), child).person('k1')?.mother;
  expect(mother && wordEnd(mother, vi)).toBe('đã đưa ra khỏi sổ vì ghi trùng');
});
