import type { Indicator } from '../../../domain/figure/indicator.ts';
import { closingDay } from '../../rules/women.ts';

/** Collaborators in office when the last day closes: from the first day of a term to its last. 0 where none is known. */
export const ctvCount: Indicator = {
  key: 'ctv_count',
  label: { vi: 'Số cộng tác viên dân số', en: 'Population collaborators' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: {
    is: 'stock',
    kind: 'collaborator',
    where: {
      all: [
        { not: { above: [{ path: 'it.since' }, closingDay] } },
        { not: { below: [{ path: 'it.until' }, closingDay] } },
      ],
    },
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 17; Thông tư 02/2021/TT-BYT (cộng tác viên dân số)',
};
