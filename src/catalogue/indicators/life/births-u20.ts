import type { Condition } from '../../../domain/condition.ts';
import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isAged } from '../../rules/age/ages.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';
import { dayOfFact } from '../../rules/women.ts';

/** A mother who is in no book is told by her age alone. */
const isOfNoBook: Condition = {
  below: [{ yearsFrom: { path: 'fact.motherBirthDate' }, to: dayOfFact }, { value: 20 }],
};

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
        where: { all: [becomesResident('child'), { any: [isAged('mother', dayOfFact, 0, 20), isOfNoBook] }] },
      },
    ],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 4e',
};
