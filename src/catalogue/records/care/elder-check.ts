import type { RecordDefinition } from '../../../domain/record.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';

/** At least once a year from 60 on. */
export const elderCheck: RecordDefinition = {
  kind: 'elder_check',
  nature: 'fact',
  label: { vi: 'Khám sức khỏe người cao tuổi', en: 'Elder check-up' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 11; Luật Người cao tuổi, Điều 12',
  dateField: 'date',
  phase: 'change',
  fields: [
    dateField({ vi: 'Ngày khám', en: 'Date' }),
    personField({ vi: 'Người được khám', en: 'Elder' }),
    { key: 'performedAt', label: { vi: 'Nơi thực hiện', en: 'Where' }, type: { is: 'text', maxLength: 120 } },
    note,
    asked,
  ],
};
