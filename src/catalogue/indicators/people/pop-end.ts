import type { Indicator } from '../../../domain/figure/indicator.ts';
import { bandOn } from '../../rules/age/age-bands.ts';
import { isResident } from '../../rules/is-resident.ts';
import { closingDay } from '../../rules/women.ts';

/** Sorted by sex and five-year group: all that is told of ages is a part of it. */
const by = [{ path: 'it.sex' }, bandOn({ path: 'it.birthDate' }, closingDay)];
const law = 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 2';
const plain = { unit: { vi: 'người', en: 'people' }, decimals: 0, from: '2022-03-01' } as const;

export const popEnd: Indicator = {
  ...plain,
  key: 'pop_end',
  label: {
    vi: 'Tổng số nhân khẩu thực tế thường trú tính đến cuối kỳ',
    en: 'Usual residents at the end of the period',
  },
  rule: { is: 'stock', kind: 'person', where: isResident('it'), by },
  law,
};

/** Residents at the close of the day before the period: the other end of the balance. */
export const popStart: Indicator = {
  ...plain,
  key: 'pop_start',
  label: {
    vi: 'Tổng số nhân khẩu thực tế thường trú đầu kỳ',
    en: 'Usual residents at the start of the period',
  },
  rule: { is: 'stock', kind: 'person', at: 'start', where: isResident('it'), by },
  law: `${law} (kỳ trước)`,
};
