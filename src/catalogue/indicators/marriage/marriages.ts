import type { Indicator } from '../../../domain/figure/indicator.ts';
import { couple } from '../../rules/spouses.ts';

export const marriages: Indicator = {
  key: 'marriages',
  label: { vi: 'Số cặp kết hôn trong kỳ', en: 'Couples who married in the period' },
  unit: { vi: 'cặp', en: 'couples' },
  decimals: 0,
  rule: { is: 'flow', of: couple(), takes: 'first', isOnce: true },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 6 (số cặp)',
};
