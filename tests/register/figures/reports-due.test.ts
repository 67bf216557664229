import { expect, test } from 'vitest';
import type { Closing } from '../../../src/domain/figure/closing/closing.ts';
import { reportsDue } from '../../../src/register/figures/due/reports-due.ts';
import { hoaFamily, openRegister } from '../tale.ts';

/* What the officer of a commune still owes, on 10 October 2026. */

const { folk } = openRegister(hoaFamily);
const closing = (period: string, form = '01-DSX'): Closing => ({
  ...{ id: `${form} ${period}`, form, period, place: 'u-c', version: 1, isLatest: true, date: '2026-09-01' },
  ...{ author: 'Lan', standing: 'confirmed', state: 'submitted', hash: '' },
  doubts: { slips: 0, waiting: 0, drafts: 0, disagreements: 0, incomplete: 0, failed: 0, odd: 0, goods: 0 },
});
const due = (...closings: readonly Closing[]) =>
  reportsDue(folk, closings, '2026-10-10').map(({ form, period, deadline }) => [form, period, deadline]);

test('of a book that never handed in anything: the last period of each kind', () => {
  expect(due()).toEqual([
    ['03-DSX', '2025', '2026-01-09'],
    ['01-DSX', '2026-09', '2026-10-07'],
    ['02-DSX', '2026-Q3', '2026-10-07'],
  ]);
});

test('a month that was left out is owed until it is sent, also when later ones were', () => {
  const rest = [closing('2025', '03-DSX'), closing('2026-Q3', '02-DSX')];
  expect(due(...rest, closing('2026-06'), closing('2026-08'))).toEqual([
    ['01-DSX', '2026-07', '2026-08-07'],
    ['01-DSX', '2026-09', '2026-10-07'],
  ]);
  expect(due(...rest, closing('2026-09'), closing('2026-08'), closing('2026-07'))).toEqual([]);
});

test('nobody is asked for more than a year of months', () => {
  expect(due(closing('2020-01')).filter(([form]) => form === '01-DSX')).toHaveLength(12);
});
