import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** Why a check of the book adds or takes off a person. */
export const reviewReason: CodeList = {
  name: 'review_reason',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, điều chỉnh do rà soát sổ A0',
  codes: [
    { key: 'missed', label: { vi: 'Ghi sót', en: 'Missed before' } },
    { key: 'returned', label: { vi: 'Đã về mà chưa ghi', en: 'Returned unnoticed' } },
    { key: 'twice', label: { vi: 'Ghi trùng', en: 'Written twice' } },
    { key: 'gone', label: { vi: 'Đã đi từ lâu', en: 'Gone long ago' } },
    { key: 'died', label: { vi: 'Đã chết từ lâu', en: 'Died long ago' } },
    { key: 'other', label: { vi: 'Lý do khác', en: 'Another reason' } },
  ],
};
