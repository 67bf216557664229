import type { Indicator } from '../../../domain/figure/indicator.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';

/** People found missing from the book. */
export const reviewAdd: Indicator = {
  key: 'review_add',
  label: { vi: 'Điều chỉnh do rà soát: ghi bổ sung', en: 'Review: added' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'flow', of: [{ fact: 'review_add', subject: 'person', where: becomesResident('person') }] },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, rà soát sổ A0',
};
