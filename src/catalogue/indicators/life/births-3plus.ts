import type { Condition } from '../../../domain/condition.ts';
import type { Indicator } from '../../../domain/indicator.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';

const isOfSeveral: Condition = { is: [{ path: 'fact.multiple' }, { value: true }] };

/** Statistics only. Children of a multiple birth whose first-born is a first or second child are not third children: an older rule of the book. */
export const births3plus: Indicator = {
  key: 'births_3plus',
  label: { vi: 'Là con thứ 3 trở lên', en: 'Of these, third children and later' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      {
        fact: 'birth',
        subject: 'child',
        where: {
          all: [
            becomesResident('child'),
            { above: [{ path: 'fact.order' }, { value: 2 }] },
            { not: { all: [isOfSeveral, { below: [{ path: 'fact.firstOrder' }, { value: 3 }] }] } },
          ],
        },
      },
    ],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 4d',
};
