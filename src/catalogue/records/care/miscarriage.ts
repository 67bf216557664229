import type { RecordDefinition } from '../../../domain/record.ts';
import { ageGroup } from '../../codes/care/age-group.ts';
import { closedMonth } from '../../rules/closed-month.ts';
import { asked, dateField, note } from '../fact-fields.ts';

/** May be recorded without a name. */
export const miscarriage: RecordDefinition = {
  kind: 'miscarriage',
  nature: 'fact',
  label: { vi: 'Sảy thai', en: 'Miscarriage' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Phiếu P0/CTV, bảng 9',
  dateField: 'date',
  phase: 'change',
  isSensitive: true,
  // A collaborator loses sight of a loss once its month is closed.
  fades: { roles: ['collaborator'], after: closedMonth },
  fields: [
    dateField({ vi: 'Ngày sảy thai', en: 'Date' }),
    { key: 'person', label: { vi: 'Người sảy thai', en: 'Woman' }, type: { is: 'reference', to: 'person' } },
    { key: 'ageGroup', label: { vi: 'Nhóm tuổi', en: 'Age group' }, type: { is: 'code', list: ageGroup } },
    note,
    asked,
  ],
};
