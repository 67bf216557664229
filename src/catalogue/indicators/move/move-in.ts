import type { Indicator } from '../../../domain/figure/indicator.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';

/** Arrivals, settling (temporary to usual), and children adopted from outside. */
export const moveIn: Indicator = {
  key: 'move_in',
  label: { vi: 'Số người chuyển đến từ xã khác', en: 'Moved in from another commune' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      { fact: 'move_in', subject: 'person', where: becomesResident('person') },
      { fact: 'adopt', subject: 'person', where: becomesResident('person') },
      { fact: 'change_info', subject: 'person', where: becomesResident('person') },
    ],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 9',
};
