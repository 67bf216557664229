import { expect, test } from 'vitest';
import type { Finding } from '../../src/domain/form/check.ts';
import { answeredChecks, findingKey, openDoubts } from '../../src/ui/form/doubts.ts';

const young: Finding = { check: 'young', strength: 'ask', field: 'mother', message: { vi: 'Mẹ 11 tuổi. Đúng không?' } };
const younger: Finding = { ...young, message: { vi: 'Mẹ 10 tuổi. Đúng không?' } };
const late: Finding = {
  check: 'late',
  strength: 'stop',
  field: 'date',
  message: { vi: 'Ngày sinh không được sau hôm nay' },
};
const everywhere = () => true;

test('a doubt is asked once, and asked again when the facts in it changed', () => {
  expect(openDoubts([young, late], everywhere, new Set())).toEqual([young]);
  const said = new Set([findingKey(young)]);
  expect(openDoubts([young], everywhere, said)).toEqual([]);
  expect(openDoubts([younger], everywhere, said)).toEqual([younger]);
});

test('a doubt of a later page waits for that page', () => {
  expect(openDoubts([young], (field) => field !== 'mother', new Set())).toEqual([]);
});

test('only what still stands is kept as answered', () => {
  const said = new Set([findingKey(young), findingKey(younger)]);
  expect(answeredChecks([younger], said)).toEqual(['young']);
  expect(answeredChecks([], said)).toEqual([]);
});
