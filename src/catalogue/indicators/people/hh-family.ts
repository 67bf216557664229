import type { Indicator } from '../../../domain/figure/indicator.ts';
import { isResident } from '../../rules/is-resident.ts';

export const hhFamily: Indicator = {
  key: 'hh_family',
  label: { vi: 'Số hộ gia đình', en: 'Of these, family households' },
  unit: { vi: 'hộ', en: 'households' },
  decimals: 0,
  rule: {
    is: 'stock',
    kind: 'person',
    isOfHolders: true,
    where: { all: [isResident('it'), { is: [{ path: 'holder.kind' }, { value: 'family' }] }] },
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 1a',
};
