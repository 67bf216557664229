import { expect, test } from 'vitest';
import { method } from '../../src/catalogue/codes/care/method.ts';
import { catalogue } from '../../src/catalogue/index.ts';
import type { BookRecord } from '../../src/domain/book/book.ts';
import { readPeriod, sinceNewYear } from '../../src/domain/calendar/period.ts';
import { evaluate } from '../../src/domain/indicator.ts';
import { bookOf, record } from '../domain/beehive.ts';
import { alwaysHere, newHere, november, person } from './november.ts';

/*
 * One small village in 2026, told once. Each indicator names by hand who stands behind its number: whoever adds an
 * indicator adds her example here.
 */

const born = (id: string, date: string, sex: string, residence = 'usual_present'): readonly BookRecord[] => [
  record('person', id, { sex, birthDate: date }),
  record('birth', `birth of ${id}`, { date, child: id, household: 'h', residence, order: 1 }),
];

const village: readonly BookRecord[] = [
  record('household', 'h', { number: 1, kind: 'family' }, 'v'),
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
  ...alwaysHere,
  ...newHere,
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
].toSorted();
const atStart = [
  ...alwaysHere,
  'ceaser',
  'father',
  'ghost',
  'grandfather',
  'leaver',
  'mother',
  'son of January',
  'to far',
  'user who left',
].toSorted();
const men = [
  'bachelor',
  'boy of 30 November',
  'divorced husband',
  'father',
  'groom of 19',
  'monk',
  'of 46',
  'other twin',
  'second child',
  'seen in March',
  'son of January',
];
/** Of whom nobody wrote the sex down. */
const unsexed = ['adopted', 'child of unknown sex', 'forgotten', 'newcomer'];
const fertile = [
  'bride from outside',
  'bride of 17',
  'divorced wife',
  'mother of 18',
  'newly pregnant',
  'pregnant again',
  'single woman',
  'who began',
  'who stopped',
  'who switched',
];
const wives = fertile.filter((one) => !['divorced wife', 'mother of 18', 'single woman'].includes(one));

/** In November and in no other month of the year. */
const only = (...subjects: readonly string[]): Example => ({ november: subjects, sinceNewYear: subjects.length });
const nobody = only();

/** Of eight methods most are used by nobody. */
function forEachMethod(key: string, users: { readonly [method: string]: readonly string[] }) {
  return Object.fromEntries(method.codes.map((code) => [`${key}[${code.key}]`, only(...(users[code.key] ?? []))]));
}

const examples: { readonly [indicator: string]: Example } = {
  hh_total: only('h', 'pagoda'),
  hh_family: only('h'),
  pop_end: only(...atEnd),
  pop_m_end: only(...men),
  pop_f_end: only(...atEnd.filter((one) => !men.includes(one) && !unsexed.includes(one))),
  pop_start: { november: atStart, sinceNewYear: atStart.length - 1 },
  w15_49_end: only(...fertile),
  mwra_end: only(...wives),
  births: {
    november: [
      'boy of 30 November',
      'child of unknown sex',
      'girl of 1 November',
      'other twin',
      'second child',
      'third child',
      'twin',
    ],
    sinceNewYear: 8,
  },
  births_m: { november: ['boy of 30 November', 'other twin', 'second child'], sinceNewYear: 4 },
  births_f: only('girl of 1 November', 'third child', 'twin'),
  births_2: only('second child', 'twin'),
  births_3plus: only('third child'),
  births_u20: only('second child'),
  deaths: only('grandfather'),
  married_persons: only('bachelor', 'bride of 17', 'groom of 19'),
  marriages: only('bachelor', 'bride of 17'),
  tao_hon: only('bride of 17', 'groom of 19'),
  can_huyet: only('bride of 17', 'groom of 19'),
  premarital_couples: only('bride of 17'),
  divorced_persons: only('divorced husband', 'divorced wife'),
  move_in: only('adopted', 'bride from outside', 'newcomer', 'settler'),
  move_out: only('ceaser', 'leaver', 'user who left'),
  review_add: only('forgotten'),
  review_remove: only('ghost'),
  internal_in: only('from far'),
  internal_out: only('to far'),
  users_end: only('who began', 'who switched'),
  users_modern_end: only('who began', 'who switched'),
  ...forEachMethod('users_end', { condom: ['who switched'], pill: ['who began'] }),
  new_users: only('who began', 'who switched'),
  ...forEachMethod('new_users', { condom: ['who switched'], pill: ['who began'] }),
  stop_users: only('who stopped', 'who switched'),
  ...forEachMethod('stop_users', { iud: ['who switched'], pill: ['who stopped'] }),
  ...forEachMethod('users_start', { iud: ['user who left', 'who switched'], pill: ['who stopped'] }),
  ...forEachMethod('new_users_temporary', { pill: ['lodging wife'] }),
  ...forEachMethod('nameless', { condom: ['untold method'] }),
  nameless_pregnancy: only('untold'),
  nameless_miscarriage: nobody,
  nameless_abortion: nobody,
  pregnant: { november: ['newly pregnant'], sinceNewYear: 2 },
  slts: { november: ['pregnant again'], sinceNewYear: 2 },
  slts_full: only('pregnant again'),
  slss: only('other twin', 'twin'),
  slss_full: only('twin'),
  pop60_end: only('grandmother', 'seen in March'),
  elder_checked: { november: ['grandmother'], sinceNewYear: 2 },
};

