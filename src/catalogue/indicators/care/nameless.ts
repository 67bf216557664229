import type { Condition } from '../../../domain/condition.ts';
import type { Indicator } from '../../../domain/figure/indicator.ts';
import type { Words } from '../../../domain/words.ts';
import { method } from '../../codes/care/method.ts';

/* What was told without a name, by village and age group only: counted beside the rows, never in them. */

function nameless(of: string, fact: string, label: Words, table: number, where?: Condition): Indicator {
  return {
    key: `nameless[${of}]`,
    label,
    unit: { vi: 'trường hợp', en: 'cases' },
    decimals: 0,
    rule: { is: 'flow', of: [{ fact, subject: 'person', isNameless: true, ...(where && { where }) }] },
    isSensitive: true,
    from: '2022-03-01',
    law: `Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng ${table}`,
  };
}

/** `nameless[iud]` …: who began with that method. */
export const namelessStarts: readonly Indicator[] = method.codes.map(({ key, label }) =>
  nameless(
    key,
    'method_start',
    { vi: `Mới sử dụng, ghi không tên: ${label.vi}`, en: `New users without a name: ${label.en ?? label.vi}` },
    7,
    { is: [{ path: 'fact.method' }, { value: key }] },
  ),
);

export const namelessPregnancies: readonly Indicator[] = [
  nameless('pregnancy', 'pregnancy', { vi: 'Mang thai, ghi không tên', en: 'Pregnancies without a name' }, 9),
  nameless('miscarriage', 'miscarriage', { vi: 'Sảy thai, ghi không tên', en: 'Miscarriages without a name' }, 9),
  nameless('abortion', 'abortion', { vi: 'Phá thai, ghi không tên', en: 'Abortions without a name' }, 9),
];
