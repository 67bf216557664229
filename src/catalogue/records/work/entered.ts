import type { RecordDefinition } from '../../../domain/record.ts';
import { always, asked, dateField, householdField } from '../fact-fields.ts';

/**
 * That a household or a person was written into the book by hand, which is no event of a life: it stands among the day's
 * own entries and can be taken back. What a file brings is not told so.
 */
export const entered: RecordDefinition = {
  kind: 'entered',
  nature: 'fact',
  label: { vi: 'Ghi vào sổ', en: 'Entered in the book' },
  law: 'Thông tư 01/2022/TT-BYT, Phụ lục I, Sổ A0/CTV (chép sổ, lập trang hộ mới)',
  dateField: 'date',
  phase: 'first',
  isPaperwork: always,
  isEntry: true,
  fields: [
    dateField({ vi: 'Ngày ghi', en: 'Written on' }),
    { key: 'person', label: { vi: 'Người được ghi', en: 'Who' }, type: { is: 'reference', to: 'person' } },
    householdField({ vi: 'Hộ được ghi', en: 'Which household' }),
    asked,
  ],
};
