import type { Indicator } from '../../../domain/figure/indicator.ts';
import { changesVillage } from '../../rules/changes-village.ts';

/** Of a village: residents who went to another village; in a commune they cancel. */
export const internalOut: Indicator = {
  key: 'internal_out',
  label: { vi: 'Chuyển đi thôn khác trong xã', en: 'To another village of the commune' },
  unit: { vi: 'người', en: 'people' },
  decimals: 0,
  rule: { is: 'flow', of: changesVillage('before') },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Sổ A0/CTV, Mục III',
};
