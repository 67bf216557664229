import { expect, test } from 'vitest';
import { readPeriod } from '../../src/domain/calendar/period.ts';
import { evaluate, indicatorOf } from '../../src/domain/figure/indicator.ts';
import { formInForce, indicatorOfRow, makeReport, withEveryNumber } from '../../src/domain/figure/report.ts';
import { bees, bookOf, record } from './beehive.ts';

const [form] = bees.reports;
const place = { id: 'p', name: 'Vườn nhà' };

function periodOf(text: string) {
  const period = readPeriod(text);
  if (!period.ok) throw new Error(text);
  return period.value;
}

test('a form arranges numbers: the month, since 1 January, and how many still wait', () => {
  if (form === undefined) throw new Error('no form');
  const book = bookOf([
    record('hive', 'y1', { name: 'Một', breed: 'gold' }, 'p'),
    record('hive', 'y2', { name: 'Hai', breed: 'dark' }, 'p'),
    record('swarm', 's1', { date: '2026-02-01', young: 'y1' }),
    record('swarm', 's2', { date: '2026-05-01', young: 'y2' }),
  ]);
  const table = makeReport(form, periodOf('2026-05'), place, {
    indicator: (key) => indicatorOf(bees.indicators, key),
    evaluate: (indicator, days) => evaluate(indicator, book, days, new Set(['p'])),
    countWaiting: ({ cases }) => cases.filter((one) => one.record === 's2').length,
  });
  expect([table.form, table.formSet, table.period, table.place, table.placeName]).toEqual([
    'BEES',
    'bees',
    '2026-05',
    'p',
    'Vườn nhà',
  ]);
  const figures = [...table.above, ...table.rows].map((one) => [one.row, one.value, one.cumulative, one.waiting]);
  expect(figures).toEqual([
    ['hives', 2, 2, 0],
    ['1', 1, 2, 1],
    ['1a', 0, 50, 0],
  ]);
  expect(table.rows[1]).toMatchObject({
    key: 'gold_share',
    label: { vi: 'Tỷ lệ ong vàng' },
    isLegal: false,
    indent: 1,
  });
});

test('a row opens its indicator by number, a figure above the form or a part of a ratio by its key', () => {
  if (form === undefined) throw new Error('no form');
  const keyOf = (row: string) => indicatorOfRow(form, row, bees.indicators)?.key;
  expect([keyOf('1a'), keyOf('hives'), keyOf('7')]).toEqual(['gold_share', 'hives', undefined]);
});

test('a form is in force from its first day to its last', () => {
  const inForce = ['2019-12', '2020-01', '2026-06', '2026-07'].map(
    (text) => formInForce(bees.reports, 'BEES', periodOf(text)) !== undefined,
  );
  expect(inForce).toEqual([false, true, true, false]);
  expect(formInForce(bees.reports, 'HONEY', periodOf('2026-05'))).toBeUndefined();
});

test('whoever reads all finds every other number behind the rows, unprinted', () => {
  if (form === undefined) throw new Error('no form');
  const { rows } = withEveryNumber(form, bees.indicators);
  expect(rows.slice(0, 2)).toEqual(form.rows);
  expect(rows.map(({ indicator }) => indicator).toSorted()).toEqual(
    bees.indicators
      .map(({ key }) => key)
      .filter((key) => key !== 'hives')
      .toSorted(),
  );
  expect(rows.slice(2).some(({ isLegal }) => isLegal)).toBe(false);
});

test('a review over some other span has a title of its own; a number that chance rules, and why one is high, are said', () => {
  if (form === undefined) throw new Error('no form');
  const review = {
    ...form,
    spanTitle: { vi: 'Sơ kết' },
    rows: [{ number: '1a', indicator: 'gold_share', indent: 0, isLegal: true }],
  };
  const book = bookOf([
    record('hive', 'y1', { name: 'Một', breed: 'gold' }, 'p'),
    record('swarm', 's1', { date: '2026-02-01', young: 'y1' }),
    record('swarm', 's2', { date: '2026-05-01', young: 'y1' }),
  ]);
  const cautious = {
    ...indicatorOf(bees.indicators, 'gold_share'),
    small: { of: 'swarms', below: 2 },
    remark: { above: 99, words: { vi: 'Vì chỉ có ong vàng' } },
  };
  const table = makeReport(review, periodOf('2026-05..2026-06'), place, {
    indicator: (key) => (key === 'gold_share' ? cautious : indicatorOf(bees.indicators, key)),
    evaluate: (indicator, days) => evaluate(indicator, book, days, new Set(['p'])),
    countWaiting: () => 0,
  });
  expect(table.title).toEqual({ vi: 'Sơ kết' });
  expect(table.rows).toMatchObject([
    { value: 100, isSmall: { value: true, cumulative: false }, remark: { vi: 'Vì chỉ có ong vàng' } },
  ]);
});
