import type { RecordDefinition } from '../../../domain/record.ts';
import { monthField } from './slip.ts';

/** The monthly meeting (giao ban) of a commune: who came, and what is to be done next month. One record a month. */
export const meeting: RecordDefinition = {
  kind: 'meeting',
  nature: 'state',
  label: { vi: 'Giao ban tháng', en: 'Monthly meeting' },
  law: 'Thông tư 02/2021/TT-BYT',
  fields: [
    monthField,
    { key: 'day', label: { vi: 'Ngày họp', en: 'Day' }, type: { is: 'date' } },
    // First villages of those who came, with a blank between.
    { key: 'attended', label: { vi: 'Người dự', en: 'Who came' }, type: { is: 'text', maxLength: 2_000 } },
    { key: 'tasks', label: { vi: 'Việc tháng sau', en: 'Next month' }, type: { is: 'text', maxLength: 1_500 } },
  ],
};

/** What the commune is to reach in a year, of one indicator (chỉ tiêu kế hoạch), as its own level above gave it. */
export const target: RecordDefinition = {
  kind: 'target',
  nature: 'state',
  label: { vi: 'Chỉ tiêu kế hoạch', en: 'Target' },
  law: 'Chỉ tiêu tỉnh giao hằng năm',
  fields: [
    { key: 'year', label: { vi: 'Năm', en: 'Year' }, type: { is: 'integer', min: 2000, max: 2999 }, isRequired: true },
    {
      key: 'indicator',
      label: { vi: 'Chỉ tiêu', en: 'Indicator' },
      type: { is: 'text', maxLength: 64 },
      isRequired: true,
    },
    // 65,5 % is 6550: a record holds whole numbers only.
    {
      key: 'hundredths',
      label: { vi: 'Số được giao, phần trăm đơn vị', en: 'Value, in hundredths' },
      type: { is: 'integer', min: 0, max: 999_999_999 },
    },
  ],
};
