import type { RecordDefinition } from '../../../domain/record.ts';
import { method } from '../../codes/care/method.ts';
import { stopReason } from '../../codes/care/stop-reason.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';

/** Ends only the method that is in use. */
export const methodStop: RecordDefinition = {
  kind: 'method_stop',
  nature: 'fact',
  label: { vi: 'Thôi sử dụng biện pháp tránh thai', en: 'Method stop' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 8',
  dateField: 'date',
  phase: 'change',
  isSensitive: true,
  fields: [
    dateField({ vi: 'Ngày thôi sử dụng', en: 'Date' }),
    personField({ vi: 'Người sử dụng', en: 'User' }),
    {
      key: 'method',
      label: { vi: 'Biện pháp thôi sử dụng', en: 'Method stopped' },
      type: { is: 'code', list: method },
      isRequired: true,
    },
    {
      key: 'reason',
      label: { vi: 'Lý do', en: 'Reason' },
      type: { is: 'code', list: stopReason },
    },
    note,
    asked,
  ],
  effects: [
    {
      target: 'person',
      when: { is: [{ path: 'it.method' }, { path: 'fact.method' }] },
      set: { method: { value: null } },
    },
  ],
};
