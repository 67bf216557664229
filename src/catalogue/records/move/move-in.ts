import type { RecordDefinition } from '../../../domain/record.ts';
import { marital } from '../../codes/marital.ts';
import { residence } from '../../codes/residence.ts';
import { asked, dateField, householdField, note, personField } from '../fact-fields.ts';

/** From that day the person lives in that household; temporary ones are served, not counted. */
export const moveIn: RecordDefinition = {
  kind: 'move_in',
  nature: 'fact',
  label: { vi: 'Chuyển đến từ xã khác', en: 'Move in from another commune' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 4',
  dateField: 'date',
  phase: 'first',
  fields: [
    dateField({ vi: 'Ngày đến', en: 'Date of arrival' }),
    personField({ vi: 'Người chuyển đến', en: 'Who moved in' }),
    householdField({ vi: 'Đến hộ', en: 'To household' }),
    {
      key: 'residence',
      label: { vi: 'Tình trạng cư trú', en: 'Residence' },
      type: { is: 'code', list: residence },
    },
    { key: 'marital', label: { vi: 'Tình trạng hôn nhân', en: 'Marital status' }, type: { is: 'code', list: marital } },
    { key: 'from', label: { vi: 'Nơi đi', en: 'From' }, type: { is: 'text', maxLength: 200 } },
    note,
    asked,
  ],
  effects: [
    {
      target: 'person',
      set: {
        household: { field: 'household' },
        residence: { field: 'residence' },
        marital: { field: 'marital' },
        status: { value: 'active' },
      },
    },
  ],
};
