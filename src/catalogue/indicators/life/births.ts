import type { Indicator } from '../../../domain/indicator.ts';
import { becomesResident } from '../../rules/becomes-resident.ts';

/** Births dated in the period whose child was resident on that day; nobody is born twice, or after living here. */
export const births: Indicator = {
  key: 'births',
  label: { vi: 'Tổng số trẻ sinh ra trong kỳ', en: 'Births in the period' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'flow', of: [{ fact: 'birth', subject: 'child', where: becomesResident('child') }] },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 4',
};
