import type { RecordDefinition } from '../../../domain/record.ts';
import { act, asked, dateField, householdField, note, personField } from '../fact-fields.ts';

/** Nobody comes, nobody goes: only the household changes. Also how households are split and merged. */
export const moveInternal: RecordDefinition = {
  kind: 'move_internal',
  nature: 'fact',
  label: { vi: 'Chuyển trong xã', en: 'Move within the commune' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV, Mục III (chuyển trong xã không phải chuyển đi khỏi xã)',
  dateField: 'date',
  phase: 'change',
  fields: [
    dateField({ vi: 'Ngày chuyển', en: 'Date of the move' }),
    personField({ vi: 'Người chuyển', en: 'Who moved' }),
    { ...householdField({ vi: 'Đến hộ', en: 'To household' }, 'toHousehold'), isRequired: true },
    note,
    act,
    asked,
  ],
  effects: [{ target: 'person', set: { household: { field: 'toHousehold' } } }],
};
