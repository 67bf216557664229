import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import type { BookRecord } from '../../../src/domain/book/book.ts';
import { closingState, dayState } from '../../../src/domain/book/timeline.ts';
import { bookOf, record } from '../beehive.ts';

/* Lives of two people as the facts about both of them tell them. */

const lifeOf = (id: string, records: readonly BookRecord[]) => {
  const book = bookOf(records, catalogue);
  const found = book.get(id);
  if (found === undefined) throw new Error(`nobody called ${id}`);
  return book.timeline(found);
};
const person = (id: string, fields: BookRecord['fields'] = {}) =>
  record('person', id, { status: 'active', residence: 'usual_present', marital: 'single', ...fields });
const wedding = record('marriage', 'w', { date: '2020-05-01', person: 'hoa', spouse: 'duc' });

test('a death widows whoever was married to the dead person, from that day', () => {
  const life = lifeOf('hoa', [
    person('hoa'),
    person('duc'),
    wedding,
    record('death', 'd', { date: '2024-02-10', person: 'duc' }),
  ]);
  expect(dayState(life, '2024-02-09').marital).toBe('married');
  expect(closingState(life)).toMatchObject({ marital: 'widowed', spouse: 'duc', status: 'active' });
});

test('a death is felt by opening values too, by one side or both', () => {
  const duc = person('duc', { marital: 'married' });
  const hoa = person('hoa', { marital: 'married', spouse: 'duc' });
  expect(
    closingState(lifeOf('hoa', [hoa, duc, record('death', 'd', { date: '2024-02-10', person: 'duc' })])).marital,
  ).toBe('widowed');
});

test('the former wife is not widowed; her divorce stands for both', () => {
  const told = [
    person('hoa'),
    person('duc'),
    wedding,
    record('divorce', 'x', { date: '2022-01-01', person: 'hoa' }),
    record('death', 'd', { date: '2024-02-10', person: 'duc' }),
  ];
  expect(closingState(lifeOf('hoa', told))).toMatchObject({ marital: 'divorced', spouse: null });
  expect(dayState(lifeOf('duc', told), '2022-01-01')).toMatchObject({ marital: 'divorced', spouse: null });
});

test('whoever married again is widowed by the second spouse only', () => {
  const told = [
    person('hoa'),
    person('duc'),
    person('an'),
    wedding,
    record('divorce', 'x', { date: '2022-01-01', person: 'duc', spouse: 'hoa' }),
    record('marriage', 'w2', { date: '2023-01-01', person: 'an', spouse: 'hoa' }),
    record('death', 'd', { date: '2024-02-10', person: 'duc' }),
  ];
  expect(closingState(lifeOf('hoa', told))).toMatchObject({ marital: 'married', spouse: 'an' });
  const bereaved = [...told, record('death', 'd2', { date: '2025-02-10', person: 'an' })];
  expect(closingState(lifeOf('hoa', bereaved)).marital).toBe('widowed');
});

test('a wedding written late finds the death that came after it', () => {
  const death = record('death', 'd', { date: '2024-02-10', person: 'duc' }, '', [1, 0]);
  const late = { ...wedding, written: [9, 0] as const };
  expect(closingState(lifeOf('hoa', [person('hoa'), person('duc'), death, late])).marital).toBe('widowed');
});

test('nobody has a household before the day of birth', () => {
  const life = lifeOf('be', [person('be', { birthDate: '2026-03-14', household: 'h', fullName: 'Bé' })]);
  expect(dayState(life, '2026-03-13')).toEqual({ birthDate: '2026-03-14', fullName: 'Bé' });
  expect(dayState(life, '2026-03-14').household).toBe('h');
});

test('born in a year: from its first day', () => {
  const life = lifeOf('be', [person('be', { birthDate: '2026', household: 'h' })]);
  expect([dayState(life, '2025-12-31').status, dayState(life, '2026-01-01').status]).toEqual([undefined, 'active']);
});

test('a stop ends only the method in use; the same day a start follows the stop it replaces', () => {
  const start = (id: string, date: string, method: string) =>
    record('method_start', id, { date, person: 'hoa', method });
  const stop = (id: string, date: string, method: string) => record('method_stop', id, { date, person: 'hoa', method });
  const after = (...facts: readonly BookRecord[]) => closingState(lifeOf('hoa', [person('hoa'), ...facts])).method;
  expect(after(start('1', '2026-01-01', 'pill'), stop('2', '2026-02-01', 'condom'))).toBe('pill');
  expect(after(start('1', '2026-01-01', 'pill'), stop('2', '2026-02-01', 'pill'))).toBeNull();
  expect(
    after(start('1', '2026-01-01', 'pill'), stop('2', '2026-02-01', 'pill'), start('3', '2026-02-01', 'iud')),
  ).toBe('iud');
});
