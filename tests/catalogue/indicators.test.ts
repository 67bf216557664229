import { expect, test } from 'vitest';
import { catalogue } from '../../src/catalogue/index.ts';
import type { BookRecord } from '../../src/domain/book/book.ts';
import { readPeriod, sinceNewYear } from '../../src/domain/calendar/period.ts';
import { evaluate } from '../../src/domain/figure/indicator.ts';
import type { Fields } from '../../src/domain/value.ts';
import { bookOf, record } from '../domain/beehive.ts';
import { examples, rates, sums } from './examples.ts';
import { november, person } from './november.ts';

/*
 * One small village in 2026, told once. Each indicator names by hand who stands behind its number: whoever adds an
 * indicator adds her example to examples.ts.
 */

const born = (id: string, date: string, sex: string, told: Fields = {}): readonly BookRecord[] => [
  record('person', id, { sex, birthDate: date }),
  record('birth', `birth of ${id}`, {
    date,
    child: id,
    household: 'h',
    residence: 'usual_present',
    order: 1,
    ...told,
  }),
];

const village: readonly BookRecord[] = [
  record('household', 'h', { number: 1, kind: 'family' }, 'v'),
  person('mother', {}),
  person('father', { sex: 'male', residence: 'usual_absent' }),
  person('lodger', { residence: 'temporary' }),
  person('moved', { status: 'left' }),
  person('buried', { status: 'dead' }),
  ...born('son of January', '2026-01-31', 'male'),
  ...born('girl of 1 November', '2026-11-01', 'female', { motherName: 'Hà Thị Mơ', motherBirthDate: '2008' }),
  ...born('boy of 30 November', '2026-11-30', 'male'),
  ...born("lodger's girl", '2026-11-15', 'female', { residence: 'temporary' }),
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

/** Last year's November, so that this one has something to be compared with: they moved on in December. */
const before: readonly BookRecord[] = ['male', 'male', 'female'].flatMap((sex, index) => [
  ...born(`child ${index} of 2025`, '2025-11-10', sex),
  record('move_out', `child ${index} goes`, { date: '2025-12-20', person: `child ${index} of 2025` }),
]);

const term = (id: string, fields: Fields) => record('collaborator', id, { fullName: id, ...fields }, 'v');
const collaborators: readonly BookRecord[] = [
  term('Lan', { since: '2024-01-01' }),
  term('Mai, to the last day', { since: '2020-05-01', until: '2026-11-30' }),
  term('Hoa, until October', { since: '2020-05-01', until: '2026-10-31' }),
  term('Sen, from December', { since: '2026-12-01' }),
];

const month = readPeriod('2026-11');
if (!month.ok) throw new Error(month.error);
const days = month.value;
const book = bookOf([...village, ...comings, ...november, ...before, ...collaborators], catalogue);
const here = new Set(['v']);
const ofKind = (is: string) =>
  catalogue.indicators.filter(({ rule }) => rule.is === is).map((one) => [one.key, one] as const);

test('every indicator has its example, and no example is left over', () => {
  const told = [...Object.keys(examples), ...Object.keys(rates), ...Object.keys(sums)];
  expect(told.toSorted()).toEqual(catalogue.indicators.map(({ key }) => key).toSorted());
});

test.each([...ofKind('flow'), ...ofKind('stock'), ...ofKind('part')])('%s', (key, indicator) => {
  const { value, cases } = evaluate(indicator, book, days, here);
  expect(cases.map(({ subject }) => subject).toSorted()).toEqual(examples[key]?.november);
  expect(value).toBe(cases.length);
  expect(evaluate(indicator, book, sinceNewYear(days), here).value).toBe(examples[key]?.sinceNewYear);
});

test.each([...ofKind('sum'), ...ofKind('change')])('%s', (key, indicator) => {
  const expected = sums[key];
  const { value } = evaluate(indicator, book, days, here);
  if (typeof expected === 'number') expect(value).toBeCloseTo(expected);
  else expect(value).toBe(expected);
});

test.each(ofKind('ratio'))('%s', (key, indicator) => {
  const { value, parts } = evaluate(indicator, book, days, here);
  const [expected, numerator, denominator] = rates[key] ?? [];
  expect([parts?.numerator.value, parts?.denominator.value]).toEqual([numerator, denominator]);
  if (denominator === 0) expect([value, expected]).toEqual([null, null]);
  else expect(value).toBeCloseTo(expected ?? Number.NaN);
  expect(evaluate(indicator, bookOf([], catalogue), days, here).value).toBeNull();
});

test('who used a method and was lost to the commune otherwise is the case of the other change', () => {
  const other = catalogue.indicators.find(({ key }) => key === 'users_other[iud]');
  const { cases } = other === undefined ? { cases: [] } : evaluate(other, book, days, here);
  expect(cases.map(({ subject }) => subject)).toEqual(['user who left']);
});
