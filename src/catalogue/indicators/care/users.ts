import type { Indicator } from '../../../domain/figure/indicator.ts';
import type { Words } from '../../../domain/words.ts';
import { mwraEnd, mwraStart } from '../people/mwra.ts';
import { forEachMethod, methodKeys, modernMethods, ofCouples } from './plain.ts';

/* Couples by method: married women of 15–49, each with the one method that is open. */

function using(key: string, label: Words, of: Indicator, methods: readonly string[]): Indicator {
  const law = 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 11';
  return { ...ofCouples, key, label, rule: { is: 'part', of: of.key, groups: methods }, law };
}

const words: Words = { vi: 'Số cặp đang sử dụng', en: 'Using' };
const startWords: Words = { vi: 'Số cặp đang sử dụng đầu kỳ', en: 'Using at the start' };

/** Who uses a method at the end of the period: all, the modern ones, each. */
export const usersEnd: readonly Indicator[] = [
  using(
    'users_end',
    {
      vi: 'Số cặp vợ chồng đang sử dụng biện pháp tránh thai tính đến cuối kỳ',
      en: 'Couples using a method at the end',
    },
    mwraEnd,
    methodKeys,
  ),
  using(
    'users_modern_end',
    { vi: 'Số cặp đang sử dụng biện pháp tránh thai hiện đại', en: 'Of these, a modern method' },
    mwraEnd,
    modernMethods,
  ),
  ...forEachMethod('users_end', words, ({ key, label, method }) => using(key, label, mwraEnd, [method])),
];

/** When the day before the period closed. */
export const usersStart: readonly Indicator[] = [
  using('users_start', startWords, mwraStart, methodKeys),
  ...forEachMethod('users_start', startWords, ({ key, label, method }) => using(key, label, mwraStart, [method])),
];

/**
 * The rest of the change, so that users close: moved in or out while using, married, divorced, widowed, turned 15 or 50,
 * died, settled. End = start + new − stopped + these.
 */
function otherChange(key: string, label: Words, of: string): Indicator {
  const one = (indicator: string, times: number) => ({ indicator: `${indicator}${of}`, times });
  const parts = [one('users_end', 1), one('users_start', -1), one('new_users', -1), one('stop_users', 1)];
  const law = 'Thông tư 01/2022/TT-BYT, biểu 01-DSH, mục 11–13';
  return { ...ofCouples, key, label, rule: { is: 'sum', of: parts, isNet: true }, law };
}

const otherWords: Words = { vi: 'Số cặp tăng giảm khác', en: 'Other change' };

export const usersOther: readonly Indicator[] = [
  otherChange('users_other', otherWords, ''),
  ...forEachMethod('users_other', otherWords, ({ key, label, method }) => otherChange(key, label, `[${method}]`)),
];
