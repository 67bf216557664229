import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isResident } from '../../rules/is-resident.ts';
import { pregnancyBounds } from '../../rules/pregnancy/bounds.ts';

export const slts: Indicator = {
  key: 'slts',
  label: { vi: 'Số bà mẹ được sàng lọc trước sinh', en: 'Pregnancies first screened in the period' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      {
        fact: 'prenatal_screen',
        subject: 'person',
        where: isResident('person'),
        completes: { since: pregnancyBounds },
      },
    ],
  },
  isSensitive: true,
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 14',
};
