import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isResident } from '../../rules/is-resident.ts';
import { pregnancyBounds } from '../../rules/pregnancy/bounds.ts';

export const sltsFull: Indicator = {
  key: 'slts_full',
  label: { vi: 'Số bà mẹ được sàng lọc trước sinh đủ 4 bệnh', en: 'Pregnancies screened for all four diseases' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      {
        fact: 'prenatal_screen',
        subject: 'person',
        where: isResident('person'),
        completes: { fields: ['edward', 'down', 'patau', 'thalassemia'], since: pregnancyBounds },
      },
    ],
  },
  isSensitive: true,
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 14; Quyết định 1679/QĐ-TTg 2019',
};