/** Of November: the value and its two parts. 26 people lived here at the start and 33 at the end. */
const rates: { readonly [indicator: string]: readonly [value: number | null, numerator: number, denominator: number] } =
  {
    CBR: [(7 / 29.5) * 1000, 7, 29.5],
    CDR: [(1 / 29.5) * 1000, 1, 29.5],
    NIR: [(6 / 29.5) * 1000, 6, 29.5],
    SRB: [100, 3, 3],
    sex_ratio: [(11 / 18) * 100, 11, 18],
    share3: [100 / 7, 1, 7],
    CPR: [200 / 7, 2, 7],
    mCPR: [200 / 7, 2, 7],
    mCPR_all_women: [20, 2, 10],
    premarital_rate: [50, 1, 2],
    elder_check_rate: [100, 2, 2],
    SLTS_rate: [100, 2, 2],
    SLSS_rate: [25, 2, 8],
  };
const sums: { readonly [indicator: string]: number } = {
  pop_avg: 29.5,
  natural_increase: 6,
  ...Object.fromEntries(method.codes.map(({ key }) => [`users_other[${key}]`, key === 'iud' ? -1 : 0])),
};

const month = readPeriod('2026-11');
if (!month.ok) throw new Error(month.error);
const days = month.value;
const book = bookOf([...village, ...comings, ...november], catalogue);
const here = new Set(['v']);
const ofKind = (is: string) =>
  catalogue.indicators.filter(({ rule }) => rule.is === is).map((one) => [one.key, one] as const);

test('every indicator has its example, and no example is left over', () => {
  const told = [...Object.keys(examples), ...Object.keys(rates), ...Object.keys(sums)];
  expect(told.toSorted()).toEqual(catalogue.indicators.map(({ key }) => key).toSorted());
});

test.each([...ofKind('flow'), ...ofKind('stock')])('%s', (key, indicator) => {
  const { value, cases } = evaluate(indicator, book, days, here);
  expect(cases.map(({ subject }) => subject).toSorted()).toEqual(examples[key]?.november);
  expect(value).toBe(cases.length);
  expect(evaluate(indicator, book, sinceNewYear(days), here).value).toBe(examples[key]?.sinceNewYear);
});

test.each(ofKind('sum'))('%s', (key, indicator) => {
  expect(evaluate(indicator, book, days, here).value).toBe(sums[key]);
});

test.each(ofKind('ratio'))('%s', (key, indicator) => {
  const { value, parts } = evaluate(indicator, book, days, here);
  const [expected, numerator, denominator] = rates[key] ?? [];
  expect([parts?.numerator.value, parts?.denominator.value]).toEqual([numerator, denominator]);
  expect(value).toBeCloseTo(expected ?? Number.NaN);
  expect(evaluate(indicator, bookOf([], catalogue), days, here).value).toBeNull();
});

test('who used a method and was lost to the commune otherwise is the case of the other change', () => {
  const other = catalogue.indicators.find(({ key }) => key === 'users_other[iud]');
  const { cases } = other === undefined ? { cases: [] } : evaluate(other, book, days, here);
  expect(cases.map(({ subject }) => subject)).toEqual(['user who left']);
});
