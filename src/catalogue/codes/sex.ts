import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

export const sex: CodeList = {
  name: 'sex',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I, cột 5',
  codes: [
    { key: 'male', label: { vi: 'Nam', en: 'Male' } },
    { key: 'female', label: { vi: 'Nữ', en: 'Female' } },
  ],
};
