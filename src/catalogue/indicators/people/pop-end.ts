import type { Indicator } from '../../../domain/indicator.ts';
import { isResident } from '../../rules/is-resident.ts';

export const popEnd: Indicator = {
  key: 'pop_end',
  label: {
    vi: 'Tổng số nhân khẩu thực tế thường trú tính đến cuối kỳ',
    en: 'Usual residents at the end of the period',
  },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'stock', kind: 'person', where: isResident('it') },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 2',
};
