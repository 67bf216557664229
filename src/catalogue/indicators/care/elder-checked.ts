import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isAged, noLimit } from '../../rules/age/ages.ts';
import { isResident } from '../../rules/is-resident.ts';
import { dayOfFact } from '../../rules/women.ts';

/** People on the day of their first check-up of the calendar year. */
export const elderChecked: Indicator = {
  key: 'elder_checked',
  label: { vi: 'Số người cao tuổi được khám sức khỏe', en: 'Elders checked, first in the year' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      {
        fact: 'elder_check',
        subject: 'person',
        where: { all: [isResident('person'), isAged('person', dayOfFact, 60, noLimit)] },
        completes: { each: 'year' },
      },
    ],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 16; Luật Người cao tuổi, Điều 12',
};
