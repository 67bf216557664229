import type { RecordDefinition } from '../../../domain/record.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';

/** Who goes stays in the book, ruled through. */
export const moveOut: RecordDefinition = {
  kind: 'move_out',
  nature: 'fact',
  label: { vi: 'Chuyển đi khỏi xã', en: 'Move out of the commune' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 5',
  dateField: 'date',
  phase: 'last',
  fields: [
    dateField({ vi: 'Ngày đi', en: 'Date of leaving' }),
    personField({ vi: 'Người chuyển đi', en: 'Who moved out' }),
    { key: 'to', label: { vi: 'Nơi đến', en: 'To' }, type: { is: 'text', maxLength: 200 } },
    note,
    asked,
  ],
  effects: [{ target: 'person', set: { status: { value: 'left' } } }],
};
