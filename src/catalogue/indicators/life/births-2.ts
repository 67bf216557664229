import type { Indicator } from '../../../domain/figure/indicator.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';

export const births2: Indicator = {
  key: 'births_2',
  label: { vi: 'Là con thứ 2', en: 'Of these, second children' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      {
        fact: 'birth',
        subject: 'child',
        where: { all: [becomesResident('child'), { is: [{ path: 'fact.order' }, { value: 2 }] }] },
      },
    ],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 4c',
};
