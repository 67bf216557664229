import type { RecordDefinition } from '../../../domain/record.ts';
import { screenResult } from '../../codes/care/screen-result.ts';
import { asked, dateField, note, personField } from '../fact-fields.ts';

/** Four diseases, at week 12 and week 21; a blank one was not tested. */
export const prenatalScreen: RecordDefinition = {
  kind: 'prenatal_screen',
  nature: 'fact',
  label: { vi: 'Sàng lọc trước sinh', en: 'Prenatal screening' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 10',
  dateField: 'date',
  phase: 'change',
  isSensitive: true,
  fields: [
    dateField({ vi: 'Ngày thực hiện', en: 'Date' }),
    personField({ vi: 'Người được sàng lọc', en: 'Woman' }),
    { key: 'week', label: { vi: 'Tuần thai', en: 'Week' }, type: { is: 'integer', min: 1, max: 45 } },
    {
      key: 'edward',
      label: { vi: 'Hội chứng Edwards', en: 'Edwards syndrome' },
      type: { is: 'code', list: screenResult },
    },
    { key: 'down', label: { vi: 'Down', en: 'Down' }, type: { is: 'code', list: screenResult } },
    { key: 'patau', label: { vi: 'Patau', en: 'Patau' }, type: { is: 'code', list: screenResult } },
    {
      key: 'thalassemia',
      label: { vi: 'Tan máu bẩm sinh (Thalassemia)', en: 'Thalassemia' },
      type: { is: 'code', list: screenResult },
    },
    { key: 'performedAt', label: { vi: 'Nơi thực hiện', en: 'Where' }, type: { is: 'text', maxLength: 120 } },
    note,
    asked,
  ],
};
