import type { Indicator } from '../../../domain/figure/indicator.ts';
import type { Words } from '../../../domain/words.ts';
import { nationalList, percent, rate, share } from './quotient.ts';

/* How a population changes, and how fast. */

const plain = { from: '2022-03-01', law: nationalList } as const;
const people: Words = { vi: 'người', en: 'people' };

function balance(key: string, label: Words, of: readonly (readonly [string, number])[], decimals = 0): Indicator {
  const parts = of.map(([indicator, times]) => ({ indicator, times }));
  return { ...plain, key, label, unit: people, decimals, rule: { is: 'sum', of: parts } };
}

const growthParts = [
  ['pop_end', 1],
  ['pop_start', -1],
] as const;

export const populationRates: readonly Indicator[] = [
  balance(
    'pop_avg',
    { vi: 'Dân số trung bình', en: 'Average population' },
    [
      ['pop_start', 0.5],
      ['pop_end', 0.5],
    ],
    1,
  ),
  balance('natural_increase', { vi: 'Tăng tự nhiên', en: 'Natural increase' }, [
    ['births', 1],
    ['deaths', -1],
  ]),
  balance('net_migration', { vi: 'Tăng do chuyển đến, chuyển đi', en: 'Net migration' }, [
    ['move_in', 1],
    ['move_out', -1],
  ]),
  balance('pop_change', { vi: 'Dân số tăng, giảm trong kỳ', en: 'Change of the population' }, growthParts),
  rate('CBR', { vi: 'Tỷ suất sinh thô', en: 'Crude birth rate' }, { of: ['births', 'pop_avg'] }),
  rate('CDR', { vi: 'Tỷ suất chết thô', en: 'Crude death rate' }, { of: ['deaths', 'pop_avg'] }),
  rate(
    'NIR',
    { vi: 'Tỷ lệ tăng dân số tự nhiên', en: 'Rate of natural increase' },
    { of: ['natural_increase', 'pop_avg'] },
  ),
  rate('IMR_mig', { vi: 'Tỷ suất nhập cư', en: 'In-migration rate' }, { of: ['move_in', 'pop_avg'] }),
  rate('OMR', { vi: 'Tỷ suất xuất cư', en: 'Out-migration rate' }, { of: ['move_out', 'pop_avg'] }),
  rate('NMR', { vi: 'Tỷ suất di cư thuần', en: 'Net migration rate' }, { of: ['net_migration', 'pop_avg'] }),
  share(
    'growth',
    { vi: 'Tỷ lệ tăng dân số chung', en: 'Population growth' },
    {
      of: ['pop_change', 'pop_start'],
      decimals: 2,
    },
  ),
  {
    ...plain,
    key: 'births_change',
    label: { vi: 'Số sinh so với cùng kỳ năm trước', en: 'Births against the same period of last year' },
    unit: percent,
    decimals: 2,
    rule: { is: 'change', of: 'births', isRelative: true },
  },
];
