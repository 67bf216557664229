import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** What became of a person's request about her own data. */
export const requestOutcome: CodeList = {
  name: 'request_outcome',
  ...formSet,
  law: 'Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP: quyền yêu cầu chỉnh sửa, xóa dữ liệu cá nhân',
  codes: [
    { key: 'done', label: { vi: 'Đã sửa hoặc xóa như đề nghị', en: 'Corrected or deleted as asked' } },
    { key: 'partly', label: { vi: 'Đã làm một phần', en: 'Done in part' } },
    { key: 'refused', label: { vi: 'Không làm được, đã nói rõ lý do', en: 'Not possible, the reason was told' } },
  ],
};
