import type { Indicator } from '../../../domain/indicator.ts';

/* What the rates of the population are made of, and these. Higher levels sum both parts, then divide. */

const law =
  'Hệ thống chỉ tiêu thống kê quốc gia (Luật Thống kê): tỷ suất sinh thô, tỷ suất chết thô, tỷ lệ tăng tự nhiên';
const plain = { from: '2022-03-01', law } as const;
const people = { vi: 'người', en: 'people' };
const perThousand = { vi: '‰', en: 'per 1,000' };

const popAvg: Indicator = {
  ...plain,
  key: 'pop_avg',
  label: { vi: 'Dân số trung bình', en: 'Average population' },
  unit: people,
  decimals: 1,
  rule: {
    is: 'sum',
    of: [
      { indicator: 'pop_start', times: 0.5 },
      { indicator: 'pop_end', times: 0.5 },
    ],
  },
};

const naturalIncrease: Indicator = {
  ...plain,
  key: 'natural_increase',
  label: { vi: 'Tăng tự nhiên', en: 'Natural increase' },
  unit: people,
  decimals: 0,
  rule: {
    is: 'sum',
    of: [
      { indicator: 'births', times: 1 },
      { indicator: 'deaths', times: -1 },
    ],
  },
};

const crudeBirthRate: Indicator = {
  ...plain,
  key: 'CBR',
  label: { vi: 'Tỷ suất sinh thô', en: 'Crude birth rate' },
  unit: perThousand,
  decimals: 1,
  rule: { is: 'ratio', numerator: 'births', denominator: 'pop_avg', times: 1000 },
};

const crudeDeathRate: Indicator = {
  ...plain,
  key: 'CDR',
  label: { vi: 'Tỷ suất chết thô', en: 'Crude death rate' },
  unit: perThousand,
  decimals: 1,
  rule: { is: 'ratio', numerator: 'deaths', denominator: 'pop_avg', times: 1000 },
};

const naturalIncreaseRate: Indicator = {
  ...plain,
  key: 'NIR',
  label: { vi: 'Tỷ lệ tăng dân số tự nhiên', en: 'Rate of natural increase' },
  unit: perThousand,
  decimals: 1,
  rule: { is: 'ratio', numerator: 'natural_increase', denominator: 'pop_avg', times: 1000 },
};

export const populationRates: readonly Indicator[] = [
  popAvg,
  naturalIncrease,
  crudeBirthRate,
  crudeDeathRate,
  naturalIncreaseRate,
];
