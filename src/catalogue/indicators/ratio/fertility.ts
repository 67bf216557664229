import type { Indicator } from '../../../domain/figure/indicator.ts';
import { fertileBands } from '../../rules/age/age-bands.ts';
import { nationalList, rate } from './quotient.ts';

/* Fertility by the age of the mother. Made for a year; over a shorter period it is that period's and no year's. */

const asfr = (band: string) => `ASFR[${band}]`;

export const fertility: readonly Indicator[] = [
  rate('GFR', { vi: 'Tỷ suất sinh chung', en: 'General fertility rate' }, { of: ['births', 'w15_49_avg'] }),
  ...fertileBands.map(({ key, words }) =>
    rate(
      asfr(key),
      { vi: `Tỷ suất sinh đặc trưng, mẹ ${words} tuổi`, en: `Age-specific fertility rate, ${words}` },
      { of: [`births_by_age[${key}]`, `women_avg[${key}]`] },
    ),
  ),
  {
    key: 'TFR',
    label: { vi: 'Tổng tỷ suất sinh', en: 'Total fertility rate' },
    unit: { vi: 'con/phụ nữ', en: 'children a woman' },
    decimals: 2,
    // Five years in each band; without a woman in one of them there is no total.
    rule: { is: 'sum', of: fertileBands.map(({ key }) => ({ indicator: asfr(key), times: 5 / 1000 })) },
    from: '2022-03-01',
    law: nationalList,
  },
];
