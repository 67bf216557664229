import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isResident } from '../../rules/is-resident.ts';

export const slssFull: Indicator = {
  key: 'slss_full',
  label: { vi: 'Số trẻ được sàng lọc sơ sinh đủ 5 bệnh', en: 'Children screened with all five tests' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      {
        fact: 'newborn_screen',
        subject: 'person',
        where: isResident('person'),
        completes: { fields: ['hypothyroid', 'g6pd', 'cah', 'hearing', 'heart'] },
      },
    ],
  },
  isSensitive: true,
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 15; Quyết định 1679/QĐ-TTg 2019',
};
