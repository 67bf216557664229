import type { Indicator } from '../../../domain/figure/indicator.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';
import { bornOfMother, dayOfFact } from '../../rules/women.ts';

export const birthsU20: Indicator = {
  key: 'births_u20',
  label: { vi: 'Của phụ nữ dưới 20 tuổi', en: 'Of these, of mothers under 20' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      {
        fact: 'birth',
        subject: 'child',
        where: {
          all: [becomesResident('child'), { below: [{ yearsFrom: bornOfMother, to: dayOfFact }, { value: 20 }] }],
        },
      },
    ],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 4e',
};
