import type { RecordDefinition } from '../../../domain/record.ts';
import { method } from '../../codes/care/method.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';

/** One woman, one method: a new start closes the episode before it. The same method again is a renewal. */
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
    personField({ vi: 'Người vợ', en: 'Woman' }),
    {
      key: 'method',
      label: { vi: 'Biện pháp tránh thai', en: 'Method' },
      type: { is: 'code', list: method },
      isRequired: true,
    },
    note,
    asked,
  ],
  effects: [{ target: 'person', set: { method: { field: 'method' } } }],
};
