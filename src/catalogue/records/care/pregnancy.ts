import type { RecordDefinition } from '../../../domain/record.ts';
import { ageGroup } from '../../codes/care/age-group.ts';
import { asked, dateField, note } from '../fact-fields.ts';

/** Ends with a birth, a loss, or the next pregnancy. */
export const pregnancy: RecordDefinition = {
  kind: 'pregnancy',
  nature: 'fact',
  label: { vi: 'Mang thai', en: 'Pregnancy' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 9',
  dateField: 'date',
  phase: 'change',
  isSensitive: true,
  lasts: {
    who: 'person',
    now: { vi: 'Đang mang thai, biết từ ngày', en: 'Pregnant, known since' },
    until: [
      { fact: 'birth', who: 'mother' },
      { fact: 'miscarriage', who: 'person' },
      { fact: 'abortion', who: 'person' },
    ],
  },
  fields: [
    dateField({ vi: 'Ngày biết mang thai', en: 'Date it was known' }),
    { key: 'person', label: { vi: 'Người mang thai', en: 'Woman' }, type: { is: 'reference', to: 'person' } },
    { key: 'ageGroup', label: { vi: 'Nhóm tuổi', en: 'Age group' }, type: { is: 'code', list: ageGroup } },
    {
      key: 'number',
      label: { vi: 'Mang thai lần thứ', en: 'Pregnancy number' },
      type: { is: 'integer', min: 1, max: 20 },
    },
    {
      key: 'week',
      label: { vi: 'Tuần thai hôm đó', en: 'Week of gestation that day' },
      type: { is: 'integer', min: 1, max: 45 },
    },
    note,
    asked,
  ],
};
