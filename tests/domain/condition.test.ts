import { expect, test } from 'vitest';
import { type Condition, holds, type Operand, operandValue, type Scope } from '../../src/domain/condition.ts';
import type { Value } from '../../src/domain/value.ts';

const scope: Scope = {
  frames: 8,
  breed: 'gold',
  today: '2026-11-22',
  none: null,
  blank: '',
  queen: { born: '2024-05', name: 'Mai', mother: { born: '2022' } },
};

const frames: Operand = { path: 'frames' };
const nowhere: Operand = { path: 'queen.father.born' };
const age: Operand = { yearsFrom: { path: 'queen.born' }, to: { path: 'today' } };

const cases: readonly (readonly [string, Condition, boolean])[] = [
  ['same value', { is: [{ path: 'queen.name' }, { value: 'Mai' }] }, true],
  ['smaller number', { below: [frames, { value: 9 }] }, true],
  ['not smaller than itself', { below: [frames, { value: 8 }] }, false],
  ['later date', { above: [{ path: 'today' }, { path: 'queen.born' }] }, true],
  ['month against its first day', { is: [{ path: 'queen.born' }, { value: '2024-05-01' }] }, true],
  ['one of the codes', { oneOf: [{ path: 'breed' }, ['dark', 'gold']] }, true],
  ['completed years', { is: [age, { value: 2 }] }, true],
  ['whole days', { is: [{ daysFrom: { value: '2026-11-01' }, to: { path: 'today' } }, { value: 21 }] }, true],
  ['words have no size', { below: [{ path: 'breed' }, { value: 'zzz' }] }, false],
  ['a number is no word', { is: [frames, { value: '8' }] }, false],
  ['null is unknown', { unknown: { path: 'none' } }, true],
  ['an empty answer is unknown', { unknown: { path: 'blank' } }, true],
  ['what was answered with nothing', { emptied: 'none' }, true],
  ['what was not answered', { emptied: 'nowhere' }, false],
  ['a path that leads nowhere is unknown', { unknown: nowhere }, true],
  ['what every object inherits is unknown', { unknown: { path: 'queen.constructor' } }, true],
  ['a record is no value', { unknown: { path: 'queen' } }, true],
  ['years from words are unknown', { unknown: { yearsFrom: { path: 'breed' }, to: { path: 'today' } } }, true],
  ['all', { all: [{ is: [frames, frames] }, { unknown: frames }] }, false],
  ['any', { any: [{ is: [frames, frames] }, { unknown: frames }] }, true],
];

test.each(cases)('%s', (_, condition, expected) => {
  expect(holds(condition, scope)).toBe(expected);
});

test('an unknown makes every comparison false, never an error', () => {
  for (const compare of ['is', 'below', 'above'] as const) {
    for (const pair of [
      [nowhere, frames],
      [frames, nowhere],
      [nowhere, nowhere],
    ] as const) {
      const condition: Condition =
        compare === 'is' ? { is: pair } : compare === 'below' ? { below: pair } : { above: pair };
      expect(holds(condition, scope)).toBe(false);
    }
  }
  expect(holds({ oneOf: [nowhere, ['gold']] }, scope)).toBe(false);
});

test('nobody has an age before the birth', () => {
  expect(operandValue({ yearsFrom: { value: '2027' }, to: { path: 'today' } }, scope)).toBeUndefined();
});

test.each([
  [0, '0-4'],
  [4, '0-4'],
  [5, '5-9'],
  [79, '75-79'],
  [80, '80+'],
  [103, '80+'],
])('%d falls into the band %s', (frames, band) => {
  expect(operandValue({ bandOf: { path: 'frames' }, width: 5, last: 80 }, { frames })).toBe(band);
});

test('nothing unknown falls into a band', () => {
  expect(operandValue({ bandOf: nowhere, width: 5, last: 80 }, scope)).toBeUndefined();
});

test('the first of several that is known', () => {
  const first = (scope: Scope) => operandValue({ firstOf: [{ path: 'queen.hatched' }, { path: 'told' }] }, scope);
  expect([first({ queen: { hatched: '2024' }, told: '2025' }), first({ told: '2025' }), first({})]).toEqual([
    '2024',
    '2025',
    undefined,
  ]);
});

test('a record in a scope stands for its id, so a rule reads alike over answers and over records', () => {
  const rule = { is: [{ path: 'one' }, { path: 'other' }] } as const;
  expect(holds(rule, { one: { id: 'h1', name: 'Mai' }, other: 'h1' })).toBe(true);
  expect(holds({ unknown: { path: 'one' } }, { one: { name: 'Mai' } })).toBe(true);
});

test('the length of a text; of what is no text it is unknown', () => {
  const length = (text: Value | undefined) => operandValue({ lengthOf: { path: 'text' } }, { text });
  expect([length('HT4'), length(''), length(5), length(undefined)]).toEqual([3, undefined, undefined, undefined]);
});
