import type { Indicator } from '../../../domain/figure/indicator.ts';
import { ceasesToReside } from '../../rules/ceases-to-reside.ts';

/** Deaths of people who were resident until then. */
export const deaths: Indicator = {
  key: 'deaths',
  label: { vi: 'Số người chết trong kỳ', en: 'Deaths in the period' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'flow', of: [{ fact: 'death', subject: 'person', seen: 'before', where: ceasesToReside('person') }] },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 5',
};
