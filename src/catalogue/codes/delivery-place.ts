import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

export const deliveryPlace: CodeList = {
  name: 'delivery_place',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 1, cột nơi đẻ',
  codes: [
    { key: 'station', label: { vi: 'Cơ sở y tế', en: 'Health facility' } },
    { key: 'home', label: { vi: 'Tại nhà', en: 'At home' } },
    { key: 'elsewhere', label: { vi: 'Nơi khác', en: 'Elsewhere' } },
  ],
};
