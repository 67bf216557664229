import { expect, test } from 'vitest';
import { catalogue } from '../../../src/catalogue/index.ts';
import { tt01Choices } from '../../../src/catalogue/indicators/choices.ts';
import { makeIndicators } from '../../../src/catalogue/indicators/index.ts';
import type { Indicator } from '../../../src/domain/figure/indicator.ts';
import { createRegister } from '../../../src/register/register.ts';
import { birth, hoaFamily, units } from '../tale.ts';

/*
 * A ministry tells from 2027 on otherwise who is a third child, and brings a form with another row: by data with a day. The
 * months before keep what they said.
 */

const key = 'births_3plus';
const [before, since] = [{ to: '2026-12-31' }, { from: '2027-01-01' }];
const only = (indicators: readonly Indicator[]) => indicators.filter((one) => one.key === key);
const indicators = [
  ...catalogue.indicators.filter((one) => one.key !== key),
  ...only(catalogue.indicators).map((one) => ({ ...one, ...before })),
  ...only(makeIndicators({ ...tt01Choices, sparesTwins: false })).map((one) => ({ ...one, ...since })),
];
const reports = catalogue.reports.flatMap((form) => {
  if (form.code !== '01-DSX') return [form];
  const rows = form.rows.map((row) => (row.indicator === key ? { ...row, number: '4đ' } : row));
  return [
    { ...form, ...before },
    { ...form, ...since, formSet: 'TT09-2026', rows },
  ];
});
const register = createRegister({ catalogue: { ...catalogue, indicators, reports }, units, today: () => '2027-03-22' });
const twins = (id: string, date: string) =>
  [2, 3].flatMap((order) =>
    birth(`${id}${order}`, { date, mother: 'p2', fullName: 'An', multiple: true, firstOrder: 2, order }),
  );
register.apply([...hoaFamily, ...twins('a', '2026-11-20'), ...twins('b', '2027-02-10')]);

const third = (code: string, period: string) => {
  const table = register.report(code, period, 'u-c');
  const { row = '', value, cumulative } = table.rows.find((one) => one.key === key) ?? {};
  return [table.formSet, row, value, cumulative, register.cases(code, row, period, 'u-c').length];
};

test('a definition and a form go by the last day of the period, value and cases alike', () => {
  expect(third('01-DSX', '2026-11')).toEqual(['TT01-2022', '4d', 0, 0, 0]);
  expect(third('01-DSX', '2027-02')).toEqual(['TT09-2026', '4đ', 1, 1, 1]);
  expect(third('03-DSX', '2026')).toEqual(['TT01-2022', '4d', 0, 0, 0]);
  expect(third('03-DSX', '2027')).toEqual(['TT01-2022', '4d', 1, 1, 1]);
});

test('the share made of it follows, and every number stands once', () => {
  const all = register.wholeReport('01-DSX', '2027-02', 'u-c');
  expect(all.rows.find((one) => one.key === 'share3')?.value).toBe(50);
  expect(all.rows.filter((one) => one.key === key)).toHaveLength(1);
});
