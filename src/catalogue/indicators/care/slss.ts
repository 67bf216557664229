import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isResident } from '../../rules/is-resident.ts';

export const slss: Indicator = {
  key: 'slss',
  label: { vi: 'Số trẻ được sàng lọc sơ sinh', en: 'Children first screened in the period' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [{ fact: 'newborn_screen', subject: 'person', where: isResident('person'), completes: {} }],
  },
  isSensitive: true,
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 15',
};
