import type { RecordDefinition } from '../../../domain/record.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';

/** One fact for both; a spouse who is not in the register stays unnamed, or is told by name only. */
export const marriage: RecordDefinition = {
  kind: 'marriage',
  nature: 'fact',
  label: { vi: 'Kết hôn', en: 'Marriage' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 6; Luật Hôn nhân và gia đình 2014, Điều 3 và Điều 8',
  dateField: 'date',
  phase: 'change',
  livedBy: ['person', 'spouse'],
  fields: [
    dateField({ vi: 'Ngày kết hôn', en: 'Date of marriage' }),
    personField({ vi: 'Người kết hôn', en: 'Who married' }),
    { key: 'spouse', label: { vi: 'Vợ / chồng', en: 'Spouse' }, type: { is: 'reference', to: 'person' } },
    { key: 'spouseName', label: { vi: 'Họ tên vợ / chồng', en: "Spouse's name" }, type: { is: 'name' } },
    {
      key: 'premaritalCheck',
      label: {
        vi: 'Đã được tư vấn, khám sức khỏe trước khi kết hôn',
        en: 'Had premarital advice and check',
      },
      type: { is: 'boolean' },
    },
    { key: 'closeKin', label: { vi: 'Kết hôn cận huyết thống', en: 'Close kin' }, type: { is: 'boolean' } },
    note,
    asked,
  ],
  effects: [
    { target: 'person', set: { marital: { value: 'married' }, spouse: { orNothing: 'spouse' } } },
    { target: 'spouse', set: { marital: { value: 'married' }, spouse: { field: 'person' } } },
  ],
};
