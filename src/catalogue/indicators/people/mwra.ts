import type { Indicator } from '../../../domain/figure/indicator.ts';
import { closingDay, isFertileWife } from '../../rules/women.ts';

/** Sorted by the method in use: users of methods are parts of these. */
const rule = {
  is: 'stock',
  kind: 'person',
  where: isFertileWife('it', closingDay),
  by: [{ path: 'it.method' }],
} as const;
const law = 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 3';
const plain = { unit: { vi: 'người', en: 'people' }, decimals: 0, from: '2022-03-01' } as const;

export const mwraEnd: Indicator = {
  ...plain,
  key: 'mwra_end',
  label: {
    vi: 'Số nữ từ 15–49 tuổi có chồng tính đến cuối kỳ',
    en: 'Married women aged 15–49 at the end of the period',
  },
  rule,
  law,
};

export const mwraStart: Indicator = {
  ...plain,
  key: 'mwra_start',
  label: { vi: 'Số nữ từ 15–49 tuổi có chồng đầu kỳ', en: 'Married women aged 15–49 at the start of the period' },
  rule: { ...rule, at: 'start' },
  law: `${law} (kỳ trước)`,
};
