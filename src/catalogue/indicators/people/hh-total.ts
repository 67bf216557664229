import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isResident } from '../../rules/is-resident.ts';

/** Households with at least one resident. */
export const hhTotal: Indicator = {
  key: 'hh_total',
  label: { vi: 'Tổng số hộ dân cư tính đến cuối kỳ', en: 'Households at the end of the period' },
  unit: { vi: 'hộ', en: 'households' },
  decimals: 0,
  rule: { is: 'stock', kind: 'person', isOfHolders: true, where: isResident('it') },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 1',
};
