import type { CodeList } from '../../../domain/field.ts';
import { formSet } from '../../forms/parts/form-set.ts';

/** As the lists of facilities word them. */
export const screenResult: CodeList = {
  name: 'screen_result',
  ...formSet,
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 2 và bảng 10, cột kết quả',
  codes: [
    { key: 'low_risk', label: { vi: 'Nguy cơ thấp', en: 'Low risk' } },
    { key: 'high_risk', label: { vi: 'Nguy cơ cao', en: 'High risk' } },
    { key: 'normal', label: { vi: 'Bình thường', en: 'Normal' } },
    { key: 'abnormal', label: { vi: 'Bất thường', en: 'Abnormal' } },
    { key: 'done', label: { vi: 'Đã làm, chưa rõ kết quả', en: 'Done, result not known' } },
  ],
};
