import { describe, expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { upperForms } from '../../../src/catalogue/reports/upper-forms.ts';
import { readPeriod } from '../../../src/domain/calendar/period.ts';
import { type FrozenFigure, readFigures, writeFigures } from '../../../src/domain/figure/closing/frozen-figures.ts';
import { isAdditive, sumReports } from '../../../src/domain/figure/closing/sum-reports.ts';
import { indicatorOf } from '../../../src/domain/figure/indicator.ts';
import { formFor } from '../../../src/domain/figure/report.ts';
import { createRegister } from '../../../src/register/register.ts';
import { demoCommune, makeSample } from '../../../src/sample/sample.ts';
import { mergeOp } from '../../../src/sync/records/merge.ts';
import type { RecordState } from '../../../src/sync/records/record-state.ts';

/*
 * Three villages of the invented commune hand in like three communes. Taken together they must come to what the commune
 * itself comes to, counted from its book: counts and every rate.
 */

const today = '2026-11-22';
const author = { device: 'mau00001', user: 'umau', writtenAt: Date.UTC(2026, 10, 20) };
const { indicators } = catalogue;
const find = (key: string) => indicatorOf(indicators, key);

function openSample() {
  const sample = makeSample({ ...demoCommune, ...author, today });
  const states = new Map<string, RecordState>();
  for (const op of sample.ops) states.set(op.id, mergeOp(states.get(op.id), op, op.at));
  const register = createRegister({ catalogue, units: sample.units, today: () => today });
  register.apply([...states.values()].map((state) => ({ state, standing: 'confirmed' })));
  return { register, commune: sample.commune.id, villages: sample.villages.map(({ id }) => id) };
}

const { register, commune, villages } = openSample();

/** As frozen facts tell it. */
function handedIn(text: string, place: string): readonly FrozenFigure[] {
  const { own } = formsOf(text);
  return readFigures(writeFigures(register.report(own.code, text, place)).map((line) => [...line]));
}

function formsOf(text: string) {
  const period = readPeriod(text);
  const [upper, own] = period.ok ? [formFor(upperForms, period.value), formFor(catalogue.reports, period.value)] : [];
  if (upper === undefined || own === undefined) throw new Error(`no form for ${text}`);
  return { upper, own };
}

/** What is counted at both ends of the way, or once for several villages, is another thing above. */
const notSummed = ['internal_in', 'internal_out', 'ctv_count'];

describe.each([
  ['2026-Q2', '2025-Q2', '01-DSH'],
  ['2026-Q3', '2025-Q3', '01-DSH'],
  ['2025', '2024', '02-DSH'],
])('%s', (text, lastYear, code) => {
  const { upper } = formsOf(text);
  const reports = {
    now: villages.map((place) => handedIn(text, place)),
    lastYear: villages.map((place) => handedIn(lastYear, place)),
  };

  test('has the form of the level above, with the rows of the communes', () => {
    expect(upper.code).toBe(code);
    expect(upper.rows).toEqual(formsOf(text).own.rows);
  });

  test('counts are sums and rates are worked out anew: both are what the whole book comes to', () => {
    const whole = new Map(handedIn(text, commune).map((figure) => [figure.key, figure]));
    for (const { key, value } of sumReports(upper, indicators, reports)) {
      if (notSummed.includes(key)) continue;
      const expected = whole.get(key)?.value ?? null;
      expect([key, value === null ? null : value.toFixed(9)]).toEqual([
        key,
        expected === null ? null : expected.toFixed(9),
      ]);
    }
  });

  test('a commune that lacks last year leaves a change unknown, and no other number', () => {
    const sums = sumReports(upper, indicators, { now: reports.now });
    const changes = sums.filter(({ key }) => find(key).rule.is === 'change');
    expect(changes.map(({ value }) => value)).toEqual(changes.map(() => null));
    expect(changes.length).toBeGreaterThan(0);
    const others = (figures: readonly FrozenFigure[]) => figures.filter(({ key }) => find(key).rule.is !== 'change');
    expect(others(sums)).toEqual(others(sumReports(upper, indicators, reports)));
  });
});

test('a mean of the communes is not the rate of all', () => {
  const now = [report('births_m', 3, 'births_f', 1), report('births_m', 50, 'births_f', 50)];
  const sums = sumReports(formsOf('2026-Q2').upper, indicators, { now });
  // (300 + 100) / 2 would be 200.
  expect(sums.find(({ key }) => key === 'SRB')?.value).toBeCloseTo((53 / 51) * 100, 9);
  expect(sums.find(({ key }) => key === 'SRB')?.parts).toEqual({ numerator: 53, denominator: 51 });
});

/** Two counts and the ratio of them, as a commune handed them in. */
function report(key: string, numerator: number, below: string, denominator: number): readonly FrozenFigure[] {
  const count = (of: string, value: number) => ({ row: of, key: of, value, cumulative: value });
  const ratio = { row: 'SRB', key: 'SRB', value: (numerator / denominator) * 100, cumulative: null };
  return [count(key, numerator), count(below, denominator), { ...ratio, parts: { numerator, denominator } }];
}

test('a row that one commune did not have yet is no sum of the others', () => {
  const [one, other] = [report('births_m', 3, 'births_f', 1), report('births_m', 5, 'births_f', 5).slice(1)];
  const sums = sumReports(formsOf('2026-Q2').upper, indicators, { now: [one ?? [], other ?? []] });
  expect(sums.find(({ key }) => key === 'births_m')?.value).toBeNull();
  expect(sums.find(({ key }) => key === 'births_f')?.value).toBe(6);
});

test('nobody has handed in: no number, and no nought', () => {
  const sums = sumReports(formsOf('2026-Q2').upper, indicators, { now: [] });
  expect(new Set(sums.map(({ value }) => value))).toEqual(new Set([null]));
});

test('whatever is divided on an upper form is divided by what adds up', () => {
  for (const form of upperForms) {
    for (const { indicator } of form.rows) {
      const { rule } = find(indicator);
      if (rule.is !== 'ratio') continue;
      expect([indicator, isAdditive(rule.numerator, find), isAdditive(rule.denominator, find)]).toEqual([
        indicator,
        true,
        true,
      ]);
    }
  }
});
