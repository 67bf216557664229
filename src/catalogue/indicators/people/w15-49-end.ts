import type { Indicator } from '../../../domain/indicator.ts';
import { closingDay, isFertile } from '../../rules/women.ts';

export const w1549End: Indicator = {
  key: 'w15_49_end',
  label: { vi: 'Số nữ từ 15–49 tuổi tính đến cuối kỳ', en: 'Women aged 15–49 at the end of the period' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'stock', kind: 'person', where: isFertile('it', closingDay) },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I',
};
