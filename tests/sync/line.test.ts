import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Op } from '../../src/sync/op.ts';
import { sha256 } from '../../src/sync/records/sha256.ts';
import { eraseLine, lineHash, readLine, writeLine } from '../../src/sync/wire/line.ts';

const header = {
  d: '7f3k',
  s: 12,
  at: [1_795_310_584_005, 1],
  u: 'u12',
  p: 'u8f2',
  k: 'person',
  id: '7f3k.12',
} as const;
const whole = { ...header, tx: 12, of: 1 };
const op: Op = { ...whole, put: { fullName: 'Nguyễn Thị Hoà', phone: null }, seen: { phone: ['9b2m.77'] } };

function refusal(value: unknown): string {
  const read = readLine(typeof value === 'string' ? value : JSON.stringify(value));
  return read.ok ? 'read' : read.error;
}

test('an empty put carries a record to another place, and says nothing else', () => {
  const carried: Op = { ...whole, put: {} };
  expect(readLine(writeLine(carried))).toEqual({ ok: true, value: carried });
});

test('an op is read as it was written', () => {
  expect(readLine(writeLine(op))).toEqual({ ok: true, value: op });
});

test.each<[string, unknown]>([
  ['no JSON', '{"d":'],
  ['a list', '[]'],
  ['a space that the writer does not put', JSON.stringify(op).replace(':', ': ')],
  ['a key twice', JSON.stringify(op).replace('"d":"7f3k"', '"d":"9b2m","d":"7f3k"')],
  ['an unknown header key', { ...op, note: 'x' }],
  ['no body', whole],
  ['two bodies', { ...op, add: { date: '2026-11-20' } }],
  ['an empty add', { ...whole, add: {} }],
  ['an empty put that has seen something', { ...whole, put: {}, seen: { phone: ['9b2m.77'] } }],
  ['an add that has seen something', { ...whole, add: { date: '2026-11-20' }, seen: { date: ['a.1'] } }],
  ['seen of a field that is not put', { ...op, seen: { name: ['9b2m.77'] } }],
  ['seen that names no op', { ...op, seen: { phone: ['yesterday'] } }],
  ['a void without a reason', { ...whole, void: { reason: '' } }],
  ['a void that says more', { ...whole, void: { reason: 'ghi nhầm', by: 'x' } }],
  ['a lift that does not lift', { ...whole, void: { reason: 'ghi nhầm', lifts: false } }],
  ['seq 0', { ...op, s: 0, tx: 0 }],
  ['a stamp of one number', { ...op, at: [1] }],
  ['a stamp before 1970', { ...op, at: [-1, 0] }],
  ['text of 4,097 letters', { ...whole, put: { note: 'a'.repeat(4097) } }],
  ['text that is not NFC', { ...whole, put: { note: 'Hoà'.normalize('NFD') } }],
  ['a NUL', { ...whole, put: { note: 'Ho\u0000à' } }],
  ['a lone surrogate', { ...whole, put: { note: '\ud800' } }],
  [
    'a line of 70,000 letters',
    { ...whole, put: Object.fromEntries([...'abcdefghijklmnopqr'].map((k) => [k, 'a'.repeat(4000)])) },
  ],
  ['a field called constructor', { ...whole, put: { constructor: 1 } }],
  ['a number without end', JSON.stringify(op).replace('null', '1e999')],
])('refuses %s', (_what, value) => {
  expect(refusal(value)).toBe('schema');
});

test('refuses __proto__ at any depth, and reads nothing into a prototype', () => {
  expect(refusal(JSON.stringify(op).replace('null', '{"__proto__":{"isOfficer":true}}'))).toBe('schema');
  expect(refusal(JSON.stringify(op).replace('"phone":null', '"__proto__":1'))).toBe('schema');
  expect(Object.hasOwn(Object.prototype, 'isOfficer')).toBe(false);
});

test('refuses 200,000 brackets without falling over', () => {
  const deep = '['.repeat(30_000) + ']'.repeat(30_000);
  expect(refusal(JSON.stringify(op).replace('null', deep))).toBe('schema');
  expect(refusal('['.repeat(200_000) + ']'.repeat(200_000))).toBe('schema');
});

test.each([
  [13, 1],
  [1, 11],
  [12, 501],
  [0, 20],
])('refuses op 12 in a transaction from %i of %i', (tx, of) => {
  expect(refusal({ ...op, tx, of })).toBe('transaction');
});

test('an erased line keeps its identity and its hash, and nothing of what was said', () => {
  const line = writeLine(op);
  const stub = eraseLine(line, sha256);
  expect(stub).not.toContain('Hoà');
  expect(readLine(stub)).toEqual({ ok: true, value: { d: '7f3k', s: 12, erased: lineHash(line, sha256) } });
  expect(lineHash(stub, sha256)).toBe(lineHash(line, sha256));
  expect(eraseLine(stub, sha256)).toBe(stub);
});

test('whatever arrives as a line gets an answer, never a throw', () => {
  const line = writeLine(op);
  const mutated = fc
    .tuple(fc.nat(line.length), fc.nat(8), fc.string({ unit: 'binary', maxLength: 6 }))
    .map(([at, cut, put]) => line.slice(0, at) + put + line.slice(at + cut));
  fc.assert(
    fc.property(fc.oneof(mutated, fc.json(), fc.string()), (text) => {
      const read = readLine(text);
      if (read.ok) expect(JSON.stringify(read.value)).toBe(text);
    }),
    { numRuns: 5000 },
  );
});
