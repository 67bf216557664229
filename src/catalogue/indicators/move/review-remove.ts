import type { Indicator } from '../../../domain/figure/indicator.ts';
import { ceasesToReside } from '../../rules/ceases-to-reside.ts';

/** People found in the book who were long gone or written twice. */
export const reviewRemove: Indicator = {
  key: 'review_remove',
  label: { vi: 'Điều chỉnh do rà soát: đưa ra khỏi sổ', en: 'Review: taken off' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [{ fact: 'review_remove', subject: 'person', seen: 'before', where: ceasesToReside('person') }],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, rà soát sổ A0',
};
