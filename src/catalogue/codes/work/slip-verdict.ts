import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** What the officer says of a month's slip. */
export const slipVerdict: CodeList = {
  name: 'slip_verdict',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I',
  codes: [
    { key: 'accepted', label: { vi: 'Đã thẩm định', en: 'Accepted' } },
    { key: 'returned', label: { vi: 'Trả lại để bổ sung', en: 'Returned' } },
  ],
};
