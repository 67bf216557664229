import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** What was done to a whole household: the facts that tell it, one a person, say what they are part of. */
export const householdAct: CodeList = {
  name: 'household_act',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục III',
  codes: [
    { key: 'new_head', label: { vi: 'Đổi chủ hộ', en: 'Change of head' } },
    { key: 'split', label: { vi: 'Tách hộ', en: 'Split of a household' } },
    { key: 'merge', label: { vi: 'Nhập hộ', en: 'Households joined' } },
    { key: 'move', label: { vi: 'Chuyển cả hộ sang thôn khác', en: 'Move of a household' } },
    { key: 'renumber', label: { vi: 'Đánh lại hộ số', en: 'Renumbering' } },
  ],
};
