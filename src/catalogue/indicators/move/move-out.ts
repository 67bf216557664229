import type { Indicator } from '../../../domain/figure/indicator.ts';
import { ceasesToReside } from '../../rules/ceases-to-reside.ts';

/** Departures, and residents who became temporary, however that was written; each leaves the village of the day before. */
export const moveOut: Indicator = {
  key: 'move_out',
  label: { vi: 'Số người chuyển đi khỏi xã', en: 'Moved out of the commune' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      { fact: 'move_out', subject: 'person', seen: 'before', where: ceasesToReside('person') },
      { fact: 'change_info', subject: 'person', seen: 'before', where: ceasesToReside('person') },
      { fact: 'move_in', subject: 'person', seen: 'before', where: ceasesToReside('person') },
      { fact: 'review_add', subject: 'person', seen: 'before', where: ceasesToReside('person') },
      { fact: 'birth', subject: 'child', seen: 'before', where: ceasesToReside('child') },
      { fact: 'adopt', subject: 'person', seen: 'before', where: ceasesToReside('person') },
    ],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 10',
};
