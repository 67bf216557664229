import type { Indicator } from '../../../domain/figure/indicator.ts';
import { eachSpouse } from '../../rules/spouses.ts';

export const canHuyet: Indicator = {
  key: 'can_huyet',
  label: { vi: 'Số người kết hôn cận huyết thống', en: 'Of these, with close kin' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: eachSpouse('marriage', () => ({ is: [{ path: 'fact.closeKin' }, { value: true }] })),
    isOnce: true,
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 6b',
};
