import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import { tt01Choices } from '../../src/catalogue/indicators/choices.ts';
import { makeIndicators } from '../../src/catalogue/indicators/index.ts';
import { evaluate, indicatorOf } from '../../src/domain/figure/indicator.ts';
import { bookOf } from '../domain/beehive.ts';
import { november, person } from './november.ts';

/* Where the law leaves a choice, a province may make another one: the same November under both. */

const days = { first: '2026-11-01', last: '2026-11-30' };
const households = [{ kind: 'household', id: 'h', place: 'v', fields: { kind: 'family' }, written: [0, 0] as const }];

function subjects(key: string, choices: Partial<typeof tt01Choices>): readonly string[] {
  const indicators = makeIndicators({ ...tt01Choices, ...choices });
  const book = bookOf([...households, person('mother', {}), ...november], { ...catalogue, indicators });
  const { cases } = evaluate(indicatorOf(indicators, key), book, days, new Set(['v']));
  return cases.map(({ subject }) => subject).toSorted();
}

test('a switch is new and a stop by default; where it is not, it is neither', () => {
  expect(subjects('new_users', {})).toEqual(['who began', 'who switched']);
  expect(subjects('stop_users', {})).toEqual(['who stopped', 'who switched']);
  expect(subjects('new_users', { countsSwitches: false })).toEqual(['who began']);
  expect(subjects('stop_users', { countsSwitches: false })).toEqual(['who stopped']);
  expect(subjects('users_end[condom]', { countsSwitches: false })).toEqual(['who switched']);
});

test('the twin of a second child is no third child by default', () => {
  expect(subjects('births_3plus', {})).toEqual(['third child']);
  expect(subjects('births_3plus', { sparesTwins: false })).toEqual(['other twin', 'third child']);
});

test('what screens are divided by is chosen', () => {
  const denominator = (key: string, choices: Partial<typeof tt01Choices>) => {
    const { rule } = indicatorOf(makeIndicators({ ...tt01Choices, ...choices }), key);
    return rule.is === 'ratio' ? rule.denominator : '';
  };
  expect([denominator('SLTS_rate', {}), denominator('SLSS_rate', {})]).toEqual(['pregnant', 'births']);
  expect(denominator('SLTS_rate', { mothersOver: 'births' })).toBe('births');
});
