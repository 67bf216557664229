import type { Indicator } from '../../../domain/indicator.ts';
import type { Words } from '../../../domain/words.ts';
import { isResident } from '../../rules/is-resident.ts';

function popOf(sex: string, key: string, label: Words): Indicator {
  return {
    key,
    label,
    unit: { vi: 'người', en: 'people' },
    decimals: 0,
    rule: {
      is: 'stock',
      kind: 'person',
      where: { all: [isResident('it'), { is: [{ path: 'it.sex' }, { value: sex }] }] },
    },
    from: '2022-03-01',
    law: 'Thông tư 01/2022/TT-BYT, biểu 03-DSX (dân số chia theo giới tính)',
  };
}

/** Both parts of the sex ratio of the population. */
export const popBySex: readonly Indicator[] = [
  popOf('male', 'pop_m_end', { vi: 'Số nam thực tế thường trú tính đến cuối kỳ', en: 'Men at the end of the period' }),
  popOf('female', 'pop_f_end', {
    vi: 'Số nữ thực tế thường trú tính đến cuối kỳ',
    en: 'Women at the end of the period',
  }),
];
