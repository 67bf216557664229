import { expect, test } from 'vitest';
import { type Period, readPeriod } from '../../src/domain/calendar/period.ts';
import { report as en } from '../../src/i18n/en/report.ts';
import { report as vi } from '../../src/i18n/vi/report.ts';
import { kindOf, namePeriod, periodOn, sinceJanuary, stepTo } from '../../src/ui/words/period-steps.ts';

function periodOf(text: string): Period {
  const period = readPeriod(text);
  if (!period.ok) throw new Error(text);
  return period.value;
}

test.each([
  ['2026-11', 'month', 'Tháng 11/2026', '11/2026', '2026-10', '2026-12'],
  ['2026-01', 'month', 'Tháng 01/2026', '01/2026', '2025-12', '2026-02'],
  ['2026-Q1', 'quarter', 'Quý 1/2026', 'Quarter 1/2026', '2025-Q4', '2026-Q2'],
  ['2026-Q3', 'quarter', 'Quý 3/2026', 'Quarter 3/2026', '2026-Q2', '2026-Q4'],
  ['2026-01..2026-06', 6, '6 tháng đầu năm 2026', 'First 6 months of 2026', '2025-01..2025-06', '2027-01..2027-06'],
  ['2026-01..2026-11', 11, '11 tháng đầu năm 2026', 'First 11 months of 2026', '2025-01..2025-11', '2027-01..2027-11'],
  ['2026', 'year', 'Năm 2026', 'Year 2026', '2025', '2027'],
  [
    '2026-02..2026-06',
    undefined,
    'Từ 01/02/2026 đến 30/06/2026',
    'From 01/02/2026 to 30/06/2026',
    undefined,
    undefined,
  ],
] as const)('%s is chosen, called and left by its kind', (text, kind, vietnamese, english, before, after) => {
  const period = periodOf(text);
  expect(kindOf(period)).toBe(kind);
  expect([namePeriod(period, vi.period), namePeriod(period, en.period)]).toEqual([vietnamese, english]);
  expect([stepTo(period, -1)?.text, stepTo(period, 1)?.text]).toEqual([before, after]);
});

test('a day lies in a period of each kind', () => {
  const kinds = ['month', 'quarter', 6, 9, 11, 'year'] as const;
  expect(kinds.map((kind) => periodOn(kind, '2026-08-14'))).toEqual([
    '2026-08',
    '2026-Q3',
    '2026-01..2026-06',
    '2026-01..2026-09',
    '2026-01..2026-11',
    '2026',
  ]);
});

test('what counts from January has an address of its own', () => {
  expect(sinceJanuary(periodOf('2026-Q2'))).toBe('2026-01..2026-06');
  expect(sinceJanuary(periodOf('2026-03-05..2026-04-10'))).toBe('2026-01..2026-04-10');
});
