import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isResident } from '../../rules/is-resident.ts';

export const pregnant: Indicator = {
  key: 'pregnant',
  label: { vi: 'Số bà mẹ mang thai', en: 'Pregnancies known in the period' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'flow', of: [{ fact: 'pregnancy', subject: 'person', where: isResident('person') }] },
  isSensitive: true,
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 14',
};
