import type { Indicator } from '../../../domain/figure/indicator.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';

export const birthsF: Indicator = {
  key: 'births_f',
  label: { vi: 'Trẻ em nữ', en: 'Of these, girls' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      {
        fact: 'birth',
        subject: 'child',
        where: { all: [becomesResident('child'), { is: [{ path: 'child.sex' }, { value: 'female' }] }] },
      },
    ],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 4b',
};
