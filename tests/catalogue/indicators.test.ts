import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import type { BookRecord } from '../../src/domain/book/book.ts';
import { readPeriod, sinceNewYear } from '../../src/domain/calendar/period.ts';
import { evaluate } from '../../src/domain/indicator.ts';
import type { Fields } from '../../src/domain/value.ts';
import { bookOf, record } from '../domain/beehive.ts';

/*
 * One small village in 2026, told once. Each indicator names by hand who stands behind its number: whoever adds an
 * indicator adds her example here.
 */

const person = (id: string, fields: Fields): BookRecord =>
  record('person', id, { household: 'h', sex: 'female', residence: 'usual_present', status: 'active', ...fields });

const born = (id: string, date: string, sex: string, residence = 'usual_present'): readonly BookRecord[] => [
  record('person', id, { sex, birthDate: date }),
  record('birth', `birth of ${id}`, { date, child: id, household: 'h', residence, order: 1 }),
];

const village: readonly BookRecord[] = [
  record('household', 'h', { number: 1 }, 'v'),
  person('mother', {}),
  person('father', { sex: 'male', residence: 'usual_absent' }),
  person('lodger', { residence: 'temporary' }),
  person('moved', { status: 'left' }),
  person('buried', { status: 'dead' }),
  ...born('son of January', '2026-01-31', 'male'),
  ...born('girl of 1 November', '2026-11-01', 'female'),
  ...born('boy of 30 November', '2026-11-30', 'male'),
  ...born("lodger's girl", '2026-11-15', 'female', 'temporary'),
  ...born('child of unknown sex', '2026-11-20', ''),
  ...born('girl of December', '2026-12-01', 'female'),
];

interface Example {
  /** Subjects behind the number of November 2026. */
  readonly november: readonly string[];
  readonly sinceNewYear: number;
}

const atEnd = [
  'boy of 30 November',
  'child of unknown sex',
  'father',
  'girl of 1 November',
  'mother',
  'son of January',
];

const examples: { readonly [indicator: string]: Example } = {
  births: { november: ['boy of 30 November', 'child of unknown sex', 'girl of 1 November'], sinceNewYear: 4 },
  births_m: { november: ['boy of 30 November'], sinceNewYear: 2 },
  births_f: { november: ['girl of 1 November'], sinceNewYear: 1 },
  pop_end: { november: atEnd, sinceNewYear: 6 },
  pop_start: { november: ['father', 'mother', 'son of January'], sinceNewYear: 2 },
};

test('every indicator has its example, and no example is left over', () => {
  expect(Object.keys(examples).toSorted()).toEqual(catalogue.indicators.map(({ key }) => key).toSorted());
});

test.each(catalogue.indicators.map((indicator) => [indicator.key, indicator] as const))('%s', (key, indicator) => {
  const november = readPeriod('2026-11');
  if (!november.ok) throw new Error(november.error);
  const book = bookOf(village, catalogue);
  const { value, cases } = evaluate(indicator, book, november.value, new Set(['v']));
  expect(cases.map(({ subject }) => subject).toSorted()).toEqual(examples[key]?.november);
  expect(value).toBe(cases.length);
  expect(evaluate(indicator, book, sinceNewYear(november.value), new Set(['v'])).value).toBe(
    examples[key]?.sinceNewYear,
  );
});
