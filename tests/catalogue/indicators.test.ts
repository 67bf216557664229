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

/** What else came about in November 2026: who came, who went, who only changed village. */
const comings: readonly BookRecord[] = [
  record('household', 'far', { number: 1 }, 'w'),
  person('grandfather', { sex: 'male' }),
  record('death', 'd1', { date: '2026-11-05', person: 'grandfather' }),
  person('dead lodger', { residence: 'temporary' }),
  record('death', 'd2', { date: '2026-11-06', person: 'dead lodger' }),
  record('person', 'newcomer', {}),
  record('move_in', 'i1', { date: '2026-11-10', person: 'newcomer', household: 'h', residence: 'usual_present' }),
  record('person', 'seasonal', {}),
  record('move_in', 'i2', { date: '2026-11-10', person: 'seasonal', household: 'h', residence: 'temporary' }),
  person('settler', { residence: 'temporary' }),
  record('change_info', 'c1', { date: '2026-11-12', person: 'settler', field: 'residence', new: 'usual_present' }),
  record('person', 'adopted', {}),
  record('adopt', 'a1', { date: '2026-11-13', person: 'adopted', household: 'h', residence: 'usual_present' }),
  person('leaver', {}),
  record('move_out', 'o1', { date: '2026-11-20', person: 'leaver' }),
  person('ceaser', {}),
  record('change_info', 'c2', { date: '2026-11-21', person: 'ceaser', field: 'residence', new: 'temporary' }),
  record('person', 'forgotten', {}),
  record('review_add', 'r1', {
    date: '2026-11-22',
    person: 'forgotten',
    household: 'h',
    residence: 'usual_present',
    reason: 'missed',
  }),
  person('ghost', {}),
  record('review_remove', 'r2', { date: '2026-11-23', person: 'ghost', reason: 'gone' }),
  person('from far', { household: 'far' }),
  record('move_internal', 'm1', { date: '2026-11-24', person: 'from far', toHousehold: 'h' }),
  person('to far', {}),
  record('move_internal', 'm2', { date: '2026-11-25', person: 'to far', toHousehold: 'far' }),
  person('not yet born', { birthDate: '2026-12-15' }),
];

interface Example {
  /** Subjects behind the number of November 2026. */
  readonly november: readonly string[];
  readonly sinceNewYear: number;
}

const atEnd = [
  'adopted',
  'boy of 30 November',
  'child of unknown sex',
  'father',
  'forgotten',
  'from far',
  'girl of 1 November',
  'mother',
  'newcomer',
  'settler',
  'son of January',
];
const atStart = ['ceaser', 'father', 'ghost', 'grandfather', 'leaver', 'mother', 'son of January', 'to far'];

const examples: { readonly [indicator: string]: Example } = {
  births: { november: ['boy of 30 November', 'child of unknown sex', 'girl of 1 November'], sinceNewYear: 4 },
  births_m: { november: ['boy of 30 November'], sinceNewYear: 2 },
  births_f: { november: ['girl of 1 November'], sinceNewYear: 1 },
  deaths: { november: ['grandfather'], sinceNewYear: 1 },
  move_in: { november: ['adopted', 'newcomer', 'settler'], sinceNewYear: 3 },
  move_out: { november: ['ceaser', 'leaver'], sinceNewYear: 2 },
  review_add: { november: ['forgotten'], sinceNewYear: 1 },
  review_remove: { november: ['ghost'], sinceNewYear: 1 },
  internal_in: { november: ['from far'], sinceNewYear: 1 },
  internal_out: { november: ['to far'], sinceNewYear: 1 },
  pop_end: { november: atEnd, sinceNewYear: atEnd.length },
  pop_start: { november: atStart, sinceNewYear: atStart.length - 1 },
};

test('every indicator has its example, and no example is left over', () => {
  expect(Object.keys(examples).toSorted()).toEqual(catalogue.indicators.map(({ key }) => key).toSorted());
});

test.each(catalogue.indicators.map((indicator) => [indicator.key, indicator] as const))('%s', (key, indicator) => {
  const november = readPeriod('2026-11');
  if (!november.ok) throw new Error(november.error);
  const book = bookOf([...village, ...comings], catalogue);
  const { value, cases } = evaluate(indicator, book, november.value, new Set(['v']));
  expect(cases.map(({ subject }) => subject).toSorted()).toEqual(examples[key]?.november);
  expect(value).toBe(cases.length);
  expect(evaluate(indicator, book, sinceNewYear(november.value), new Set(['v'])).value).toBe(
    examples[key]?.sinceNewYear,
  );
});
