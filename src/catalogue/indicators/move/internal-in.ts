import type { Indicator } from '../../../domain/figure/indicator.ts';
import { changesVillage } from '../../rules/changes-village.ts';

/** Of a village: residents who came from another village; in a commune they cancel. */
export const internalIn: Indicator = {
  key: 'internal_in',
  label: { vi: 'Chuyển đến từ thôn khác trong xã', en: 'From another village of the commune' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'flow', of: changesVillage('after') },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Sổ A0/CTV, Mục III',
};
