import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

export const marital: CodeList = {
  name: 'marital',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I, cột 9',
  codes: [
    { key: 'single', label: { vi: 'Chưa kết hôn', en: 'Never married' } },
    { key: 'married', label: { vi: 'Có vợ/chồng', en: 'Married' } },
    { key: 'divorced', label: { vi: 'Ly hôn', en: 'Divorced' } },
    { key: 'widowed', label: { vi: 'Góa', en: 'Widowed' } },
  ],
};
