import type { Indicator } from '../../domain/indicator.ts';
import { isResident } from '../rules/is-resident.ts';

/** Births dated in the period whose child was resident on that day. */
export const births: Indicator = {
  key: 'births',
  label: { vi: 'Tổng số trẻ sinh ra trong kỳ', en: 'Births in the period' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'flow', of: [{ fact: 'birth', subject: 'child', where: isResident('child') }], isOnceInLife: true },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 4',
};
