import type { Condition } from '../../domain/condition.ts';
import type { ReviewDefinition } from '../../domain/worklist.ts';

const isLivedIn: Condition = { above: [{ path: 'living' }, { value: 0 }] };
const isFamily: Condition = { not: { is: [{ path: 'it.kind' }, { value: 'collective' }] } };
const law = 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, phần thông tin hộ và Mục I, cột 4';

/** Checks of households. */
export const householdReviews: readonly ReviewDefinition[] = [
  {
    key: 'no_head',
    kind: 'household',
    title: { vi: 'Hộ chưa có chủ hộ', en: 'Household without a head' },
    message: { vi: 'Chưa có chủ hộ', en: 'No head' },
    where: { all: [isFamily, isLivedIn, { is: [{ path: 'heads' }, { value: 0 }] }] },
    law,
  },
  {
    key: 'two_heads',
    kind: 'household',
    title: { vi: 'Hộ có nhiều chủ hộ', en: 'Household with several heads' },
    message: { vi: 'Có {heads} chủ hộ', en: '{heads} heads' },
    names: { heads: { path: 'heads' } },
    where: { all: [isFamily, { above: [{ path: 'heads' }, { value: 1 }] }] },
    law,
  },
  {
    key: 'number_twice',
    kind: 'household',
    title: { vi: 'Trùng hộ số trong địa bàn', en: 'Household number used twice' },
    message: { vi: 'Hộ số {number} ghi cho nhiều hộ', en: 'Number {number} stands for several households' },
    names: { number: { path: 'it.number' } },
    where: { not: { unknown: { path: 'numbering' } } },
    sameAs: [{ path: 'numbering' }, { path: 'it.number' }],
    law,
  },
];
