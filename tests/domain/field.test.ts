import { expect, test } from 'vitest';
import { type FieldDefinition, type FieldType, type RecordField, readValue } from '../../src/domain/field.ts';
import { askField, recordProblems } from '../../src/domain/record.ts';
import type { Value } from '../../src/domain/value.ts';
import { hive, swarm } from './beehive.ts';

const field = (type: FieldType, isRequired = false): FieldDefinition => ({
  key: 'x',
  label: { vi: 'X' },
  type,
  ...(isRequired ? { isRequired } : {}),
});
const colours = { name: 'c', law: '', codes: [{ key: 'red', label: { vi: 'Đỏ' } }] };

const refused: readonly (readonly [string, FieldType, Value, string])[] = [
  ['text too long', { is: 'text', maxLength: 3 }, 'bốn chữ', 'too_long'],
  ['a number for text', { is: 'text', maxLength: 3 }, 3, 'wrong_type'],
  ['a colour nobody listed', { is: 'code', list: colours }, 'blue', 'not_in_list'],
  ['31 February', { is: 'date' }, '2026-02-31', 'impossible_date'],
  ['a date in words', { is: 'date' }, 'hôm qua', 'malformed_date'],
  ['only the month', { is: 'date' }, '2026-02', 'incomplete_date'],
  ['below the least', { is: 'integer', min: 1, max: 9 }, 0, 'too_small'],
  ['above the most', { is: 'integer', min: 1, max: 9 }, 10, 'too_large'],
  ['half a child', { is: 'integer', min: 1, max: 9 }, 1.5, 'wrong_type'],
  ['yes in words', { is: 'boolean' }, 'true', 'wrong_type'],
  ['letters in a phone number', { is: 'phone' }, '09x3456789', 'malformed_phone'],
  ['a name as long as a page', { is: 'name' }, 'a'.repeat(121), 'too_long'],
  ['a list for a reference', { is: 'reference', to: 'hive' }, ['a'], 'wrong_type'],
];

test.each(refused)('%s is refused', (_, type, value, error) => {
  expect(readValue(field(type), value)).toEqual({ ok: false, error });
});

test('good values are kept, text in NFC with single blanks', () => {
  const name = field({ is: 'name' });
  expect(readValue(name, `  ${'Hoà'.normalize('NFD')}  Bình `)).toEqual({ ok: true, value: 'Hoà Bình' });
  expect(readValue(name, 'Pó')).toEqual({ ok: true, value: 'Pó' });
  expect(readValue(field({ is: 'date', partial: true }), '1950')).toEqual({ ok: true, value: '1950' });
  expect(readValue(field({ is: 'phone' }), '0912 345 678')).toEqual({ ok: true, value: '0912 345 678' });
  expect(readValue(field({ is: 'boolean' }), false)).toEqual({ ok: true, value: false });
});

test.each([undefined, null, '', '   ', '\u200b\u200b', '\u2063 \u3164'])(
  '%j is blank: missing only where it is required',
  (blank) => {
    expect(readValue(field({ is: 'name' }), blank)).toEqual({ ok: true, value: null });
    expect(readValue(field({ is: 'name' }, true), blank)).toEqual({ ok: false, error: 'missing' });
  },
);

test('marks are a short list of short texts', () => {
  const marks: RecordField = { key: 'seen', label: { vi: 'Đã hỏi' }, type: { is: 'marks' } };
  expect(readValue(marks, ['late'])).toEqual({ ok: true, value: ['late'] });
  expect(readValue(marks, 'late')).toEqual({ ok: false, error: 'wrong_type' });
  expect(readValue(marks, ['x'.repeat(81)])).toEqual({ ok: false, error: 'too_long' });
});

test('a fact must be whole, a put is judged by what it puts, and strangers are named', () => {
  expect(recordProblems(swarm, { date: '2026-02-31' }, true)).toEqual([
    { field: 'date', why: 'impossible_date' },
    { field: 'young', why: 'missing' },
  ]);
  expect(recordProblems(hive, { frames: 5 }, false)).toEqual([]);
  expect(recordProblems(hive, { honey: 5 }, false)).toEqual([{ field: 'honey', why: 'unknown_field' }]);
});

test('what is only kept cannot be asked for', () => {
  expect(() => askField(swarm, 'seen')).toThrow('swarm.seen');
  expect(() => askField(swarm, 'colour')).toThrow('swarm.colour');
  expect(askField(swarm, 'date', { isRequired: false }).isRequired).toBeUndefined();
});
