import type { Indicator } from '../../../domain/figure/indicator.ts';
import { couple } from '../../rules/spouses.ts';

export const premaritalCouples: Indicator = {
  key: 'premarital_couples',
  label: {
    vi: 'Số cặp kết hôn đã được tư vấn, khám sức khỏe trước khi kết hôn',
    en: 'Couples who had premarital advice and check',
  },
  unit: { vi: 'cặp', en: 'couples' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: couple({ is: [{ path: 'fact.premaritalCheck' }, { value: true }] }),
    takes: 'first',
    isOnce: true,
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 7',
};
