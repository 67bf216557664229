import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

export const status: CodeList = {
  name: 'status',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục I và Mục III',
  codes: [
    { key: 'active', label: { vi: 'Đang ở', en: 'Living here' } },
    { key: 'left', label: { vi: 'Đã chuyển đi', en: 'Moved away' } },
    { key: 'dead', label: { vi: 'Đã chết', en: 'Dead' } },
  ],
};
