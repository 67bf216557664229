import type { CodeList } from '../../domain/field.ts';
import { formSet } from '../forms/parts/form-set.ts';

/** Where the other one of a couple is: a question of the form, kept in no record. */
export const spouseFrom: CodeList = {
  name: 'spouse_from',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 4 và bảng 6',
  codes: [
    { key: 'in_book', label: { vi: 'Đã có trong sổ của xã', en: 'In the commune’s book' } },
    { key: 'arrives', label: { vi: 'Từ nơi khác về ở hộ này', en: 'Comes from elsewhere to live here' } },
    { key: 'elsewhere', label: { vi: 'Vẫn ở nơi khác', en: 'Stays elsewhere' } },
  ],
};
