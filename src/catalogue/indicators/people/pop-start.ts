import type { Indicator } from '../../../domain/indicator.ts';
import { isResident } from '../../rules/is-resident.ts';

/** Residents at the close of the day before the period: the other end of the balance. */
export const popStart: Indicator = {
  key: 'pop_start',
  label: {
    vi: 'Tổng số nhân khẩu thực tế thường trú đầu kỳ',
    en: 'Usual residents at the start of the period',
  },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'stock', kind: 'person', at: 'start', where: isResident('it') },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 2 (kỳ trước)',
};
