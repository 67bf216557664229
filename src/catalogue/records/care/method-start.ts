import type { RecordDefinition } from '../../../domain/record.ts';
import { ageGroup } from '../../codes/care/age-group.ts';
import { method } from '../../codes/care/method.ts';
import { methodSource } from '../../stock/lists.ts';
import { asked, dateField, note } from '../fact-fields.ts';

/** One woman, one method: a new start closes the episode before it. The same method again is a renewal. May be recorded without a name. */
export const methodStart: RecordDefinition = {
  kind: 'method_start',
  nature: 'fact',
  label: { vi: 'Mới sử dụng biện pháp tránh thai', en: 'Method start' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 7',
  dateField: 'date',
  phase: 'change',
  isSensitive: true,
  fields: [
    dateField({ vi: 'Ngày sử dụng', en: 'Date' }),
    { key: 'person', label: { vi: 'Người sử dụng', en: 'User' }, type: { is: 'reference', to: 'person' } },
    { key: 'ageGroup', label: { vi: 'Nhóm tuổi', en: 'Age group' }, type: { is: 'code', list: ageGroup } },
    {
      key: 'method',
      label: { vi: 'Biện pháp tránh thai', en: 'Method' },
      type: { is: 'code', list: method },
      isRequired: true,
    },
    { key: 'source', label: { vi: 'Nguồn cung cấp', en: 'Source' }, type: { is: 'code', list: methodSource } },
    note,
    asked,
  ],
  effects: [{ target: 'person', set: { method: { field: 'method' } } }],
};
