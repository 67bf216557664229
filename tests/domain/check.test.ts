import { expect, test } from 'vitest';
import type { Operand } from '../../src/domain/condition.ts';
import { type Check, findings } from '../../src/domain/form/check.ts';

const age: Operand = { yearsFrom: { path: 'queen.born' }, to: { path: 'date' } };
const late: Check = {
  id: 'late',
  strength: 'stop',
  field: 'date',
  when: { above: [{ path: 'date' }, { path: 'today' }] },
  message: { vi: 'Ngày {day} chưa tới', en: '{day} is yet to come' },
  names: { day: { path: 'date' } },
  law: '',
};
const old: Check = {
  id: 'old',
  strength: 'ask',
  field: 'queen',
  when: { above: [age, { value: 5 }] },
  message: { vi: 'Ong chúa {age} tuổi, tên {name}. Đúng không?' },
  names: { age, name: { path: 'queen.name' } },
  law: '',
};

test('findings say what is wrong in the words of the check, filled from the answers', () => {
  const scope = { date: '2026-12-01', today: '2026-11-22', queen: { born: '2019' } };
  expect(findings([late, old], scope)).toEqual([
    {
      check: 'late',
      strength: 'stop',
      field: 'date',
      message: { vi: 'Ngày 01/12/2026 chưa tới', en: '01/12/2026 is yet to come' },
    },
    { check: 'old', strength: 'ask', field: 'queen', message: { vi: 'Ong chúa 7 tuổi, tên ?. Đúng không?' } },
  ]);
});

test('what is not known is not found odd', () => {
  expect(findings([late, old], { today: '2026-11-22' })).toEqual([]);
  expect(findings([late, old], { date: '2026-11-22', today: '2026-11-22', queen: { born: '2024' } })).toEqual([]);
});
