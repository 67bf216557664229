import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import type { BookRecord } from '../../../src/domain/book/book.ts';
import { closingState, dayState } from '../../../src/domain/book/timeline.ts';
import { bookOf, record } from '../beehive.ts';

/* Who holds whom: a couple told on one line of the sheet is a couple on both. */

const lifeOf = (id: string, records: readonly BookRecord[]) => {
  const book = bookOf(records, catalogue);
  const found = book.get(id);
  if (found === undefined) throw new Error(`nobody called ${id}`);
  return book.timeline(found);
};
const person = (id: string, fields: BookRecord['fields'] = {}) =>
  record('person', id, { status: 'active', residence: 'usual_present', marital: 'married', ...fields });
const spouseOf = (id: string, ...records: readonly BookRecord[]) => closingState(lifeOf(id, records)).spouse;

test('whose wife names him, and who names nobody, has her as his wife', () => {
  expect(spouseOf('duc', person('duc'), person('hoa', { spouse: 'duc' }))).toBe('hoa');
  expect(spouseOf('duc', person('duc', { spouse: 'an' }), person('hoa', { spouse: 'duc' }))).toBe('an');
});

test('two who name him, or one who is parted by now, are no answer', () => {
  const [duc, hoa] = [person('duc'), person('hoa', { spouse: 'duc' })];
  expect(spouseOf('duc', duc, hoa, person('an', { spouse: 'duc' }))).toBeUndefined();
  expect(spouseOf('duc', duc, person('hoa', { spouse: 'duc', marital: 'divorced' }))).toBeUndefined();
  expect(spouseOf('duc', person('duc', { marital: 'single' }), hoa)).toBeUndefined();
});

test('one side told, both feel a death or a divorce', () => {
  const [duc, hoa] = [person('duc'), person('hoa', { spouse: 'duc' })];
  const marital = (id: string, fact: BookRecord) => closingState(lifeOf(id, [duc, hoa, fact])).marital;
  expect(marital('hoa', record('death', 'd', { date: '2024-02-10', person: 'duc' }))).toBe('widowed');
  expect(marital('duc', record('death', 'd', { date: '2024-02-10', person: 'hoa' }))).toBe('widowed');
  expect(marital('hoa', record('divorce', 'd', { date: '2024-02-10', person: 'duc' }))).toBe('divorced');
  expect(marital('duc', record('divorce', 'd', { date: '2024-02-10', person: 'hoa' }))).toBe('divorced');
});

test('a widow, or a wife who was parted, and who marries somebody outside, holds her first husband no more', () => {
  const [duc, hoa] = [person('duc'), person('hoa', { spouse: 'duc' })];
  const wedding = record('marriage', 'w', { date: '2025-01-01', person: 'hoa', spouseName: 'Ai Khác' });
  const gone = record('death', 'd', { date: '2024-02-10', person: 'duc' });
  expect(closingState(lifeOf('hoa', [duc, hoa, gone, wedding]))).toMatchObject({ marital: 'married', spouse: null });
  const late = record('death', 'd', { date: '2025-02-10', person: 'duc' });
  expect(closingState(lifeOf('hoa', [duc, hoa, wedding, late])).marital).toBe('married');
});

test('a couple noted from the start were always one; who died meanwhile leaves the other widowed', () => {
  const couple = record('couple', 'c', { date: '2026-11-20', person: 'duc', spouse: 'hoa', fromStart: true });
  const both = [person('duc'), person('hoa'), couple];
  expect([spouseOf('duc', ...both), spouseOf('hoa', ...both)]).toEqual(['hoa', 'duc']);
  const death = record('death', 'd', { date: '2026-03-01', person: 'duc' });
  expect(closingState(lifeOf('hoa', [...both, death]))).toMatchObject({ marital: 'widowed', spouse: 'duc' });
  const parted = record('divorce', 'd', { date: '2026-03-01', person: 'duc', spouse: 'hoa' });
  expect(closingState(lifeOf('hoa', [...both, parted]))).toMatchObject({ marital: 'divorced', spouse: null });
});

test('a couple noted of a wedding that named nobody holds from that day', () => {
  const wedding = record('marriage', 'w', { date: '2025-01-01', person: 'hoa' }, '', [1, 0]);
  const couple = record('couple', 'c', { date: '2025-01-01', person: 'hoa', spouse: 'an' }, '', [2, 0]);
  const told = [person('hoa', { marital: 'widowed', spouse: 'duc' }), person('an'), person('duc'), wedding, couple];
  const life = lifeOf('hoa', told);
  expect([dayState(life, '2024-12-31').spouse, closingState(life).spouse]).toEqual(['duc', 'an']);
  expect(spouseOf('an', ...told)).toBe('hoa');
});

test('a wrong name is mended, or taken away, on both sides', () => {
  const [duc, hoa, an] = [person('duc'), person('hoa', { spouse: 'duc' }), person('an')];
  const noted = (fields: BookRecord['fields']) =>
    record('couple', 'c', { date: '2026-11-20', person: 'hoa', fromStart: true, ...fields });
  const mended = [duc, hoa, an, noted({ spouse: 'an', former: 'duc' })];
  expect(['hoa', 'an', 'duc'].map((id) => spouseOf(id, ...mended))).toEqual(['an', 'hoa', null]);
  const emptied = [duc, hoa, noted({ former: 'duc' })];
  expect(['hoa', 'duc'].map((id) => spouseOf(id, ...emptied))).toEqual([null, null]);
});
