import type { Indicator } from '../../../domain/indicator.ts';
import { closingDay, isFertileWife } from '../../rules/women.ts';

export const mwraEnd: Indicator = {
  key: 'mwra_end',
  label: {
    vi: 'Số nữ từ 15–49 tuổi có chồng tính đến cuối kỳ',
    en: 'Married women aged 15–49 at the end of the period',
  },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'stock', kind: 'person', where: isFertileWife('it', closingDay) },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 3',
};
