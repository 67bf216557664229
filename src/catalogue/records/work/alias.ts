import type { RecordDefinition } from '../../../domain/record.ts';
import { always, asked, dateField, note, personField } from '../fact-fields.ts';

/** From then on both ids mean one person; the smaller id is the root, whoever joins them. */
export const alias: RecordDefinition = {
  kind: 'alias',
  nature: 'fact',
  label: { vi: 'Ghép hai bản ghi của một người', en: 'Two records of one person' },
  law: 'Sổ A0/CTV ghi mỗi người một dòng (Thông tư 01/2022/TT-BYT, Phụ lục I)',
  dateField: 'date',
  phase: 'change',
  isPaperwork: always,
  fields: [
    dateField({ vi: 'Ngày ghép', en: 'Date' }),
    personField({ vi: 'Bản ghi được giữ', en: 'Record that stays' }),
    personField({ vi: 'Bản ghi trùng', en: 'The other record' }, 'other'),
    note,
    asked,
  ],
};
