import type { Check } from '../../../domain/form/check.ts';
import { factChecks } from '../fact-checks.ts';

const notMarried: Check = {
  id: 'divorce_not_married',
  strength: 'ask',
  field: 'person',
  when: {
    all: [
      { not: { unknown: { path: 'person' } } },
      { not: { unknown: { path: 'person.marital' } } },
      { not: { is: [{ path: 'person.marital' }, { value: 'married' }] } },
    ],
  },
  message: {
    vi: 'Theo sổ, ngày đó người này không có vợ/chồng. Vẫn ghi ly hôn, đúng không?',
    en: 'By the book this person was not married on that day. Record the divorce all the same?',
  },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 6',
};

export const divorceChecks: readonly Check[] = [
  ...factChecks({ of: 'divorce', who: 'person', date: { vi: 'Ngày ly hôn', en: 'The date of divorce' } }),
  notMarried,
];
