import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** Never demanded: unknown stays blank. */
export const stopReason: CodeList = {
  name: 'stop_reason',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục II (lý do không sử dụng; không bắt buộc)',
  codes: [
    { key: 'pregnant', label: { vi: 'Mang thai', en: 'Pregnant' } },
    { key: 'wants_child', label: { vi: 'Muốn có con', en: 'Wants a child' } },
    { key: 'infertile', label: { vi: 'Vô sinh', en: 'Infertile' } },
    { key: 'postpartum', label: { vi: 'Mới sinh, nuôi con nhỏ', en: 'After a birth' } },
    { key: 'side_effect', label: { vi: 'Tác dụng phụ', en: 'Side effect' } },
    { key: 'other_nonuse', label: { vi: 'Lý do khác', en: 'Another reason' } },
  ],
};
