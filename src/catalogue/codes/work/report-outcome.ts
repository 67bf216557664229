import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

export const reportOutcome: CodeList = {
  ...formSet,
  name: 'report_outcome',
  law: 'Thông tư 01/2022/TT-BYT, Điều 5 (tiếp nhận, đề nghị bổ sung báo cáo)',
  codes: [
    { key: 'received', label: { vi: 'Đã tiếp nhận', en: 'Received' } },
    { key: 'returned', label: { vi: 'Trả lại để bổ sung', en: 'Returned to be mended' } },
  ],
};
