import type { Indicator } from '../../../domain/indicator.ts';
import { method } from '../../codes/care/method.ts';

/* What was told without a name, by village and age group only: counted beside the rows, never in them. */

function nameless(fact: string, vi: string, en: string): Indicator {
  return {
    key: `nameless_${fact}`,
    label: { vi, en },
    unit: { vi: 'trường hợp', en: 'cases' },
    decimals: 0,
    rule: { is: 'flow', of: [{ fact, subject: 'person', isNameless: true }] },
    from: '2022-03-01',
    law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 9',
  };
}

/** New users who were told without a name, method by method: `nameless[pill]`. */
export const namelessUsers: readonly Indicator[] = method.codes.map(({ key, label }) => ({
  key: `nameless[${key}]`,
  label: {
    vi: `Mới sử dụng, ghi không tên: ${label.vi}`,
    en: `New users told without a name: ${label.en ?? label.vi}`,
  },
  unit: { vi: 'trường hợp', en: 'cases' },
  decimals: 0,
  rule: {
    is: 'flow',
    of: [
      {
        fact: 'method_start',
        subject: 'person',
        isNameless: true,
        where: { is: [{ path: 'fact.method' }, { value: key }] },
      },
    ],
  },
  from: '2022-03-01',
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 7',
}));

export const namelessCases: readonly Indicator[] = [
  nameless('pregnancy', 'Mang thai, ghi không tên', 'Pregnancies told without a name'),
  nameless('miscarriage', 'Sảy thai, ghi không tên', 'Miscarriages told without a name'),
  nameless('abortion', 'Phá thai, ghi không tên', 'Abortions told without a name'),
];
