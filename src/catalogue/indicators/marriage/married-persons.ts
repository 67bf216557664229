import type { Indicator } from '../../../domain/figure/indicator.ts';
import { eachSpouse } from '../../rules/spouses.ts';

export const marriedPersons: Indicator = {
  key: 'married_persons',
  label: { vi: 'Số người kết hôn trong kỳ', en: 'People who married in the period' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'flow', of: eachSpouse('marriage'), isOnce: true },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 6',
};
